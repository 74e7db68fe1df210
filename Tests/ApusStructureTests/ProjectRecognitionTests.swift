import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@Suite("Recognising a project")
struct ProjectRecognitionTests {
  @Test("recognise(build(project)) has its tasks, links and demands", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    let random = RandomProject(seed: seed)
    let project = try #require(Project(recognizing: random.model.data))
    #expect(project.duration.map(Int.init) == random.durations && project.release.map(Int.init) == random.releases)
    var links: Set<[Int]> = []
    for task in 0..<project.taskCount {
      for place in project.successors.places(of: task) {
        links.insert([task, Int(project.successors.task[place]), Int(project.successors.lag[place])])
      }
    }
    #expect(links == Set(random.links.map { [$0.before, $0.after, $0.lag] }))
    // A resource on which all fit is left out.
    let scarce = random.capacities.indices.filter { resource in
      random.demands.reduce(0) { $0 + $1[resource] } > random.capacities[resource]
    }
    #expect(project.capacity == scarce.map { random.capacities[$0] })
    for task in 0..<project.taskCount {
      var row = [Int](repeating: 0, count: scarce.count)
      for place in project.demands.places(of: task) {
        row[Int(project.demands.resource[place])] = project.demands.amount[place]
      }
      let expected = scarce.map { random.durations[task] > 0 ? random.demands[task][$0] : 0 }
      #expect(row == expected)
    }
  }

  /// Two tasks on a crew, and what else the closure says.
  private func model(
    lengths: ClosedRange<Int> = 3...3, _ add: (Model, Interval, Interval) -> Void = { _, _, _ in }
  ) -> ModelData {
    let model = Model()
    let first = model.interval(lasting: lengths, within: 0...100)
    let second = model.interval(lasting: 4, within: 0...100)
    model.require("crew") { Usage([first.pulse(2), second.pulse(2)], capacity: 3) }
    model.minimize(.makespan)
    add(model, first, second)
    return model.data
  }

  @Test("Other ways to write the same")
  func found() throws {
    #expect(Project(recognizing: model()) != nil)
    #expect(Project(recognizing: model { $0.minimize(max($1.end, $2.end)) }) != nil)
    let last = model { model, first, second in
      model.require("") { first.precedes(second) }
      model.minimize(second.end)
    }
    #expect(Project(recognizing: last) != nil)
    let fromStart = model { model, first, second in
      model.require("") { first.link(to: second, from: .start, to: .start, lag: 5) }
    }
    let project = try #require(Project(recognizing: fromStart))
    #expect(project.successors.lag == [2])
    let machine = model { model, first, second in model.require("") { NoOverlap([first, second]) } }
    #expect(Project(recognizing: machine)?.capacity == [3, 1])
  }

  @Test("What is not a project")
  func refused() {
    #expect(Project(recognizing: model(lengths: 3...4)) == nil, "a length to choose")
    #expect(Project(recognizing: model { $0.minimize($2.end) }) == nil, "not the last end")
    #expect(Project(recognizing: model { $0.minimize($1.end + $2.end) }) == nil, "a sum")
    let circle = model { model, first, second in
      model.require("") { [first.precedes(second), second.precedes(first)] }
    }
    #expect(Project(recognizing: circle) == nil)
    let negative = model { model, first, second in model.require("") { first.precedes(second, lag: -1) } }
    #expect(Project(recognizing: negative) == nil)
    let steps = model { model, first, _ in
      model.require("") { Usage([first.pulse(1)], capacity: 0, steps: [(from: 2, capacity: 5)]) }
    }
    #expect(Project(recognizing: steps) == nil)
    let tooMuch = model { model, first, _ in model.require("") { Usage([first.pulse(2)], capacity: 1) } }
    #expect(Project(recognizing: tooMuch) == nil)
    let demand = model { model, first, _ in
      let crew = model.integer(0...2)
      model.require("") { Usage([first.pulse(crew)], capacity: 1) }
    }
    #expect(Project(recognizing: demand) == nil)
    let optional = model { model, _, _ in _ = model.optionalInterval(lasting: 1, within: 0...100) }
    #expect(Project(recognizing: optional) == nil)
    let deadline = model { model, _, _ in _ = model.interval(lasting: 1, within: 0...5) }
    #expect(Project(recognizing: deadline) == nil)
    let linear = model { model, first, second in model.require("") { first.start <= second.start } }
    #expect(Project(recognizing: linear) == nil)
    let shop = Model()
    shop.require("") { NoOverlap([shop.interval(lasting: 1), shop.interval(lasting: 2)]) }
    shop.minimize(.makespan)
    #expect(Project(recognizing: shop.data) == nil, "no usage")
  }
}
