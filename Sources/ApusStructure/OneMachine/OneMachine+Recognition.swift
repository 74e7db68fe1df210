import ApusModel

extension OneMachine {
  /// The single machine in a model, or nil where the model is not exactly one.
  ///
  /// It is one when it is exactly a ``Shop`` of one machine on which every job has one operation, when all take time, and when the objective is
  /// a weighted tardiness, however it is written. Precedences, setup times and deadlines make it none. A schedule is then a solution of
  /// the model with the same objective. Complexity: linear in the size of the model.
  public init?(recognizing data: ModelData) {
    guard let shop = Shop(recognizing: data) else { return nil }
    self.init(shop)
  }

  /// The single machine that a shop is, or nil where it is none.
  init?(_ shop: Shop) {
    guard shop.exactness == .exact, shop.jobCount == shop.operationCount, shop.duration.allSatisfy({ $0 > 0 }),
      shop.machine.allSatisfy({ $0 == shop.machine[0] }), case .weightedTardiness(let due, let weight) = shop.objective
    else { return nil }
    // Jobs of one operation are numbered as their intervals are.
    self.init(duration: shop.duration, release: shop.release, due: due, weight: weight)
  }
}
