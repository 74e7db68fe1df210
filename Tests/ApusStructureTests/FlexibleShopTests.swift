import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@Suite("Flexible shops") struct FlexibleShopTests {
  @Test("recognise(build(shop)) has its operations, links and modes", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    let random = RandomFlexibleShop(seed: seed)
    let shop = try #require(FlexibleShop(recognizing: random.model.data))
    #expect(shop.release.map(Int.init) == random.releases)
    var links: Set<[Int]> = []
    for operation in 0..<shop.operationCount {
      for place in shop.successors.places(of: operation) {
        links.insert([operation, Int(shop.successors.operation[place])])
      }
    }
    #expect(links == Set(random.links.map { [$0.before, $0.after] }))
    for operation in 0..<shop.operationCount {
      #expect(shop.modes.of(operation).map { Int(shop.modes.duration[$0]) } == random.modes[operation].map(\.duration))
    }
    // The same machine for two modes here is the same there.
    let mine = (0..<shop.operationCount).flatMap { shop.modes.of($0).map { Int(shop.modes.machine[$0]) } }
    let theirs = random.modes.flatMap { $0.map(\.machine) }
    #expect(Set(zip(mine, theirs).map { [$0, $1] }).count == Set(mine).count && Set(mine).count == Set(theirs).count)
  }

  @Test("The bound is one, and a schedule is a solution and back", arguments: 0..<100)
  func boundsAndSolutions(seed: Int) throws {
    let random = RandomFlexibleShop(seed: seed)
    let data = random.model.data
    let shop = try #require(FlexibleShop(recognizing: data))
    let least = random.leastMakespan
    #expect(shop.trivialBound <= least && shop.criticalPath <= least && shop.balancedLoad <= least)
    let mode = (0..<shop.operationCount).map { Int32(shop.modes.of($0).last!) }
    // One after the other, as they wait for each other.
    var time = Int32(random.releases.max()!)
    var start = [Int32](repeating: 0, count: shop.operationCount)
    for operation in shop.topologicalOrder.map(Int.init) {
      start[operation] = time
      time += shop.modes.duration[Int(mode[operation])]
    }
    let schedule = FlexibleSchedule(shop, mode: mode, start: start)
    #expect(schedule.makespan == Int(time))
    let solution = schedule.solution(of: shop, in: data)
    let chosen = mode.enumerated().map { Int($1) - shop.modes.of($0).lowerBound }
    #expect(random.isRight(chosen: chosen, start: start.map(Int.init)))
    #expect(FlexibleSchedule(shop, in: solution) == schedule)
  }

  /// An operation with two ways, and one without a choice on the first machine.
  private func model(_ add: (Model, Interval, [Interval], Interval) -> Void = { _, _, _, _ in }) -> ModelData {
    let model = Model()
    let main = model.interval(lasting: 2...3, within: 0...100)
    let options = [2, 3].map { model.optionalInterval(lasting: $0, within: 0...100) }
    let other = model.interval(lasting: 4, within: 0...100)
    model.require("choice") { Alternative(main, of: options) }
    model.require("mill") { NoOverlap([options[0], other]) }
    model.minimize(.makespan)
    add(model, main, options, other)
    return model.data
  }

  @Test("Other ways to write the same")
  func found() {
    #expect(FlexibleShop(recognizing: model()) != nil)
    #expect(
      FlexibleShop(recognizing: model { model, main, _, other in model.minimize(max(main.end, other.end)) }) != nil)
    let last = model { model, main, _, other in
      model.require("") { main.precedes(other) }
      model.minimize(other.end)
    }
    #expect(FlexibleShop(recognizing: last) != nil)
  }

  @Test("What a flexible shop has not")
  func notFound() {
    #expect(FlexibleShop(recognizing: model { model, main, _, _ in model.minimize(main.end) }) == nil)
    #expect(FlexibleShop(recognizing: model { model, _, _, _ in model.maximize(.makespan) }) == nil)
    #expect(
      FlexibleShop(recognizing: model { model, main, _, other in model.require("") { main.precedes(other, lag: 1) } })
        == nil)
    #expect(
      FlexibleShop(recognizing: model { model, _, options, other in model.require("") { options[1].precedes(other) } })
        == nil)
    #expect(
      FlexibleShop(
        recognizing: model { model, main, _, other in
          model.require("") { Usage([main.pulse(1), other.pulse(1)], capacity: 1) }
        })
        == nil)
    #expect(
      FlexibleShop(recognizing: model { model, main, _, other in model.require("") { NoOverlap([main, other]) } })
        == nil)
    let circle = model { model, main, _, other in
      model.require("") {
        main.precedes(other)
        other.precedes(main)
      }
    }
    #expect(FlexibleShop(recognizing: circle) == nil)
    // A window that a schedule may leave, and one that makes an option late.
    let short = model { model, _, _, _ in _ = model.interval(lasting: 4, within: 0...6) }
    #expect(FlexibleShop(recognizing: short) == nil)
    let late = Model()
    let main = late.interval(lasting: 2...2, within: 0...100)
    let options = [5, 0].map { late.optionalInterval(lasting: 2, within: $0...100) }
    late.require("") { Alternative(main, of: options) }
    late.minimize(.makespan)
    #expect(FlexibleShop(recognizing: late.data) == nil)
  }
}
