extension Report {
  /// What the page does beyond showing: sorts tables by their headings, filters lines, chooses a scatter plot, and shows tips at once.
  static let script = """
    "use strict";
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0], heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
      table.classList.add("live");
      const key = (row, place) => {
        const cell = row.cells[place];
        return cell.dataset.value !== undefined ? Number(cell.dataset.value) : cell.textContent;
      };
      const sort = (place) => {
        const head = heads[place], up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...body.rows];
        rows.sort((a, b) => {
          const x = key(a, place), y = key(b, place);
          // What is missing stands last, whichever way.
          if (x === "" || y === "") return (x === "") - (y === "");
          const order = typeof x === "number" && typeof y === "number"
            ? x - y : String(x).localeCompare(String(y), "en", { numeric: true });
          return up ? order : -order;
        });
        body.append(...rows);
      };
      heads.forEach((head, place) => {
        head.tabIndex = 0;
        head.addEventListener("click", () => sort(place));
        head.addEventListener("keydown", (event) => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(place); }
        });
      });
      const tools = table.closest("section").querySelector(".tools");
      const input = tools.querySelector("input"), count = tools.querySelector(".count");
      tools.hidden = false;
      input.addEventListener("input", () => {
        const words = input.value.toLowerCase().split(/[\\s,]+/).filter(Boolean);
        let shown = 0;
        for (const row of body.rows) {
          const texts = [...row.cells].map((cell) => cell.textContent.toLowerCase());
          row.hidden = !words.every((word) => texts.some((text) => text.includes(word)));
          if (!row.hidden) shown += 1;
        }
        count.textContent = words.length ? `${shown} of ${body.rows.length}` : "";
      });
    }
    for (const choice of document.querySelectorAll(".choice")) {
      const select = choice.querySelector("select");
      const figures = choice.nextElementSibling.querySelectorAll("figure");
      choice.hidden = false;
      select.addEventListener("change", () => {
        figures.forEach((figure, place) => {
          figure.hidden = select.selectedIndex > 0 && place !== select.selectedIndex - 1;
        });
      });
    }
    const tip = document.getElementById("tip");
    for (const title of document.querySelectorAll(".plot title")) {
      const target = title.parentNode;
      target.dataset.tip = title.textContent;
      title.remove();
    }
    addEventListener("pointermove", (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
      tip.hidden = !target;
      if (!target) return;
      tip.textContent = target.dataset.tip;
      const box = tip.getBoundingClientRect();
      tip.style.left = Math.max(4, Math.min(event.clientX + 12, innerWidth - box.width - 4)) + "px";
      tip.style.top = (event.clientY > box.height + 20 ? event.clientY - box.height - 10 : event.clientY + 16) + "px";
    });
    """
}
