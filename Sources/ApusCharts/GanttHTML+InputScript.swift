extension GanttChart {
  /// The part of the script that answers the pointer, the wheel, the keys and the buttons.
  static let htmlInputScript = #"""
    // What the reader does
    function show(from, to) {
      const least = Math.max(4, span * 1e-7), most = whole[1] - whole[0];
      const length = Math.min(most, Math.max(Math.min(least, most), to - from));
      let start = (from + to - length) / 2;
      start = Math.max(whole[0], Math.min(start, whole[1] - length));
      view = [start, start + length];
      redraw();
    }
    function zoom(factor, x) {
      const center = x === undefined ? (view[0] + view[1]) / 2 : timeOf(x);
      const least = Math.max(4, span * 1e-7);
      if (factor < 1 && view[1] - view[0] <= least) return;
      const scale = Math.max(factor, least / (view[1] - view[0]));
      show(center - (center - view[0]) * scale, center + (view[1] - center) * scale);
    }
    const pan = (pixels) => {
      const shift = pixels / (width - gutter) * (view[1] - view[0]);
      const bounded = Math.max(whole[0] - view[0], Math.min(shift, whole[1] - view[1]));
      show(view[0] + bounded, view[1] + bounded);
    };
    function reset() { choose(null); show(whole[0], whole[1]); }
    function choose(group) {
      if (group === null) chosen.clear();
      else if (!chosen.delete(group)) chosen.add(group);
      document.querySelectorAll("#legend button").forEach((chip, index) => {
        chip.setAttribute("aria-pressed", chosen.has(index));
      });
      tell();
      redraw();
    }
    function tell() {
      let bars = 0, lit = 0;
      for (const row of shown) {
        bars += row.bars.length;
        if (chosen.size) for (const bar of row.bars) if (chosen.has(bar[2])) lit++;
      }
      byId("status").textContent = plural(shown.length, "row") + (shown.length < rows.length ? " of " + rows.length : "")
        + ", " + plural(bars, "bar") + (data.unit ? ", time in " + data.unit : "")
        + (chosen.size ? ", " + number(lit) + " highlighted" : "");
    }
    function hit(x, y) {
      if (x < gutter || y < head) return null;
      const at = y + stage.scrollTop;
      const row = shown.find((row) => at >= row.top && at < row.top + row.lanes * laneHeight);
      if (!row) return null;
      const lane = Math.floor((at - row.top) / laneHeight);
      let best = null, nearest = 3;
      for (const bar of row.bars) {
        if (bar[3] !== lane) continue;
        const away = Math.max(xOf(bar[0]) - x, x - xOf(bar[1]), 0);
        const better = away < nearest || (away === nearest && away === 0 && bar[0] === bar[1]);
        if (better) { best = { row, bar }; nearest = away; }
      }
      return best;
    }
    function element(tag, text) {
      const made = document.createElement(tag);
      made.textContent = text;
      return made;
    }
    function describe(found, x, y) {
      card.hidden = !found;
      if (!found) return;
      const { row, bar } = found, group = data.groups[bar[2]], unit = data.unit ? " " + data.unit : "";
      const name = element("b", ""), key = element("i", ""), list = document.createElement("dl");
      key.style.background = group[1];
      name.append(key, element("span", bar[4] || group[0]));
      const facts = [["Row", row.label], ["Group", group[0]]];
      if (bar[0] === bar[1]) facts.push(["At", number(bar[0])]);
      else facts.push(["Time", number(bar[0]) + " to " + number(bar[1])], ["Length", number(bar[1] - bar[0]) + unit]);
      if (bar[5]) facts.push(["Note", bar[5]]);
      for (const [term, fact] of facts) list.append(element("dt", term), element("dd", fact));
      card.replaceChildren(name, list);
      const box = card.getBoundingClientRect();
      card.style.left = Math.max(4, x + 18 + box.width > innerWidth ? x - box.width - 14 : x + 18) + "px";
      card.style.top = Math.max(4, Math.min(y + 18, innerHeight - box.height - 8)) + "px";
    }

    const touching = new Map();
    let moved = false;
    function place(event) {
      const box = canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    }
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      canvas.setPointerCapture(event.pointerId);
      touching.set(event.pointerId, place(event));
      if (touching.size === 1) moved = false;
      stage.focus({ preventScroll: true });
    });
    canvas.addEventListener("pointermove", (event) => {
      const [x, y] = place(event), before = touching.get(event.pointerId);
      if (before) {
        if (!moved && Math.hypot(x - before[0], y - before[1]) < 4) return;
        moved = true;
        canvas.classList.add("dragging");
        const other = [...touching].find(([id]) => id !== event.pointerId);
        if (other) {
          const apart = Math.abs(x - other[1][0]), was = Math.abs(before[0] - other[1][0]);
          if (apart > 8 && was > 8) zoom(was / apart, (x + other[1][0]) / 2);
        } else {
          pan(before[0] - x);
          stage.scrollTop += before[1] - y;
        }
        touching.set(event.pointerId, [x, y]);
        describe(null);
      } else {
        const found = hit(x, y);
        hovered = found && found.bar;
        canvas.classList.toggle("bar", !!found);
        describe(found, event.clientX, event.clientY);
      }
      pointerX = x;
      redraw();
    });
    function release(event) {
      if (!touching.delete(event.pointerId)) return;
      canvas.classList.remove("dragging");
      if (moved || event.type !== "pointerup") return;
      const found = hit(...place(event));
      if (found) choose(found.bar[2]); else choose(null);
    }
    canvas.addEventListener("pointerup", release);
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("pointerleave", () => { hovered = pointerX = null; describe(null); redraw(); });
    canvas.addEventListener("dblclick", reset);
    canvas.addEventListener("wheel", (event) => {
      const [x] = place(event);
      // Over the names the wheel scrolls the rows, as it does with shift.
      if (x < gutter || event.shiftKey && !event.deltaX) {
        if (event.shiftKey) { stage.scrollTop += event.deltaY; event.preventDefault(); }
        return;
      }
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : 1;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX * unit);
      else zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY * unit)) * 0.0022), x);
    }, { passive: false });
    stage.addEventListener("scroll", redraw);
    byId("in").addEventListener("click", () => zoom(0.6));
    byId("out").addEventListener("click", () => zoom(1 / 0.6));
    byId("reset").addEventListener("click", () => { byId("filter").value = ""; filter(); reset(); });
    function filter() {
      const words = byId("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
      shown = rows.filter((row) => words.every((word) => row.find.includes(word)));
      stage.scrollTop = 0;
      tell();
      layOut();
    }
    byId("filter").addEventListener("input", filter);
    document.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = {
        "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), "0": reset, "Escape": () => choose(null),
        "ArrowLeft": () => pan(-80), "ArrowRight": () => pan(80),
      }[event.key];
      if (act) { act(); event.preventDefault(); }
    });

    if (data.groups.length > 1) {
      data.groups.forEach((group, index) => {
        const chip = document.createElement("button"), key = document.createElement("i");
        key.style.background = group[1];
        chip.append(key, element("span", group[0]));
        chip.setAttribute("aria-pressed", "false");
        chip.addEventListener("click", () => choose(index));
        byId("legend").append(chip);
      });
    }
    window.addEventListener("beforeprint", () => { byId("print").innerHTML = byId("picture").textContent; });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColors(); redraw(); });
    window.addEventListener("resize", layOut);
    readColors();
    tell();
    layOut();
    layOut();
    })();
    """#
}
