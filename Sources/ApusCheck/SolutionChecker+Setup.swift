import ApusModel

extension SolutionChecker {
  /// Reports where no order of the members leaves time for the setups between direct neighbours.
  ///
  /// The members do not overlap and are sorted by start and end, so the order is that of time, but for members of length 0 at one
  /// time. Those are one *group*; every other member is one by itself. Carried along from group to group: the types of which a member
  /// may come last in some order of all so far. Where that set is empty, there is no order; the check then goes on as if there were.
  ///
  /// Complexity: linear in the members where no two of length 0 are at one time.
  func check(_ setup: SetupTimes, _ members: [PresentMember], _ place: Place, _ found: inout [Violation]) {
    var last: [PresentMember] = []
    var reports = 0
    var search = TieOrders(setup)
    var first = 0
    while first < members.count, reports < max(1, maximumPairs) {
      var end = first + 1
      while end < members.count, members[end].span == members[first].span { end += 1 }
      let group = members[first..<end]
      let entries = group.filter { missing(setup, last, $0) <= 0 }
      let exits = group.count == 1 ? entries : search.exits(group, from: entries)
      if exits.isEmpty {
        found.append(
          group.count == 1 ? tooEarly(setup, last, members[first], search, place) : noOrder(group, search, place))
        reports += 1
      }
      last = exits.isEmpty ? Array(group.prefix(1)) : exits
      first = end
    }
  }

  /// The ticks by which `next` starts too early, whichever of `last` is directly before it; none before it: for the initial setup.
  private func missing(_ setup: SetupTimes, _ last: [PresentMember], _ next: PresentMember) -> Int128 {
    earliest(setup, last, next).time - Int128(next.span.start)
  }

  private func earliest(
    _ setup: SetupTimes, _ last: [PresentMember], _ next: PresentMember
  ) -> (time: Int128, previous: PresentMember?) {
    let times = last.map { ($0, Int128($0.span.end) + Int128(setup.time(from: $0.type, to: next.type))) }
    if let (previous, time) = times.min(by: { $0.1 < $1.1 }) { return (time, previous) }
    guard let initial = setup.initial else { return (Int128(Int.min), nil) }
    return (Int128(setup.origin) + Int128(initial[Int(next.type)]), nil)
  }

  private func tooEarly(
    _ setup: SetupTimes, _ last: [PresentMember], _ next: PresentMember, _ search: TieOrders, _ place: Place
  ) -> Violation {
    let (time, previous) = earliest(setup, last, next)
    let members = [previous?.index, next.index].compactMap { $0.map { member(interval: $0) } }
    let after = previous.map { phrase($0.index, $0.span) } ?? "\(setup.origin)"
    let lag = previous.map { setup.time(from: $0.type, to: next.type) } ?? setup.initial?[Int(next.type)] ?? 0
    return violation(
      .noOverlap, at: place, members: members, amount: clamped(time - Int128(next.span.start)),
      "\(phrase(next.index, next.span)) starts before \(time), \(ticks(lag)) of setup after \(after)"
        + (search.isExhausted ? ", in every order that was found; there are too many to try every one" : ""))
  }

  private func noOrder(_ group: ArraySlice<PresentMember>, _ search: TieOrders, _ place: Place) -> Violation {
    let members = group.prefix(max(1, maximumPairs)).map { member(interval: $0.index) }
    let what = "\(group.count) intervals of length 0 at \(group[group.startIndex].span.start)"
    let sentence =
      search.isExhausted
      ? "no order of \(what) was found; there are too many to try every one"
      : "no order of \(what) leaves time for their setup"
    return violation(.noOverlap, at: place, members: members, amount: 1, sentence)
  }
}
