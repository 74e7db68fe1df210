import ApusStructure

/// The heuristic PSK (S. S. Panwalkar, M. L. Smith, C. Koulamas, "A heuristic for the single machine tardiness problem", European Journal of
/// Operational Research 70 (1993)), without weights.
///
/// The shortest job that is left is the active one *i*. If it cannot be in time, it is next. Otherwise the longer jobs *j* are looked at in order: if *i*
/// would be late after *j*, *i* is next; if *j* is due earlier than *i*, it becomes the active one. At the end of the list the active one is next.
enum PanwalkarSmithKoulamas {
  /// Complexity: O(*n*²).
  static func order(_ machine: OneMachine) -> [Int32] {
    var waiting = machine.shortestFirst
    var time = machine.release.min().map(Int.init) ?? 0
    var order: [Int32] = []
    while !waiting.isEmpty {
      var active = 0
      var next = 1
      while next < waiting.count, time + Int(machine.duration[waiting[active]]) < Int(machine.due[waiting[active]]) {
        if Int(machine.due[waiting[active]]) <= time + Int(machine.duration[waiting[next]]) { break }
        if machine.due[waiting[active]] > machine.due[waiting[next]] { active = next }
        next += 1
      }
      let job = waiting.remove(at: active)
      order.append(Int32(job))
      time += Int(machine.duration[job])
    }
    return order
  }
}
