extension GanttChart {
  /// The script of the HTML chart: state, drawing, then what the reader does.
  static let htmlScript = #"""
    (() => {
    "use strict";
    const byId = (id) => document.getElementById(id);
    const data = JSON.parse(byId("data").textContent);
    const rows = data.rows.map(([label, lanes, bars]) => ({ label, lanes, bars, find: label.toLowerCase(), top: 0 }));
    const app = byId("app"), stage = byId("stage"), canvas = byId("canvas"), spacer = byId("spacer"), card = byId("card");
    const pen = canvas.getContext("2d");
    app.hidden = false;

    // State: the time in view, the rows in view, the groups singled out, what the pointer is on.
    const span = data.range[1] - data.range[0];
    const whole = [data.range[0] - span * 0.012, data.range[1] + span * 0.02];
    let view = whole.slice(), shown = rows, chosen = new Set(), hovered = null, pointerX = null, queued = false;
    let width = 0, height = 0, gutter = 60, laneHeight = 30, head = 34, colors = {};
    const family = getComputedStyle(document.body).fontFamily || "sans-serif";
    const widths = new Map();
    function textWidth(text, size) {
      const key = size + text;
      let known = widths.get(key);
      if (known === undefined) {
        pen.font = size + "px " + family;
        known = pen.measureText(text).width;
        widths.set(key, known);
      }
      return known;
    }
    function fitted(text, size, room) {
      if (textWidth(text, size) <= room) return text;
      const letters = Array.from(text);
      let low = 0, high = letters.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (textWidth(letters.slice(0, middle).join("") + "…", size) <= room) low = middle; else high = middle - 1;
      }
      return letters.slice(0, low).join("").trimEnd() + "…";
    }
    function number(value) {
      const digits = String(Math.abs(value));
      const grouped = digits.length > 4 && !digits.includes("e") ? digits.replace(/\B(?=(\d{3})+$)/g, "\u202f") : digits;
      return (value < 0 ? "\u2212" : "") + grouped;
    }
    const xOf = (time) => gutter + (time - view[0]) / (view[1] - view[0]) * (width - gutter);
    const timeOf = (x) => view[0] + (x - gutter) / (width - gutter) * (view[1] - view[0]);
    const plural = (count, noun) => number(count) + " " + noun + (count === 1 ? "" : "s");

    // Layout
    function readColors() {
      const style = getComputedStyle(document.documentElement);
      for (const name of ["page", "text", "muted", "grid", "band", "frame", "accent"]) {
        colors[name] = style.getPropertyValue("--" + name).trim();
      }
    }
    function layOut() {
      const lanes = rows.reduce((sum, row) => sum + row.lanes, 0);
      const others = Array.from(app.children).filter((child) => child !== stage && child !== card && child.offsetHeight);
      const around = others.reduce((sum, child) => sum + child.offsetHeight + 12, 32);
      head = 34 + 16 * Math.min(2, data.marks.filter((mark) => mark[1]).length);
      const room = window.innerHeight - around - head - 6;
      laneHeight = Math.max(18, Math.min(44, Math.floor(room / Math.max(1, lanes))));
      let y = head;
      shown.forEach((row, index) => { row.top = y; row.odd = index % 2; y += row.lanes * laneHeight; });
      const total = Math.max(y, head + 80) + 1;
      stage.style.height = total + 2 + "px";
      width = stage.clientWidth;
      height = Math.min(stage.clientHeight, total);
      spacer.style.height = Math.max(0, total - height) + "px";
      const longest = rows.reduce((most, row) => Math.max(most, textWidth(row.label, 13)), 0);
      gutter = Math.round(Math.min(longest + 24, 240, width * 0.35));
      const scale = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.style.width = width + "px";
      canvas.style.height = height + "px";
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      draw();
    }
    function redraw() {
      if (queued) return;
      queued = true;
      requestAnimationFrame(() => { queued = false; draw(); });
    }

    // Drawing
    function roundStep(least) {
      let decade = 1;
      for (;;) {
        for (const factor of [1, 2, 5]) if (decade * factor >= least) return decade * factor;
        decade *= 10;
      }
    }
    function ticks() {
      const widest = Math.max(textWidth(number(Math.round(view[0])), 12), textWidth(number(Math.round(view[1])), 12));
      const step = roundStep((view[1] - view[0]) / Math.max(2, (width - gutter) / Math.max(72, widest + 30)));
      const found = [];
      for (let tick = Math.ceil(view[0] / step) * step; tick <= view[1]; tick += step) found.push(tick + 0);
      return found;
    }
    function lineAt(x, from, to) {
      pen.beginPath();
      pen.moveTo(Math.round(x) + 0.5, from);
      pen.lineTo(Math.round(x) + 0.5, to);
      pen.stroke();
    }
    function draw() {
      const scroll = stage.scrollTop;
      pen.globalAlpha = 1;
      pen.fillStyle = colors.page;
      pen.fillRect(0, 0, width, height);
      const visible = shown.filter((row) => row.top - scroll < height && row.top + row.lanes * laneHeight - scroll > head);
      visible.forEach((row) => {
        if (row.odd) return;
        pen.fillStyle = colors.band;
        pen.fillRect(0, row.top - scroll, width, row.lanes * laneHeight);
      });
      pen.save();
      pen.beginPath();
      pen.rect(gutter, 0, width - gutter, height);
      pen.clip();
      const marks = ticks();
      pen.strokeStyle = colors.grid;
      pen.lineWidth = 1;
      for (const tick of marks) lineAt(xOf(tick), head, height);
      drawMarks();
      for (const row of visible) drawBars(row, row.top - scroll);
      pen.globalAlpha = 1;
      drawPointer();
      drawHead(marks);
      pen.restore();
      drawLabels(visible, scroll);
      if (!shown.length || !rows.some((row) => row.bars.length)) {
        pen.fillStyle = colors.muted;
        pen.textAlign = "center";
        pen.font = "14px " + family;
        pen.fillText(rows.length && !shown.length ? "No row matches the filter" : "Nothing scheduled", width / 2, head + 46);
      }
    }
    function drawBars(row, top) {
      const inset = laneHeight >= 24 ? 3 : 2, tall = laneHeight - 2 * inset, size = laneHeight >= 24 ? 12 : 11;
      pen.textAlign = "center";
      for (const bar of row.bars) {
        if (bar[0] > view[1]) break;
        if (bar[1] < view[0]) continue;
        const group = data.groups[bar[2]], y = top + bar[3] * laneHeight + inset;
        // Far outside, a canvas loses precision: what cannot be seen is cut off.
        const from = Math.max(gutter - 20, xOf(bar[0])), to = Math.min(width + 20, xOf(bar[1])), wide = to - from;
        pen.globalAlpha = chosen.size && !chosen.has(bar[2]) ? 0.14 : 1;
        pen.fillStyle = group[1];
        if (bar[0] === bar[1]) pen.fillRect(from - 1, y, 2, tall);
        else if (wide > 16) {
          // Round corners are slow to draw: only where they are seen.
          pen.beginPath();
          pen.roundRect(from + 0.5, y, wide - 1, tall, 3);
          pen.fill();
        } else pen.fillRect(from, y, Math.max(0.6, wide > 3 ? wide - 0.8 : wide), tall);
        if (bar === hovered) {
          pen.strokeStyle = colors.text;
          pen.lineWidth = 2;
          pen.strokeRect(from, y - 0.5, Math.max(2, wide), tall + 1);
        }
        if (wide > 14 && bar[4]) {
          const left = Math.max(from, gutter), right = Math.min(to, width);
          if (textWidth(bar[4], size) <= right - left - 6) {
            pen.fillStyle = group[2];
            pen.font = size + "px " + family;
            pen.fillText(bar[4], (left + right) / 2, y + tall / 2 + size * 0.36);
          }
        }
      }
    }
    function drawHead(marks) {
      pen.fillStyle = colors.page;
      pen.fillRect(gutter, 0, width - gutter, head);
      pen.fillStyle = colors.muted;
      pen.font = "12px " + family;
      pen.textAlign = "center";
      for (const tick of marks) {
        const half = textWidth(number(tick), 12) / 2, x = xOf(tick);
        if (x - half < gutter || x + half > width - 2) continue;
        pen.font = "12px " + family;
        pen.fillText(number(tick), x, head - 11);
      }
      drawMarkLabels();
      pen.strokeStyle = colors.frame;
      pen.lineWidth = 1;
      pen.beginPath();
      pen.moveTo(gutter, head - 0.5);
      pen.lineTo(width, head - 0.5);
      pen.stroke();
    }
    const markColor = (mark) => mark[2] >= 0 ? data.groups[mark[2]][1] : colors.accent;
    function drawMarks() {
      pen.setLineDash([4, 3]);
      pen.lineWidth = 1.5;
      for (const mark of data.marks) {
        pen.strokeStyle = markColor(mark);
        if (mark[0] >= view[0] && mark[0] <= view[1]) lineAt(xOf(mark[0]), head, height);
      }
      pen.setLineDash([]);
    }
    function drawPointer() {
      if (pointerX !== null && pointerX > gutter) {
        pen.strokeStyle = colors.muted;
        pen.lineWidth = 1;
        pen.globalAlpha = 0.5;
        lineAt(pointerX, head, height);
        pen.globalAlpha = 1;
      }
    }
    function drawMarkLabels() {
      const ends = (head > 50 ? [0, 0] : [0]).fill(gutter);
      for (const mark of data.marks.slice().sort((a, b) => a[0] - b[0])) {
        if (!mark[1] || mark[0] < view[0] || mark[0] > view[1]) continue;
        const text = fitted(mark[1], 11, 220), wide = textWidth(text, 11);
        const x = Math.max(gutter + 2, Math.min(xOf(mark[0]) - wide / 2, width - wide - 6));
        const level = ends.findIndex((end) => end + (end > gutter ? 8 : 0) <= x);
        if (level < 0) continue;
        ends[level] = x + wide;
        pen.fillStyle = colors.accent;
        pen.textAlign = "left";
        pen.font = "11px " + family;
        pen.fillText(text, x, head - 33 - 16 * level);
        pen.textAlign = "center";
      }
    }
    function drawLabels(visible, scroll) {
      pen.textAlign = "right";
      pen.fillStyle = colors.text;
      for (const row of visible) {
        const text = fitted(row.label, 13, gutter - 22);
        pen.font = "13px " + family;
        pen.fillText(text, gutter - 11, row.top - scroll + row.lanes * laneHeight / 2 + 4.7);
      }
      pen.fillStyle = colors.page;
      pen.fillRect(0, 0, gutter, head);
      pen.fillStyle = colors.muted;
      pen.font = "12px " + family;
      if (data.unit && textWidth(data.unit, 12) < gutter - 20) pen.fillText(data.unit, gutter - 11, head - 11);
      pen.strokeStyle = colors.frame;
      pen.lineWidth = 1;
      lineAt(gutter - 1, 0, height);
    }

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
