/// What a judge of inferences came to.
enum Judgement {
  /// The premises force the conclusion.
  case implied
  /// They do not: the inference is wrong.
  case notImplied
  /// The judge gave up at its step limit.
  case undecided
}

/// The bounds of all variables at the root and their scopes, for judging inferences without the core that made them.
struct RootDomains {
  /// By signed variable.
  var limits: [Int32]
  /// By variable: the literal under which its bounds hold. Empty where no variable has a scope.
  var scopes: [Truth] = []

  /// The limits once the premises hold and the conclusion does not.
  ///
  /// A bound on a scoped variable says "present implies the bound", so where it does not hold the variable is present and its
  /// value is beyond.
  func limits(given premises: [Bound], butNot conclusion: Bound?) -> [Int32] {
    var result = limits
    func add(_ bound: Bound) { result[Int(bound.signed)] = min(result[Int(bound.signed)], bound.limit) }
    premises.forEach(add)
    if let conclusion {
      add(!conclusion)
      if !scopes.isEmpty { add(Bound(scopes[Int(conclusion.signed >> 1)])) }
    }
    return result
  }
}
