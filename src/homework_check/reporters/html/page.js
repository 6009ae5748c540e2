"use strict";
const form = document.querySelector("form");
const items = document.querySelectorAll("article");
form.hidden = items.length < 2;
form.addEventListener("change", () => {
  const wanted = Array.from(new FormData(form)).filter(([, value]) => value);
  for (const item of items) {
    item.hidden = wanted.some(([name, value]) => item.dataset[name] !== value);
  }
});
