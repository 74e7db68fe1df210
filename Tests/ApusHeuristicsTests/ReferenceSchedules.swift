import ApusHeuristics
import ApusModel
import ApusStructure

/// The builders in so few lines that they are plainly right: every step looks at every job.
struct ReferenceDispatcher {
  let shop: Shop
  let rule: DispatchingRule

  private func key(_ operation: Int, job: Int, ready: Int) -> Double {
    let all = shop.operations(ofJob: job)
    let duration = Int(shop.duration[operation])
    let remaining = (operation..<all.upperBound).reduce(0) { $0 + Int(shop.duration[$1]) }
    let done = (all.lowerBound...operation).reduce(0) { $0 + Int(shop.duration[$1]) }
    switch rule {
    case .fifo: return Double(ready)
    case .spt: return Double(duration)
    case .lpt: return -Double(duration)
    case .mwkr: return -Double(remaining)
    case .lwkr: return Double(remaining)
    case .mopnr: return -Double(all.upperBound - operation)
    case .fddOverMwkr: return Double(done) / Double(max(1, remaining))
    case .sptOverTwkr: return Double(duration) / Double(max(1, remaining))
    case .edd, .mdd, .atc: fatalError("no reference for rules with due dates")
    }
  }

  func start(_ kind: ScheduleClass) -> [Int32] {
    var next = (0..<shop.jobCount).map { Int(shop.jobStart[$0]) }
    var ready = next.map { Int(shop.release[$0]) }
    var free = [Int](repeating: .min, count: shop.machineCount)
    var start = [Int32](repeating: 0, count: shop.operationCount)
    for _ in 0..<shop.operationCount {
      let open = next.indices.filter { next[$0] < shop.jobStart[$0 + 1] }
      func earliest(_ job: Int) -> Int { max(ready[job], free[Int(shop.machine[next[job]])]) }
      func completion(_ job: Int) -> Int { earliest(job) + Int(shop.duration[next[job]]) }
      let competing: [Int]
      switch kind {
      case .nonDelay:
        let time = open.map(earliest).min()!
        competing = open.filter { earliest($0) == time }
      case .active:
        let first = open.min {
          (completion($0), earliest($0), $0) < (completion($1), earliest($1), $1)
        }!
        competing = open.filter {
          $0 == first
            || (shop.machine[next[$0]] == shop.machine[next[first]] && earliest($0) < completion(first))
        }
      }
      let job = competing.min {
        (key(next[$0], job: $0, ready: ready[$0]), $0) < (key(next[$1], job: $1, ready: ready[$1]), $1)
      }!
      let operation = next[job]
      start[operation] = Int32(earliest(job))
      let end = completion(job)
      free[Int(shop.machine[operation])] = end
      next[job] += 1
      ready[job] = operation + 1 < shop.jobStart[job + 1] ? max(end, Int(shop.release[operation + 1])) : end
    }
    return start
  }
}

extension ShopSchedule {
  /// What is wrong with the schedule, or nil: releases, order of jobs, and machines, checked pair by pair.
  func fault(in shop: Shop) -> String? {
    func end(_ operation: Int) -> Int { Int(start[operation]) + Int(shop.duration[operation]) }
    for operation in 0..<shop.operationCount where start[operation] < shop.release[operation] {
      return "operation \(operation) starts before its release"
    }
    for job in 0..<shop.jobCount {
      for operation in shop.operations(ofJob: job).dropLast() where Int(start[operation + 1]) < end(operation) {
        return "operation \(operation + 1) starts before its job gets there"
      }
    }
    for machine in 0..<shop.machineCount {
      let members = (0..<shop.operationCount).filter { shop.machine[$0] == machine }
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...]
        where Int(start[first]) < end(second) && Int(start[second]) < end(first) {
          return "operations \(first) and \(second) overlap on machine \(machine)"
        }
      }
    }
    return nil
  }

  /// When an operation's job and release let it start.
  func ready(_ operation: Int, of shop: Shop, jobs: [Int32]) -> Int {
    let isFirst = operation == Int(shop.jobStart[Int(jobs[operation])])
    let before = isFirst ? Int.min : Int(start[operation - 1]) + Int(shop.duration[operation - 1])
    return max(before, Int(shop.release[operation]))
  }

  /// An operation that could start earlier with all others where they are, or nil.
  ///
  /// Where `isIdleOnly` holds, only machines that idle while the operation waits count, however short the idle time.
  func leftShift(in shop: Shop, isIdleOnly: Bool) -> Int? {
    let jobs = shop.jobs
    for operation in 0..<shop.operationCount {
      let others = (0..<shop.operationCount).filter { $0 != operation && shop.machine[$0] == shop.machine[operation] }
      let room = isIdleOnly ? 1 : Int(shop.duration[operation])
      for time in ready(
        operation, of: shop, jobs: jobs)..<max(
          Int(start[operation]), ready(operation, of: shop, jobs: jobs))
      {
        let isFree = others.allSatisfy {
          let (first, end) = (Int(start[$0]), Int(start[$0]) + Int(shop.duration[$0]))
          return end <= time || first >= time + room
        }
        if isFree { return operation }
      }
    }
    return nil
  }
}

/// A small shop with returns to machines, and durations of 0 and releases now and then.
func randomShop(seed: UInt64) -> Shop {
  var generator = SplitMix64(seed: seed)
  let machines = Int.random(in: 1...4, using: &generator)
  let shortest = Int.random(in: 0...1, using: &generator)
  let latest = Bool.random(using: &generator) ? 25 : 0
  let jobs = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Shop.Operation(
        machine: Int.random(in: 0..<machines, using: &generator),
        duration: Int.random(in: shortest...8, using: &generator),
        release: Int.random(in: 0...latest, using: &generator))
    }
  }
  let due = jobs.map { _ in Int32.random(in: 0...40, using: &generator) }
  let weight = jobs.map { _ in Int32.random(in: 1...9, using: &generator) }
  return Shop(
    jobs: jobs, machineCount: machines,
    objective: seed % 2 == 0 ? .makespan : .weightedTardiness(due: due, weight: weight))
}
