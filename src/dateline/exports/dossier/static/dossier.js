// What a page does beyond standing still. Without scripts everything can still be read, linked to and printed.
"use strict";

// "#w120-164": mark these characters of the report, and bring them into sight.
function showWords() {
  document.querySelectorAll(".hit").forEach((bit) => bit.classList.remove("hit"));
  const named = /^#w(\d+)-(\d+)$/.exec(location.hash);
  if (!named) return;
  const [start, end] = [Number(named[1]), Number(named[2])];
  const hits = [...document.querySelectorAll("[data-s]")].filter((bit) => {
    const at = Number(bit.dataset.s);
    return at >= start && at < end;
  });
  hits.forEach((bit) => bit.classList.add("hit"));
  if (hits.length) hits[0].scrollIntoView({ block: "center" });
}

// A box above a table hides the rows that do not hold its words; "#place=Velm" fills it.
function filterRows() {
  const box = document.querySelector(".filter");
  if (!box) return;
  const rows = [...document.querySelectorAll("tbody tr")];
  const apply = () => {
    const words = box.value.toLowerCase().split(/\s+/);
    rows.forEach((row) => { row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word)); });
  };
  const wanted = () => {
    const named = /^#(?:place|standing)=(.+)$/.exec(decodeURIComponent(location.hash));
    if (named) { box.value = named[1]; apply(); }
  };
  box.addEventListener("input", apply);
  addEventListener("hashchange", wanted);
  wanted();
}

// A click on a column's head sorts by it, a second one the other way.
function sortTables() {
  document.querySelectorAll(".sortable th").forEach((head) => head.addEventListener("click", () => {
    const body = head.closest("table").tBodies[0], column = head.cellIndex;
    const down = head.dataset.order === "up";
    head.dataset.order = down ? "down" : "up";
    const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
    const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
    (down ? rows.reverse() : rows).forEach((row) => body.append(row));
  }));
}

// The wheel with Ctrl or a double click zooms a picture, dragging moves it.
function zoomPictures() {
  document.querySelectorAll(".zoom svg").forEach((svg) => {
    const whole = svg.viewBox.baseVal, box = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
    const full = { ...box };
    const set = () => svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    const at = (event) => {
      const r = svg.getBoundingClientRect();
      return { x: box.x + ((event.clientX - r.left) / r.width) * box.w, y: box.y + ((event.clientY - r.top) / r.height) * box.h };
    };
    const zoom = (event, factor) => {
      const p = at(event), w = Math.min(full.w, box.w * factor), scale = w / box.w;
      box.x = p.x - (p.x - box.x) * scale; box.y = p.y - (p.y - box.y) * scale; box.w = w; box.h *= scale;
      if (box.w >= full.w) Object.assign(box, full);
      set();
    };
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event, event.deltaY > 0 ? 1.25 : 0.8);
    }, { passive: false });
    svg.addEventListener("dblclick", (event) => { event.preventDefault(); zoom(event, event.shiftKey ? 2 : 0.5); });
    let from = null;
    svg.addEventListener("pointerdown", (event) => { if (box.w < full.w) from = at(event); });
    svg.addEventListener("pointermove", (event) => {
      if (!from) return;
      const p = at(event);
      box.x += from.x - p.x; box.y += from.y - p.y;
      set();
    });
    addEventListener("pointerup", () => { from = null; });
  });
}

addEventListener("hashchange", showWords);
showWords();
filterRows();
sortTables();
zoomPictures();
