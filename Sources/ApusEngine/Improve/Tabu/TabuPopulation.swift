import ApusModel

/// Schedules that tabu search has ended with, and which of them have children.
///
/// A child takes the place of the worst. When many children in a row were no gain, the population has converged: its best becomes an
/// elite, and a fresh population follows. So many elites make the beginning of a population themselves, whose best is an elite of the next
/// rank, and so on: short runs have one small population, long runs a tournament of them, and no parameter depends on the time there is.
struct TabuPopulation {
  private var members: [TabuMember] = []
  private var childrenWithoutGain = 0
  /// The best of converged populations, by rank: rank 0 from random schedules, rank *n* from elites of rank *n* − 1.
  private var elites: [[TabuMember]] = [[]]
  private var rank = 0

  /// Members of a population.
  private static let capacity = 10
  /// Elites that begin a population of the next rank.
  private static let elitesPerRank = 3
  /// Children without gain after which a population has converged.
  private static let convergence = 30

  /// Whether the next schedule to be improved is a child, and no random one.
  var isFull: Bool { members.count == Self.capacity }

  /// Two members, drawn at random.
  ///
  /// - Precondition: the population is full.
  func parents(_ random: inout SplitMix64) -> (TabuMember, TabuMember) {
    let first = Int(random.next(below: UInt64(members.count)))
    var second = Int(random.next(below: UInt64(members.count - 1)))
    if second >= first { second += 1 }
    return (members[first], members[second])
  }

  /// Takes in what a walk ended with.
  mutating func take(_ member: TabuMember) {
    guard isFull else {
      members.append(member)
      return
    }
    let isNew = !members.contains { $0.value == member.value && $0.signature == member.signature }
    let worst = members.indices.max { members[$0].value < members[$1].value }!
    // One as good as the worst moves the population on along a plateau, but is no gain.
    if isNew && member.value < members[worst].value { childrenWithoutGain = 0 } else { childrenWithoutGain += 1 }
    if isNew && member.value <= members[worst].value { members[worst] = member }
    if childrenWithoutGain >= Self.convergence { crown() }
  }

  /// Makes the best member an elite and begins the next population.
  private mutating func crown() {
    elites[rank].append(members.min { $0.value < $1.value }!)
    childrenWithoutGain = 0
    if elites[rank].count < Self.elitesPerRank {
      members = []
      rank = 0
    } else {
      members = elites[rank]
      elites[rank] = []
      rank += 1
      if rank == elites.count { elites.append([]) }
    }
  }
}

/// A schedule of a population.
struct TabuMember {
  /// The nodes in the order in which they run.
  var order: [Int32]
  /// By node, what was chosen for it; empty where there is no choice.
  var modes: [Int32] = []
  var value: Int
  /// Equal for equal sequences on all machines.
  var signature: UInt64
}
