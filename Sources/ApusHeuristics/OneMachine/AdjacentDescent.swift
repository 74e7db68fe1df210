import ApusStructure

/// Neighbours are swapped where that costs less, until no swap does.
enum AdjacentDescent {
  /// Complexity: O(*n*) a pass; each but the last makes a swap.
  static func order(_ machine: OneMachine, from given: [Int32]) -> [Int32] {
    guard let begin = machine.commonRelease else { return given }
    var order = given.map(Int.init)
    var isImproving = true
    while isImproving {
      isImproving = false
      var time = begin
      for place in order.indices.dropLast() {
        let (first, second) = (order[place], order[place + 1])
        if machine.costs(second, before: first, at: time) < machine.costs(first, before: second, at: time) {
          order.swapAt(place, place + 1)
          isImproving = true
        }
        time += Int(machine.duration[order[place]])
      }
    }
    return order.map(Int32.init)
  }
}
