extension GanttChart {
  /// The script of the HTML chart: state and layout, then drawing, then what the reader does; all in one closure.
  static let htmlScript = [htmlLayoutScript, htmlDrawingScript, htmlInputScript].joined(separator: "\n\n")

  /// The part of the script that holds the state, measures text and places the rows.
  static let htmlLayoutScript = #"""
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
    """#
}
