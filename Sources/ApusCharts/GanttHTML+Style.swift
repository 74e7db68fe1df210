extension GanttChart {
  /// The style sheet of the HTML chart. The canvas reads its colours from the same custom properties.
  static let htmlStyle = """
    :root {
      color-scheme: light dark;
      --page: #ffffff; --text: #1a2029; --muted: #5c6773; --grid: #e6e9ed; --band: #f7f8fa; --frame: #d3d9e0;
      --accent: #c2371b; --raised: #ffffff; --shadow: rgba(20, 30, 45, .18); --focus: #2f6fb5;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #12161c; --text: #e8ebef; --muted: #97a1ad; --grid: #252c35; --band: #171c23; --frame: #3a434f;
        --accent: #ff8f6b; --raised: #1e252e; --shadow: rgba(0, 0, 0, .55); --focus: #7db4f0;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html, body { margin: 0; height: 100%; background: var(--page); color: var(--text); }
    body, button, input {
      font: 14px/1.4 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
    }
    #app { display: flex; flex-direction: column; height: 100vh; padding: 20px 24px 12px; gap: 12px; }
    header { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 12px 24px; }
    .heading { min-width: 0; flex: 1 1 280px; overflow-wrap: anywhere; }
    h1 { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 600; }
    p { margin: 2px 0 0; color: var(--muted); }
    .tools { display: flex; gap: 6px; }
    button, input {
      height: 34px; padding: 0 12px; color: inherit; background: var(--raised);
      border: 1px solid var(--frame); border-radius: 7px;
    }
    input { width: 190px; }
    button { min-width: 36px; cursor: pointer; }
    button:hover { border-color: var(--muted); }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    #legend { display: flex; flex-wrap: wrap; gap: 4px; max-height: 90px; overflow-y: auto; flex: none; margin: 0 -9px; }
    #legend:empty { display: none; }
    #legend button {
      display: flex; align-items: center; gap: 7px; height: 26px; padding: 0 9px; min-width: 0; max-width: 220px;
      font-size: 13px; background: none; border-color: transparent;
    }
    #legend button span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    #legend button:hover { background: var(--band); border-color: var(--grid); }
    #legend button[aria-pressed="true"] { border-color: var(--muted); background: var(--band); }
    #legend i { width: 12px; height: 12px; border-radius: 3px; flex: none; }
    #stage {
      position: relative; flex: 0 1 auto; min-height: 160px; overflow: hidden auto;
      border: 1px solid var(--frame); border-radius: 9px;
    }
    canvas { position: sticky; top: 0; display: block; cursor: grab; touch-action: none; }
    canvas.dragging { cursor: grabbing; }
    canvas.bar { cursor: pointer; }
    footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 24px; flex: none; }
    footer { color: var(--muted); font-size: 12.5px; }
    #card {
      position: fixed; z-index: 2; max-width: 340px; padding: 10px 13px; pointer-events: none; overflow-wrap: anywhere;
      background: var(--raised); border: 1px solid var(--frame); border-radius: 9px; box-shadow: 0 6px 22px var(--shadow);
    }
    #card b { display: flex; align-items: center; gap: 8px; font-weight: 600; }
    #card b i { width: 11px; height: 11px; border-radius: 3px; flex: none; }
    #card dl { display: grid; grid-template-columns: auto 1fr; gap: 1px 14px; margin: 6px 0 0; font-size: 13px; }
    #card dt { color: var(--muted); }
    #card dd { margin: 0; font-variant-numeric: tabular-nums; }
    svg { max-width: 100%; height: auto; }
    #print { display: none; }
    @media print {
      #app { display: none !important; }
      #print { display: block; }
      @page { size: landscape; margin: 10mm; }
    }
    """
}
