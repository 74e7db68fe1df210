import ApusModel

extension Model {
  /// Why the model has no solution: a minimal set of its groups, or of their members, that cannot be met together.
  ///
  /// Each part is proven to be necessary by a solution of the others; where the time was not enough, ``Conflict/isMinimal`` is false, and
  /// what is told is infeasible all the same. Ranges of variables always hold. It takes some solves for each part, more where the model is large.
  ///
  /// - Parameters:
  ///   - limit: wall-clock time of all solves together; nil for none.
  ///   - detail: whether to name groups or their members.
  ///   - includesWindows: whether the windows of intervals may be named too; otherwise they always hold.
  ///   - workers: threads of each solve.
  /// - Throws: ``SolveError`` for a wrong model. A limit is no error.
  public func conflict(
    within limit: Duration? = nil, detail: Conflict.Detail = .members, includingWindows includesWindows: Bool = false,
    workers: Int = SolveOptions.defaultWorkers, seed: UInt64 = 0
  ) async throws(SolveError) -> ConflictResult {
    let explainer = Explainer(data, within: limit, workers: workers, seed: seed)
    return try await onThread(
      { () throws(SolveError) in try explainer.conflict(detail: detail, includingWindows: includesWindows) },
      cancel: explainer.cancel)
  }

  /// Why no solution meets some more conditions, or one that does.
  ///
  /// The conflict tells what of the model stands against them; they are in it as a group of the given name. Where the model has no solution
  /// without them either, they are not, and the conflict is that of the model.
  public func whyNot(
    _ name: String = "condition", within limit: Duration? = nil, detail: Conflict.Detail = .members,
    includingWindows includesWindows: Bool = false, workers: Int = SolveOptions.defaultWorkers, seed: UInt64 = 0,
    @ConstraintBuilder _ conditions: () throws -> [Constraint]
  ) async throws -> ConflictResult {
    var model = data
    model.addGroup(name, try conditions())
    let explainer = Explainer(model, within: limit, workers: workers, seed: seed)
    return try await onThread(
      { () throws(SolveError) in
        try explainer.conflict(detail: detail, includingWindows: includesWindows, conditions: 1)
      }, cancel: explainer.cancel)
  }

  /// What to give up of a model without a solution so that it has one.
  ///
  /// The groups or members given up have the least weight in all, unless the time was not enough: then ``Repair/isSmallest`` is false. Of what is a
  /// number, such as a lag, a capacity or a window, it is then found out by how much they must give way at least.
  ///
  /// - Parameters:
  ///   - limit: wall-clock time of all solves together; nil for none.
  ///   - detail: whether to give up groups or single members.
  ///   - includesWindows: whether windows may be given up too.
  ///   - weight: what it costs to give up a group, or one of its members, by name; 0 or less for what cannot be given up.
  /// - Returns: nil where the time was not enough to find any. Nothing is given up where the model has a solution.
  /// - Throws: ``SolveError`` for a wrong model.
  public func repair(
    within limit: Duration? = nil, detail: Conflict.Detail = .members, includingWindows includesWindows: Bool = true,
    workers: Int = SolveOptions.defaultWorkers, seed: UInt64 = 0,
    weight: @escaping @Sendable (String) -> Int = { _ in 1 }
  ) async throws(SolveError) -> Repair? {
    let explainer = Explainer(data, within: limit, workers: workers, seed: seed)
    return try await onThread(
      { () throws(SolveError) in
        try explainer.repair(detail: detail, includingWindows: includesWindows, weight: weight)
      }, cancel: explainer.cancel)
  }
}
