import ApusModel

/// In which order members of length 0 at one time stand, where setup times allow only some: all between neighbours must be 0.
///
/// A Hamiltonian path, so only so many steps are made. Beyond that the order is left as it is, and an order that is kept may then exclude the
/// solution it comes from: the neighbourhood is empty, and nothing is wrong.
struct TieOrder {
  private let setup: SetupTimes
  /// The spans of the places, in order.
  private let spans: [Solution.Span]

  private static let mostSteps = 10_000

  init(_ setup: SetupTimes, spans: [Solution.Span]) {
    self.setup = setup
    self.spans = spans
  }

  /// Puts the places of a sequence, which are in order of start and end, in an order that the setup times allow.
  func apply(to places: inout [Int32]) {
    var first = 0
    while first < places.count {
      var end = first + 1
      while end < places.count, spans[end] == spans[first] { end += 1 }
      if end - first > 1 {
        var steps = Self.mostSteps
        var order: [Int32] = []
        if extend(&order, with: Array(places[first..<end]), at: first, in: places, &steps) {
          places.replaceSubrange(first..<end, with: order)
        }
      }
      first = end
    }
  }

  private func type(_ place: Int32) -> Int32 { setup.types[Int(place)] }

  /// Orders the rest so that each can follow the one before. The group begins at `index` of the whole.
  private func extend(
    _ order: inout [Int32], with rest: [Int32], at index: Int, in places: [Int32], _ steps: inout Int
  ) -> Bool {
    let time = spans[index].start
    guard !rest.isEmpty else {
      let next = index + order.count
      guard next < places.count, let last = order.last else { return true }
      return time + setup.time(from: type(last), to: type(places[next])) <= spans[next].start
    }
    for (number, place) in rest.enumerated() {
      steps -= 1
      if steps < 0 { return false }
      guard canFollow(place, order.last, at: index, in: places) else { continue }
      var others = rest
      others.remove(at: number)
      order.append(place)
      if extend(&order, with: others, at: index, in: places, &steps) { return true }
      order.removeLast()
    }
    return false
  }

  /// Whether a member of the group can come directly after another, or where that is nil, be the first of the group.
  private func canFollow(_ place: Int32, _ previous: Int32?, at index: Int, in places: [Int32]) -> Bool {
    let time = spans[index].start
    if let previous { return setup.time(from: type(previous), to: type(place)) == 0 }
    if index > 0 {
      return spans[index - 1].end + setup.time(from: type(places[index - 1]), to: type(place)) <= time
    }
    guard let initial = setup.initial else { return true }
    return setup.origin + initial[Int(type(place))] <= time
  }
}
