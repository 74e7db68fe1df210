import ApusModel
import ApusStructure

/// `before` ends before `after` starts: two intervals that are always there.
struct KeptLink: Hashable, Sendable {
  let before: Int32
  let after: Int32
}

extension KeptOrders {
  /// What is kept of cumulative resources: links along which kept tasks hand on units of a resource, so that they use no more than there is
  /// wherever in time they go; free ones are left out (a partial order schedule: Policella, Smith, Cesta and Oddi, "Generating
  /// robust schedules through temporal flexibility", ICAPS 2004; Godard, Laborie and Nuijten, ICAPS 2005).
  ///
  /// A task takes units that nobody has had yet, then those that were given back first, because such links leave most room. All links hold
  /// in the solution. Each link is dropped with the relaxation's chance.
  ///
  /// Complexity: O(*n* log *n*) for *n* members of all resources; at most two links for each.
  func links(using random: inout SplitMix64) -> [KeptLink] {
    var links: [KeptLink] = []
    var seen: Set<KeptLink> = []
    for (number, resource) in structure.resources.enumerated() {
      var idle = resource.capacity
      var holders = BinaryHeap<Holder>()
      for place in solution.resources[number].lazy.map(Int.init) {
        let task = resource.tasks[place]
        // A task that lasts no time in the solution may have no units there.
        guard relaxation.keeps(interval: task, structure), let span = solution.solution.intervals[Int(task)],
          span.end > span.start
        else { continue }
        var need = resource.demands[place]
        let fresh = min(need, idle)
        idle -= fresh
        need -= fresh
        while need > 0, let holder = holders.popFirst() {
          assert(holder.end <= span.start, "the solution uses more than there is")
          let link = KeptLink(before: holder.task, after: task)
          if seen.insert(link).inserted { links.append(link) }
          let taken = min(need, holder.amount)
          need -= taken
          if holder.amount > taken {
            holders.insert(Holder(end: holder.end, task: holder.task, amount: holder.amount - taken))
          }
        }
        holders.insert(Holder(end: span.end, task: task, amount: resource.demands[place]))
      }
    }
    if relaxation.shareOfOrdersDropped > 0 {
      links.removeAll { _ in random.nextUnit() < relaxation.shareOfOrdersDropped }
    }
    return links
  }
}

/// Units of a resource with the task that has them, until its end and then until another takes them.
private struct Holder: Comparable {
  let end: Int
  let task: Int32
  let amount: Int

  static func < (left: Self, right: Self) -> Bool { (left.end, left.task) < (right.end, right.task) }
}
