// What a page does beyond standing still. Without scripts everything can still be read, linked to and printed.
"use strict";
document.documentElement.classList.add("js");

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

// A long list: only a page of it is in the document at a time, so that thousands of entries stay quick.
// <form class="tools"> holds the filters by their names, [data-list] the entries, <nav class="pager"> the page.
class List {
  constructor(holder) {
    this.holder = holder;
    this.size = Number(holder.dataset.list);
    this.items = [...holder.children].map((node, place) => ({
      node, place, text: fold(`${node.textContent} ${node.dataset.words ?? ""}`), ...node.dataset,
    }));
    this.form = document.querySelector(".tools") ?? document.querySelector(".filter");
    this.count = document.querySelector(".count");
    this.pager = document.querySelector(".pager");
    this.page = 0;
    this.order = null;
    this.form.addEventListener("input", () => { this.page = 0; this.show(); this.remember(); });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => { this.page = 0; this.show(); this.remember(); }));
    addEventListener("hashchange", () => { if (this.recall()) this.show(); });
    this.recall();
    this.show();
  }

  get values() {
    return this.form.matches("form") ? Object.fromEntries(new FormData(this.form)) : { q: this.form.value };
  }

  matching() {
    const { q = "", standing, type, actor = "", from, to, several } = this.values;
    const words = fold(q).split(/\s+/).filter(Boolean), who = fold(actor);
    return this.items.filter((item) =>
      words.every((word) => item.text.includes(word))
      && (!standing || item.standing === standing)
      && (!type || item.type === type)
      && (!who || fold(item.words ?? "").includes(who))
      && (!from || (item.end ?? "") >= from)
      && (!to || (item.begin && item.begin <= to))
      && (!several || Number(item.reports) > 1));
  }

  sorted(items) {
    if (this.order) return [...items].sort(this.order);
    const key = this.values.sort;
    const by = {
      newest: (a, b) => (b.begin || "0").localeCompare(a.begin || "0"),
      oldest: (a, b) => (a.begin || "9").localeCompare(b.begin || "9"),
      reports: (a, b) => b.reports - a.reports, origins: (a, b) => b.origins - a.origins, deaths: (a, b) => b.deaths - a.deaths,
    }[key];
    return by ? [...items].sort((a, b) => by(a, b) || a.place - b.place) : items;
  }

  show() {
    const found = this.sorted(this.matching()), pages = Math.max(1, Math.ceil(found.length / this.size));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * this.size, shown = found.slice(first, first + this.size);
    this.holder.replaceChildren(...shown.map((item) => item.node));
    if (this.count) {
      const { one, many } = this.count.dataset;
      const all = (found.length === this.items.length ? "" : ` of ${this.items.length}`)
        + ` ${this.items.length === 1 ? one : many}`;
      this.count.textContent = found.length > shown.length
        ? `${first + 1} to ${first + shown.length} of ${found.length}${all}` : `${found.length}${all}`;
      if (!found.length) this.count.textContent = "Nothing fits; take a filter away.";
    }
    if (this.pager) {
      this.pager.hidden = pages < 2;
      const [back, on] = this.pager.querySelectorAll("button");
      back.disabled = this.page === 0; on.disabled = this.page === pages - 1;
      back.onclick = () => this.turn(-1); on.onclick = () => this.turn(1);
      this.pager.querySelector("span").textContent = `page ${this.page + 1} of ${pages}`;
    }
  }

  turn(pages) { this.page += pages; this.show(); scrollTo({ top: 0 }); }

  // The filters stand in the address, so that a view can be linked to, and the browser's way back leads to it.
  remember() {
    const set = Object.entries(this.values).filter(([name, value]) => value && !(name === "sort" && value === "weight"));
    history.replaceState(null, "", set.length ? `#${new URLSearchParams(set)}` : location.pathname + location.search);
  }

  recall() {
    const set = new URLSearchParams(location.hash.slice(1));
    if (set.has("place")) { set.set("q", set.get("place")); set.delete("place"); }
    if (!set.size) return false;
    if (!this.form.matches("form")) { this.form.value = set.get("q") ?? ""; return true; }
    this.form.reset();
    for (const [name, value] of set) {
      const field = this.form.elements[name];
      if (field) { if (field.type === "checkbox") field.checked = true; else field.value = value; }
    }
    return true;
  }

  // A click on a column's head sorts by it, a second one the other way.
  sortBy(column, down) {
    const key = (item) => item.node.cells[column].dataset.sort ?? item.node.cells[column].textContent.trim();
    this.order = (a, b) => (down ? -1 : 1) * key(a).localeCompare(key(b), "en", { numeric: true }) || a.place - b.place;
    this.page = 0;
    this.show();
  }
}

// Without case and accents: "Sao Tome" finds "São Tomé".
function fold(words) { return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }

function makeLists() {
  document.querySelectorAll("[data-list]").forEach((holder) => {
    const list = new List(holder), heads = holder.closest(".sortable")?.querySelectorAll("th") ?? [];
    heads.forEach((head) => head.addEventListener("click", () => {
      const down = head.dataset.order === "up";
      heads.forEach((other) => delete other.dataset.order);
      head.dataset.order = down ? "down" : "up";
      list.sortBy(head.cellIndex, down);
    }));
  });
}

// On a phone the list itself comes first; its filters open on a tap.
function foldFilters() {
  const more = document.querySelector(".more");
  if (more && matchMedia("(max-width: 46rem)").matches && !location.hash) more.open = false;
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
makeLists();
foldFilters();
zoomPictures();
