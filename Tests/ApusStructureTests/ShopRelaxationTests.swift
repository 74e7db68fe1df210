import ApusModel
import ApusStructure
import Testing

@Suite("What a shop leaves out")
struct ShopRelaxationTests {
  let model = Model("two jobs")
  let a: [Interval]
  let b: [Interval]

  init() {
    a = [model.interval(lasting: 3), model.interval(lasting: 2)]
    b = [model.interval(lasting: 4), model.interval(lasting: 1)]
    model.require("order") { [a[0].precedes(a[1]), b[0].precedes(b[1])] }
    model.require("first machine") { NoOverlap([a[0], b[1]]) }
    model.require("second machine") { NoOverlap([a[1], b[0]]) }
    model.minimize(.makespan)
  }

  func leftOut() -> [String]? {
    switch Shop(recognizing: model.data)?.exactness {
    case .exact: []
    case .relaxation(let leftOut): leftOut
    case nil: nil
    }
  }

  @Test("Nothing, where there is nothing else") func nothing() { #expect(leftOut() == []) }

  @Test("Side constraints are named by their groups, each once")
  func sideConstraints() {
    model.require("side") { [a[0].start + b[0].start <= 20, a[1].end <= 15] }
    model.require(anyOf(model.boolean()))
    #expect(leftOut() == ["side", "constraint 6"])
    #expect(Shop(recognizing: model.data)?.jobCount == 2)
  }

  @Test("Resources, choice, orders and setup times are left out, and the shop is what is left")
  func resourcesAndChoice() {
    let bare = Shop(recognizing: model.data)
    model.require("crew") { Usage([a[0].pulse(1), b[0].pulse(1)], capacity: 1) }
    model.require("tank") { Reservoir([a[0].step(-1, at: .start)], initial: 1, minimum: 0) }
    model.require("choice") { Alternative(a[0], of: [b[0]]) }
    model.require("phase") { Span(a[0], of: [b[0]]) }
    model.require("flow") { SameOrder([a[0], b[1]], [a[1], b[0]]) }
    #expect(leftOut() == ["crew", "tank", "choice", "phase", "flow"])
    #expect(Shop(recognizing: model.data)?.interval == bare?.interval)
    model.require("setup") { NoOverlap([a[0], b[1]], setup: SetupTimes(types: [0, 1], times: [[0, 5], [5, 0]])) }
    #expect(leftOut() == ["crew", "tank", "choice", "phase", "flow", "setup"])
    #expect(Shop(recognizing: model.data)?.machineCount == 2)
  }

  @Test("Precedences that say more than the jobs do")
  func precedences() {
    model.require("setup") { a[0].precedes(a[1], lag: 2) }
    model.require("between jobs") { b[1].precedes(a[1]) }
    model.require("no wait") { a[0].precedes(a[1], lag: 0...5) }
    #expect(leftOut() == ["setup", "between jobs", "no wait"])
  }

  @Test("Precedences that follow from the jobs are absorbed, whatever ends they speak of")
  func absorbed() {
    model.require("slack") { a[0].precedes(a[1], lag: -7) }
    model.require("starts") { a[0].link(to: a[1], from: .start, to: .start, lag: 3) }
    model.require("ends") { a[0].link(to: a[1], from: .start, to: .end, lag: 5) }
    model.require("itself") { a[0].link(to: a[0], from: .start, to: .end, lag: 3) }
    #expect(leftOut() == [])
    model.require("more") { a[0].link(to: a[1], from: .start, to: .end, lag: 6) }
    #expect(leftOut() == ["more"])
  }

  @Test("A tree of precedences gives chains, and the rest is left out")
  func tree() {
    let c = model.interval(lasting: 1)
    model.require("branch") { a[0].precedes(c) }
    let shop = Shop(recognizing: model.data)
    #expect(shop?.jobCount == 3 && shop?.machineCount == 3 && shop?.noOverlap.last == -1)
    #expect(leftOut() == ["branch"])
  }

  @Test("A precedence between jobs leaves the jobs alone, also where a transitive one is written first")
  func transitiveBeforeRouting() {
    let other = Model("three in a row")
    let row = (0..<3).map { _ in other.interval(lasting: 1) }
    let alone = (0..<2).map { _ in other.interval(lasting: 1) }
    other.require("machine") { NoOverlap(row + alone) }
    other.require("routing") {
      row[0].precedes(row[2])
      row.pairs().map { $0.precedes($1) }
      alone[0].precedes(alone[1])
    }
    other.require("between jobs") { row[1].precedes(alone[1]) }
    let shop = Shop(recognizing: other.data)
    #expect(shop?.jobStart == [0, 3, 5] && shop?.interval == [0, 1, 2, 3, 4])
    #expect(shop?.exactness == .relaxation(leftOut: ["between jobs"]))
  }

  @Test("Windows that could bind")
  func windows() {
    _ = model.interval(lasting: 2, within: 0...12, "loose")
    #expect(leftOut() == [])
    _ = model.interval(lasting: 2, within: 0...13, "tight")
    #expect(leftOut() == ["the window of loose and of 1 more"])
  }

  @Test("Machines that share intervals")
  func sharedMachines() {
    model.require("again") { NoOverlap([b[1], a[0]]) }
    model.require("alone") { NoOverlap([b[0]]) }
    #expect(leftOut() == [] && Shop(recognizing: model.data)?.machineCount == 2)
    model.require("operator") { NoOverlap([a[0], a[1], b[0]]) }
    #expect(leftOut() == ["operator"])
  }

  @Test("A machine of one interval, said twice")
  func machinesOfOne() {
    let single = Model("one")
    let interval = single.interval(lasting: 1)
    single.require("first") { NoOverlap([interval]) }
    single.require("second") { NoOverlap([interval]) }
    let shop = Shop(recognizing: single.data)
    #expect(shop?.noOverlap == [0] && shop?.exactness == .exact)
  }

  @Test("Objectives that are the makespan, a tardiness, or neither")
  func objectives() throws {
    model.minimize(max([b[1].end, a[1].start + 2, a[0].end, 0]))
    #expect(leftOut() == [] && Shop(recognizing: model.data)?.objective == .makespan)
    model.minimize(max(b[1].end - 4, 0) + max(0, 3 * a[1].end - 6) + 2 * max(0, a[1].start))
    #expect(leftOut() == [])
    #expect(
      Shop(recognizing: model.data)?.objective == .weightedTardiness(due: [2, 4], weight: [5, 1]))
    model.minimize(a[1].end + 2 * b[1].end)
    #expect(
      Shop(recognizing: model.data)?.objective == .weightedTardiness(due: [0, 0], weight: [1, 2]))
    for objective in [
      max(0, a[0].end - 1), -b[1].end, IntegerExpression(.makespan) + 1, max(0, a[1].end - 1) + max(0, a[1].end - 2),
      max([a[1].end, a[0].end]) + 0, IntegerExpression(.end(99)),
      Int(Int32.max) * (max(0, a[1].end + Int(Int32.max)) + max(0, b[1].end + Int(Int32.max))) + max(0, a[0].end),
      sum([a[1].length]),
    ] {
      model.minimize(objective)
      let shop = try #require(Shop(recognizing: model.data))
      #expect(shop.exactness == .relaxation(leftOut: ["the objective"]) && !shop.measuresModelObjective)
    }
  }

  @Test("A tardiness that could leave 64 bits is left out")
  func wideObjective() {
    let wide = Model("wide")
    let intervals = (0..<4).map { _ in wide.interval(lasting: 500_000_000, within: 0...2_000_000_000) }
    wide.require("machine") { NoOverlap(intervals) }
    wide.minimize(sum(intervals.map { Int(Int32.max) * max(0, $0.end + Int(Int32.max)) }))
    #expect(Shop(recognizing: wide.data)?.exactness == .relaxation(leftOut: ["the objective"]))
  }

  @Test("Without an objective every schedule will do")
  func noObjective() {
    var data = model.data
    data.objective = nil
    let shop = Shop(recognizing: data)
    #expect(shop?.exactness == .exact && shop?.objective == .makespan && shop?.measuresModelObjective == false)
  }

  @Test("What is no shop at all")
  func noShop() {
    #expect(Shop(recognizing: Model("empty").data) == nil)
    let free = Model("no machine")
    _ = free.interval(lasting: 1)
    #expect(Shop(recognizing: free.data) == nil)
    for spoil: (Model, Interval, Interval) -> Void in [
      { model, _, _ in _ = model.optionalInterval(lasting: 1) },
      { model, _, _ in _ = model.interval(lasting: 1...2) },
      { model, a, b in model.require(b.precedes(a)) },
      { model, a, _ in model.require(a.precedes(a)) },
      { model, a, _ in model.require("twice") { NoOverlap([a, a]) } },
    ] {
      let model = Model("spoiled")
      let (a, b) = (model.interval(lasting: 1), model.interval(lasting: 1))
      model.require("order") { a.precedes(b) }
      model.require("machine") { NoOverlap([a, b]) }
      #expect(Shop(recognizing: model.data) != nil)
      spoil(model, a, b)
      #expect(Shop(recognizing: model.data) == nil)
    }
  }
}
