"use strict";
// NOTE: all that this does is optional. Without it everything stands on the page.
const form = document.querySelector("form");
const groups = Array.from(document.querySelectorAll(".group"));

function filter() {
  const wanted = Array.from(new FormData(form)).filter(([, value]) => value);
  for (const item of document.querySelectorAll("[data-school]")) {
    // What does not say its grade or rule may be of any.
    item.hidden = wanted.some(([name, value]) => (item.dataset[name] ?? value) !== value);
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

function follow() {
  const target = document.querySelector(":target");
  if (!target) return;
  if (target.closest("[hidden]")) {
    form.reset();
    return;
  }
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) {
    at.open = true;
  }
  target.scrollIntoView();
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", filter);
  // The values are the old ones until the event is over.
  form.addEventListener("reset", () => setTimeout(() => (filter(), follow())));
  filter();
}
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details")) details.open = true;
});
follow();
