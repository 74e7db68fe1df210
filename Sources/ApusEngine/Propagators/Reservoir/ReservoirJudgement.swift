// Is an inference of a reservoir right? Decided from what the constraint means, and from no filtering rule.
//
// Statement. The premises, the root bounds and the opposite of the conclusion give times and presences. The inference is right where the level
// is too high at some time although every step that is not known to be there, or not known to be away, is where it serves best.
// The level rises only where a filling step comes, so those are the times to look at.

extension ReservoirPropagator {
  func judgeLevels(_ premises: [Bound], _ conclusion: Bound?, _ root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    func holds(_ truth: Truth) -> Bool { limits[Int(truth)] + (truth & 1) <= 0 }
    func latest(_ step: Int) -> Int { Int(limits[2 * Int(steps.variable[step])]) + Int(steps.offset[step]) }
    func earliest(_ step: Int) -> Int { Int(steps.offset[step]) - Int(limits[2 * Int(steps.variable[step]) + 1]) }
    let all = 0..<steps.count
    let filling = all.filter { steps.amount[$0] > 0 && holds(steps.presence[$0]) }
    let draining = all.filter { steps.amount[$0] < 0 && !holds(steps.presence[$0] ^ 1) }
    for time in filling.map(latest) {
      let added = filling.filter { latest($0) <= time }.map { steps.amount[$0] }
      let taken = draining.filter { earliest($0) <= time }.map { steps.amount[$0] }
      if (added + taken).reduce(initial, +) > limit { return .implied }
    }
    return .notImplied
  }
}
