"use strict";
// NOTE: all that this does is optional. Without it everything stands on the page.
const form = document.querySelector("form");
const groups = Array.from(document.querySelectorAll(".group"));

function filter() {
  const wanted = Array.from(new FormData(form)).filter(([, value]) => value);
  for (const item of document.querySelectorAll("[data-school], article")) {
    const group = item.closest(".group")?.dataset;
    // What does not say its grade or rule may be of any.
    const of = (name, value) => item.dataset[name] ?? group?.[name] ?? value;
    item.hidden = wanted.some(([name, value]) => of(name, value) !== value);
  }
  const output = form.querySelector("output");
  const counts = groups.map((group) => group.querySelectorAll("article:not([hidden])").length);
  const shown = counts.reduce((sum, count) => sum + count, 0);
  groups.forEach((group, n) => {
    group.hidden = counts[n] === 0;
    group.querySelector("summary b").textContent = counts[n];
    group.open = shown <= output.dataset.most;
  });
  const all = document.querySelectorAll("article").length;
  output.value = output.dataset.text.replace("{shown}", shown).replace("{all}", all);
}

function showAll() {
  form.reset();
  filter();
}

function follow() {
  const target = document.querySelector(":target");
  if (!target) return;
  if (target.closest("[hidden]")) showAll();
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) {
    at.open = true;
  }
  target.scrollIntoView();
  // What came into view is as high as it is only from the next frame on.
  requestAnimationFrame(() => setTimeout(() => target.scrollIntoView()));
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", filter);
  form.querySelector("button").addEventListener("click", showAll);
  filter();
}
addEventListener("load", follow);
addEventListener("hashchange", follow);
// Browsers lay out for paper what is folded, too: of a long page that takes many minutes.
const folded = new Map();
addEventListener("beforeprint", () => {
  const long = document.body.classList.contains("long");
  for (const details of document.querySelectorAll("main details")) {
    if (!long) details.open = true;
    if (!details.open) folded.set(details, [...details.children].slice(1));
  }
  for (const parts of folded.values()) for (const part of parts) part.remove();
});
addEventListener("afterprint", () => {
  for (const [details, parts] of folded) details.append(...parts);
  folded.clear();
});
