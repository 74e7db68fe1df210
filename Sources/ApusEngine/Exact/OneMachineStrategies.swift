import ApusModel
import ApusStructure

extension ModelData {
  /// Whether there is an exact method for the model.
  var hasOneMachineProof: Bool { machineWithProof != nil }

  /// The exact method for a model that is one machine with one release in common; nil where there is none.
  ///
  /// - Parameter memory: the bytes that the strategy may hold; nil for no limit.
  func oneMachineProof(memory: Int?) -> (any Strategy)? {
    guard let machine = machineWithProof else { return nil }
    let table = memory.map { $0 / 2 } ?? ExactSettings.memory
    let integers = integers.map(\.lowerBound)
    return machine.commonWeight == 1
      ? TotalTardinessStrategy(machine, integers: integers, name: "branch and memorise", memory: table)
      : WeightedTardinessStrategy(machine, integers: integers, name: "sublimation", memory: table)
  }

  /// Iterated dynasearch for a model that is one machine with one release in common; nil where it is none.
  func oneMachineImprover(name: String, seed: UInt64) -> (any Strategy)? {
    guard let machine = smallMachine else { return nil }
    return DynasearchStrategy(machine, integers: integers.map(\.lowerBound), name: name, seed: seed)
  }

  /// The method for weights works with real numbers, by time.
  private var machineWithProof: OneMachine? {
    guard let machine = smallMachine else { return nil }
    if machine.commonWeight == 1 { return machine }
    let horizon = machine.duration.reduce(0) { $0 + Int($1) }
    guard machine.jobCount <= ExactSettings.mostWeightedJobs, horizon <= ExactSettings.latestWeightedEnd else {
      return nil
    }
    let end = horizon + (machine.commonRelease ?? 0)
    let most = (0..<machine.jobCount).reduce(0.0) { $0 + Double(machine.cost(of: $1, endingAt: end)) }
    return most * Double(machine.jobCount) <= ExactSettings.largestCost ? machine : nil
  }

  private var smallMachine: OneMachine? {
    guard intervals.count <= ExactSettings.largestProblem, let machine = OneMachine(recognizing: self),
      machine.commonRelease != nil
    else { return nil }
    return machine
  }
}
