import ApusModel

/// Orders of members of length 0 at one time: all setup times between neighbours have to be 0.
///
/// With a member as a node and an arc where the setup time is 0, an order is a Hamiltonian path. Members of one type are alike, so partial
/// orders are kept as how many of each type are left and which type was last. Where every arc is there, any order will do.
/// Otherwise the search is exponential in the number of types, and ends after 100,000 partial orders of 32 types.
struct TieOrders {
  /// Whether the search has ended before it was complete.
  private(set) var isExhausted = false
  private let setup: SetupTimes
  private var budget = 3_200_000

  init(_ setup: SetupTimes) { self.setup = setup }

  /// One member of each type that may come last in an order that begins with a member whose type is among those of `entries`.
  mutating func exits(_ group: ArraySlice<PresentMember>, from entries: [PresentMember]) -> [PresentMember] {
    var members: [PresentMember] = []
    var left: [Int32] = []
    var position: [Int32: Int] = [:]
    for member in group {
      if let known = position[member.type] {
        left[known] += 1
      } else {
        position[member.type] = members.count
        members.append(member)
        left.append(1)
      }
    }
    let begins = Set(entries.compactMap { position[$0.type] })
    guard !begins.isEmpty else { return [] }
    var follows = members.map { first in
      members.indices.filter { setup.time(from: first.type, to: members[$0].type) == 0 }
    }
    let lacksArc = members.indices.contains { type in
      follows[type].count < members.count - (left[type] == 1 && !follows[type].contains(type) ? 1 : 0)
    }
    guard lacksArc else {
      return members.indices.filter { last in left[last] > 1 || begins.contains { $0 != last } }.map { members[$0] }
    }
    // Those with many successors first: in an order that exists because times 0 carry over, it is then found at once.
    let degrees = follows.map(\.count)
    for type in members.indices { follows[type].sort { (-degrees[$0], $0) < (-degrees[$1], $1) } }
    let starts = begins.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    return search(left, starts: starts, follows).map { members[$0] }
  }

  /// The types that end an order of all members: a depth-first search that visits no partial order twice.
  private mutating func search(_ members: [Int32], starts: [Int], _ follows: [[Int]]) -> [Int] {
    var left = members
    var open = left.reduce(0) { $0 + Int($1) }
    var visited: Set<[Int32]> = []
    var ends: Set<Int> = []
    // The type placed at each step, and the next of its successors to try; the first step has none placed.
    var path: [(type: Int, next: Int)] = [(-1, 0)]
    while let (type, next) = path.last {
      let candidates = type < 0 ? starts : follows[type]
      guard next < candidates.count else {
        path.removeLast()
        if type >= 0 {
          left[type] += 1
          open += 1
        }
        continue
      }
      path[path.count - 1].next += 1
      let candidate = candidates[next]
      guard left[candidate] > 0 else { continue }
      left[candidate] -= 1
      if open == 1 {
        ends.insert(candidate)
        if ends.count == members.count { break }
      } else if visited.insert(left + [Int32(candidate)]).inserted {
        open -= 1
        path.append((candidate, 0))
        budget -= members.count
        if budget <= 0 {
          isExhausted = true
          break
        }
        continue
      }
      left[candidate] += 1
    }
    return ends.sorted()
  }
}
