/// A variable with a sign: `2v` is variable *v*, `2v + 1` its negation.
///
/// An upper bound of the negation is a lower bound of the variable, so every rule is written for upper bounds only.
/// `signed ^ 1` is the opposite sign.
typealias SignedVariable = Int32

/// A Boolean literal, as the signed variable whose bound it is.
///
/// Booleans are 0-1 variables: `2b + 1` with bound -1 says that *b* is 1, and `2b` with bound 0 that it is 0, so the bound
/// follows from the sign. `truth ^ 1` is the negation.
typealias Truth = Int32

/// A literal of the engine: signed variable at most limit. `x >= 5` is `-x <= -5`.
struct Bound: BitwiseCopyable, Hashable {
  var signed: SignedVariable
  var limit: Int32

  @inline(__always) init(_ signed: SignedVariable, _ limit: Int32) {
    self.signed = signed
    self.limit = limit
  }

  /// The literal that a Boolean literal stands for.
  @inline(__always) init(_ truth: Truth) {
    signed = truth
    limit = -(truth & 1)
  }

  /// The literal that holds exactly where this one does not.
  @inline(__always) static prefix func ! (bound: Bound) -> Bound { Bound(bound.signed ^ 1, -bound.limit &- 1) }
}

/// Why a bound holds: a small record from which the premises are worked out when they are asked for.
struct Reason: BitwiseCopyable {
  /// What made the inference; numbers from `firstPropagator` on name a propagator.
  var kind: Int32
  /// Data for whoever explains it.
  var a: Int32
  var b: Int32
  var c: Int32

  @inline(__always) init(_ kind: Int32, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0) {
    self.kind = kind
    self.a = a
    self.b = b
    self.c = c
  }

  /// A decision or an assumption: has no premises.
  static let decision: Int32 = 0
  /// The clause at offset `a`, of which the first literal was implied.
  static let clause: Int32 = 1
  /// The difference edge `a` pushed its target.
  static let edge: Int32 = 2
  /// The difference edge `a` cannot hold, so its guard does not.
  static let guardOfEdge: Int32 = 3
  /// A variable in a scope has no value left, so the scope is void; `a` is its record of the crossing.
  static let crossing: Int32 = 4
  /// Edges without guards form a cycle that climbs for ever, so the scope that they share is void; needs no premise.
  static let unguardedCycle: Int32 = 5
  static let firstPropagator: Int32 = 8
}

/// An entry of the trail: a bound was tightened.
struct Event: BitwiseCopyable {
  var signed: SignedVariable
  var limit: Int32
  var previousLimit: Int32
  /// The event that set `previousLimit`; -1 for a bound of the root.
  var previousEvent: Int32
  var level: Int32
  var reason: Reason

  @inline(__always) var bound: Bound { Bound(signed, limit) }
}
