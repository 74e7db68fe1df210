extension GanttChart {
  /// The part of the script that draws on the canvas, from back to front.
  static let htmlDrawingScript = #"""
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
    """#
}
