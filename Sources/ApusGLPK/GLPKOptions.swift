/// How GLPK searches.
public struct GLPKOptions: Sendable {
  /// Cutting planes.
  public struct Cuts: OptionSet, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Mixed-integer rounding.
    public static let rounding = Cuts(rawValue: 1)
    /// Gomory's mixed-integer cuts.
    public static let gomory = Cuts(rawValue: 2)
    public static let cover = Cuts(rawValue: 4)
    public static let clique = Cuts(rawValue: 8)
    public static let all: Cuts = [.rounding, .gomory, .cover, .clique]
  }

  /// Which of the columns that are not whole is branched on.
  public enum Branching: Int32, Sendable {
    case first, mostFractional, driebeckTomlin, pseudocost
  }

  /// Which open subproblem comes next.
  public enum NodeChoice: Int32, Sendable {
    case depthFirst, breadthFirst, bestBound, bestProjection
  }

  public var cuts: Cuts = []
  public var branching = Branching.driebeckTomlin
  public var nodeChoice = NodeChoice.bestBound
  /// Whether GLPK's own presolver makes the program smaller first. It then takes no solutions to begin with.
  public var presolves = false
  /// Whether to look for a first solution by the feasibility pump.
  public var pumpsFeasibility = false
  /// How far from whole a value may be and count as whole.
  public var integrality = 1e-7
  /// The relative gap that is enough; 0 for a proof.
  public var gap = 0.0
  /// Bytes that GLPK may hold; nil for no limit. It counts in units of 2²⁰.
  public var memory: Int?

  public init() {}
}
