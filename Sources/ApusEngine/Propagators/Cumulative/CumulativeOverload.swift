// Overload checking for a cumulative resource, by its profile.
//
// Statement. Where the tasks that cover a tick for certain need more than the capacity there, there is a conflict.
// Explanation. Pointwise: the tick in the middle of the overloaded segment, and a minimal set of the tasks over it.
//
// Schutt, Feydy, Stuckey and Wallace, "Why cumulative decomposition is not as bad as it sounds", CP 2009. O(n) once there is a profile.

extension CumulativePropagator {
  func failOverload(_ core: inout Core) -> Bool {
    let segment = profile.firstTight(from: 0, before: Int32.max, 0, outside: 0..<0, 0)
    let (start, end) = (Int64(profile.start(segment, 0)), Int64(profile.end(segment, 0)))
    let tick = Int32(truncatingIfNeeded: (start + end - 1) >> 1)
    var premises = Column<Bound>(capacity: 64)
    appendCover(
      from: tick, to: tick, above: profile.capacity.level(at: tick), except: -1, at: Int32(core.trail.count), in: core,
      into: &premises)
    core.conflict = premises
    return false
  }
}
