/// A solution as Apus writes it to a file: what was solved, what was found, and enough to judge it without Apus.
///
/// The format is JSON and fixed at version 1. Every key of the head is always present, with `null` for what is missing;
/// a task has only the keys that its family uses. Files are written by ``text`` and read by ``init(bytes:file:)``.
public struct SolutionFile: Sendable, Equatable {
  /// The value of the key `format`.
  public static let format = "apus-solution"
  /// The value of the key `version`.
  public static let version = 1

  /// What is claimed of the solution.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// No solution is better.
    case optimal
    /// It is a solution.
    case feasible
    /// There is no solution.
    case infeasible
    /// Nothing is known; the tasks, if any, are no solution.
    case unknown
  }

  /// Where pod packing puts one pod.
  public struct Placement: Sendable, Equatable, Hashable, Codable {
    /// The pod, as `namespace/name`.
    public var pod: String
    /// The node's name, nil if the pod is not placed.
    public var node: String?

    /// Creates the placement of `pod` on `node`.
    public init(pod: String, node: String?) {
      self.pod = pod
      self.node = node
    }

    /// Encodes both keys; a missing node is null.
    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(pod, forKey: .pod)
      try values.encode(node, forKey: .node)
    }

    private enum CodingKeys: String, CodingKey { case pod, node }
  }

  /// A level of a lexicographic objective; the first one counts most.
  public struct Level: Sendable, Equatable, Hashable, Codable {
    /// What is counted.
    public var name: String
    /// What the solution has.
    public var value: Int
    /// What no solution can do better that is as good on all levels before; nil if nothing is proven.
    public var bound: Int?

    public init(name: String, value: Int, bound: Int?) {
      self.name = name
      self.value = value
      self.bound = bound
    }
  }

  /// A step of the way to a placement: a pod leaves a node, comes to one, or goes from one to another.
  public struct Step: Sendable, Equatable, Hashable, Codable {
    /// The pod, as `namespace/name`.
    public var pod: String
    /// The node it is on, nil if it waits.
    public var from: String?
    /// The node it goes to, nil if it is evicted.
    public var to: String?

    public init(pod: String, from: String?, to: String?) {
      self.pod = pod
      self.from = from
      self.to = to
    }
  }

  /// The instance's name.
  public var instance: String?
  /// The SHA-256 of the instance's file, in lower-case hexadecimal digits.
  public var sha256: String?
  /// The problem's family, as the command line names it: `jobshop`.
  public var family: String?
  /// What is claimed.
  public var status: Status
  /// The objective's value, nil without a solution.
  public var objective: Int?
  /// A proven bound on the objective of every solution.
  public var bound: Int?
  /// The command that was run.
  public var command: String?
  /// The seed that it was run with.
  public var seed: Int?
  /// The version of Apus.
  public var apus: String?
  /// When and where everything is done.
  public var tasks: [ScheduledTask]
  /// The values of a plain model's variables.
  public var variables: [String: Int]?
  /// Where the pods are put.
  public var placements: [Placement]?
  /// The levels of a lexicographic objective, the most important first.
  public var levels: [Level]?
  /// How to come from where the pods run to where they are put, in order.
  public var plan: [Step]?

  /// Creates a solution; what is not given is missing.
  public init(
    instance: String? = nil, sha256: String? = nil, family: String? = nil, status: Status, objective: Int? = nil,
    bound: Int? = nil, command: String? = nil, seed: Int? = nil, apus: String? = nil, tasks: [ScheduledTask] = [],
    variables: [String: Int]? = nil, placements: [Placement]? = nil,
    levels: [Level]? = nil, plan: [Step]? = nil
  ) {
    self.instance = instance
    self.sha256 = sha256
    self.family = family
    self.status = status
    self.objective = objective
    self.bound = bound
    self.command = command
    self.seed = seed
    self.apus = apus
    self.tasks = tasks
    self.variables = variables
    self.placements = placements
    self.levels = levels
    self.plan = plan
  }
}

// MARK: - Codable

extension SolutionFile: Codable {
  private enum CodingKeys: String, CodingKey {
    case format, version, instance, sha256, family, status, objective, bound, command, seed, apus, tasks, variables
    case placements, levels, plan
  }

  /// Decodes a solution; `tasks` and all of the head but `format`, `version` and `status` may be absent.
  ///
  /// - Throws: `DecodingError`, also for another format or version.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let format = try values.decode(String.self, forKey: .format)
    guard format == Self.format else {
      let message = "expected the format \"\(Self.format)\", found \(InputError.quoted(Array(format.utf8)[...]))"
      throw DecodingError.dataCorruptedError(forKey: .format, in: values, debugDescription: message)
    }
    let version = try values.decode(Int.self, forKey: .version)
    guard version == Self.version else {
      let message = "expected version \(Self.version), found \(version)"
      throw DecodingError.dataCorruptedError(forKey: .version, in: values, debugDescription: message)
    }
    let status = try values.decode(String.self, forKey: .status)
    guard let known = Status(rawValue: status) else {
      let names = Status.allCases.map(\.rawValue).joined(separator: ", ")
      let message = "expected one of \(names), found \(InputError.quoted(Array(status.utf8)[...]))"
      throw DecodingError.dataCorruptedError(forKey: .status, in: values, debugDescription: message)
    }
    self.init(
      instance: try values.decodeIfPresent(String.self, forKey: .instance),
      sha256: try values.decodeIfPresent(String.self, forKey: .sha256),
      family: try values.decodeIfPresent(String.self, forKey: .family),
      status: known,
      objective: try values.decodeIfPresent(Int.self, forKey: .objective),
      bound: try values.decodeIfPresent(Int.self, forKey: .bound),
      command: try values.decodeIfPresent(String.self, forKey: .command),
      seed: try values.decodeIfPresent(Int.self, forKey: .seed),
      apus: try values.decodeIfPresent(String.self, forKey: .apus),
      tasks: try values.decodeIfPresent([ScheduledTask].self, forKey: .tasks) ?? [],
      variables: try values.decodeIfPresent([String: Int].self, forKey: .variables),
      placements: try values.decodeIfPresent([Placement].self, forKey: .placements),
      levels: try values.decodeIfPresent([Level].self, forKey: .levels),
      plan: try values.decodeIfPresent([Step].self, forKey: .plan))
  }

  /// Encodes the same keys and values as ``text``.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.format, forKey: .format)
    try values.encode(Self.version, forKey: .version)
    try values.encode(instance, forKey: .instance)
    try values.encode(sha256, forKey: .sha256)
    try values.encode(family, forKey: .family)
    try values.encode(status, forKey: .status)
    try values.encode(objective, forKey: .objective)
    try values.encode(bound, forKey: .bound)
    try values.encode(command, forKey: .command)
    try values.encode(seed, forKey: .seed)
    try values.encode(apus, forKey: .apus)
    try values.encode(tasks, forKey: .tasks)
    try values.encodeIfPresent(variables, forKey: .variables)
    try values.encodeIfPresent(placements, forKey: .placements)
    try values.encodeIfPresent(levels, forKey: .levels)
    try values.encodeIfPresent(plan, forKey: .plan)
  }
}
