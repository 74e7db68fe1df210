/// A filtering rule, or several of one constraint, with their explanations.
///
/// Contract:
/// - `propagate` draws inferences with ``Core/set(_:_:)-(Bound,_)``, each with a ``Reason`` of this propagator's own number, and returns
///   false at a conflict after putting into `core.conflict` literals that hold and cannot hold together.
/// - `explain` appends literals that held when the trail had `time` entries and that imply the `asked` literal, which may be weaker
///   than the one inferred: the slack is for making the premises weaker.
/// - Premises may speak of a scoped variable only where a failing conclusion would mean that its scope holds.
/// - What a rule concluded may be lost to a backtrack at any time; what it kept must be worked out again from the core.
class Propagator {
  /// The place in `core.propagators`; reasons carry it.
  final var number: Int32 = 0

  /// Subscribes to the bounds that matter.
  func attach(_ core: inout Core) { fatalError("a propagator attaches itself") }

  func propagate(_ core: inout Core, changes: Int32) -> Bool { fatalError("a propagator propagates") }

  func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) { fatalError("a propagator explains") }

  /// Whether `premises` alone force `conclusion`, or a contradiction where that is nil. Judged by the constraint's meaning
  /// and not by the rule that made the inference; used by the inference check.
  func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    fatalError("a propagator judges its inferences")
  }

  /// Variables to decide on where all Booleans are decided and the lower bounds of all variables do not satisfy the constraint; none where they
  /// do, and for constraints of which the search asks this elsewhere.
  func unsettled(in core: borrowing Core) -> [Int32] { [] }

  /// A reason of this propagator.
  @inline(__always) final func reason(_ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0) -> Reason {
    Reason(Reason.firstPropagator + number, a, b, c)
  }
}
