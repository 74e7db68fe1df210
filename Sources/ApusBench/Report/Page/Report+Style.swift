extension Report {
  /// The style sheet. The six colours are those of M. Okabe and K. Ito ("Color Universal Design", 2008), which people with any colour vision
  /// tell apart, with orange and sky blue darkened for a white page; dashes tell lines apart without colour.
  static let style = """
    :root {
      color-scheme: light dark;
      --page: #ffffff; --text: #1a2029; --muted: #5c6773; --grid: #e6e9ed; --band: #f7f8fa; --frame: #b9c1ca;
      --c0: #0067a6; --c1: #c64f00; --c2: #00835f; --c3: #b0578b; --c4: #a97400; --c5: #3b8fc2;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #12161c; --text: #e8ebef; --muted: #97a1ad; --grid: #252c35; --band: #1a2028; --frame: #4a5563;
        --c0: #56b4e9; --c1: #ff8a47; --c2: #3cc79e; --c3: #e49ac4; --c4: #e9ab2e; --c5: #a9d5f2;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    body {
      margin: 0; background: var(--page); color: var(--text);
      font: 14px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
    }
    main { max-width: 1320px; margin: 0 auto; padding: 24px 24px 60px; }
    h1 { margin: 0 0 14px; font-size: 24px; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; }
    h2 { margin: 40px 0 12px; font-size: 19px; font-weight: 600; border-top: 1px solid var(--frame); padding-top: 18px; }
    h3 { margin: 30px 0 8px; font-size: 15px; font-weight: 600; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 0; }
    .facts dt { color: var(--muted); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .note { color: var(--muted); font-size: 12.5px; max-width: 100ch; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 3px 10px; white-space: nowrap; text-align: left; }
    th { font-weight: 500; color: var(--muted); vertical-align: bottom; border-bottom: 1px solid var(--frame); }
    .summary th { white-space: normal; min-width: 62px; }
    .summary .first td { border-top: 1px solid var(--frame); }
    .summary td { border-bottom: 0; }
    th.number, td.number { text-align: right; }
    tbody tr:nth-child(even) { background: var(--band); }
    td { border-bottom: 1px solid var(--grid); }
    td b { font-weight: 650; }
    .edge { border-left: 1px solid var(--frame); }
    .groups th { color: var(--text); font-weight: 600; border-bottom: 0; text-align: center; }
    .sortable { font-size: 13px; }
    .sortable th, .sortable td { padding: 3px 7px; }
    .sortable tbody td:first-child { position: sticky; left: 0; background: inherit; }
    .sortable tbody tr { background: var(--page); }
    .sortable tbody tr:nth-child(even) { background: var(--band); }
    .sortable.live tr:last-child th { cursor: pointer; }
    .sortable.live tr:last-child th:hover { color: var(--text); }
    th[aria-sort=ascending]::after { content: " \\25B2"; font-size: 9px; }
    th[aria-sort=descending]::after { content: " \\25BC"; font-size: 9px; }
    .tools, .choice { color: var(--muted); }
    .count { margin-left: 12px; }
    input, select {
      font: inherit; height: 32px; padding: 0 10px; color: var(--text); background: var(--page);
      border: 1px solid var(--frame); border-radius: 7px; max-width: 100%;
    }
    :focus-visible { outline: 2px solid var(--c0); outline-offset: 1px; }
    .plots, .scatters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 540px), 1fr)); gap: 18px 28px; }
    .scatters { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
    figure { margin: 10px 0 0; min-width: 0; break-inside: avoid; }
    figcaption { font-weight: 600; margin-bottom: 4px; }
    .plot { display: block; width: 100%; min-width: 430px; max-width: 760px; height: auto; }
    .scatters .plot { min-width: 330px; max-width: 520px; }
    .plot text { font-size: 12px; fill: var(--muted); }
    .plot .title { fill: var(--text); }
    .plot .label { font-size: 12.5px; font-weight: 600; }
    .plot .name, .plot .hint { font-size: 11px; }
    .plot .name { fill: var(--text); }
    .plot .hint { font-style: italic; }
    .grid { stroke: var(--grid); }
    .frame { stroke: var(--frame); }
    .diagonal { stroke: var(--frame); stroke-dasharray: 5 4; }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .hit { fill: transparent; stroke: none; }
    .hit:hover { fill: var(--text); }
    .series:hover .line { stroke-width: 3.2; }
    .dot { fill: var(--c0); fill-opacity: .75; stroke: var(--page); }
    .dot.open { fill: var(--page); stroke: var(--c0); stroke-width: 1.6; fill-opacity: 1; }
    .dot:hover { fill: var(--c1); }
    .s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); stroke-dasharray: 8 3; }
    .s2 { stroke: var(--c2); stroke-dasharray: 2.5 2.5; } .s3 { stroke: var(--c3); stroke-dasharray: 9 3 2 3; }
    .s4 { stroke: var(--c4); stroke-dasharray: 14 4; } .s5 { stroke: var(--c5); stroke-dasharray: 5 2 1 2; }
    .plot .t0 { fill: var(--c0); } .plot .t1 { fill: var(--c1); } .plot .t2 { fill: var(--c2); }
    .plot .t3 { fill: var(--c3); } .plot .t4 { fill: var(--c4); } .plot .t5 { fill: var(--c5); }
    #tip {
      position: fixed; z-index: 2; pointer-events: none; padding: 5px 10px; border-radius: 7px; font-size: 13px;
      background: var(--text); color: var(--page); max-width: 360px;
    }
    @media (max-width: 600px) {
      main { padding: 16px 14px 40px; }
      .facts { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: 6px; }
    }
    @media print {
      @page { size: A4 landscape; margin: 11mm; }
      body { font-size: 10.5px; }
      main { max-width: none; padding: 0; }
      .tools, .choice, #tip { display: none !important; }
      .scatters figure[hidden] { display: block !important; }
      .scroll { overflow: visible; }
      .plots { grid-template-columns: 1fr 1fr; }
      .scatters { grid-template-columns: 1fr 1fr 1fr 1fr; gap: 10px; }
      .note { font-size: 9px; max-width: none; }
      .plot, .scatters .plot { min-width: 0; }
      .sortable { font-size: 8px; }
      .summary { font-size: 9.5px; }
      th, td { padding: 1px 4px; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      h2, h3, figcaption { break-after: avoid; }
    }
    """
}
