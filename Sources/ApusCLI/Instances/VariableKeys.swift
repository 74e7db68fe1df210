import ApusModel

/// The keys by which a solution file speaks of a model's variables: an integer's name, `NAME.start` and `NAME.end`.
///
/// Names need not differ in a model, keys must: a key that is taken gets `#2`, `#3` and so on behind the name, in the order of
/// the model, integers first.
struct VariableKeys {
  private(set) var integers: [String] = []
  private(set) var starts: [String] = []
  private(set) var ends: [String] = []

  init(_ model: ModelData) {
    var taken: Set<String> = []
    // The next number to try for a name, so that many equal names stay cheap.
    var next: [String: Int] = [:]
    func place(_ name: String, _ keys: (String) -> [String]) -> [String] {
      var candidate = name
      while true {
        let made = keys(candidate)
        if taken.isDisjoint(with: made) {
          taken.formUnion(made)
          return made
        }
        let number = next[name, default: 2]
        next[name] = number + 1
        candidate = "\(name)#\(number)"
      }
    }
    for index in model.integers.indices { integers += place(model.nameOfInteger(index)) { [$0] } }
    for index in model.intervals.indices {
      let keys = place(model.nameOfInterval(index)) { ["\($0).start", "\($0).end"] }
      starts.append(keys[0])
      ends.append(keys[1])
    }
  }
}
