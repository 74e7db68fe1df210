/// What the scheduler keeps for a pod, resource by resource.
///
/// Containers and sidecars (init containers that are always restarted) run together; init containers run one after the other before the
/// containers, beside the sidecars that were started before them. Kept is the larger of what the two phases need, and the overhead:
/// `PodRequests` in the API's `resource/helpers.go`. Amounts that are set for the pod as a whole replace this sum.
struct EffectiveRequests {
  private var containers: [String: Quantity] = [:]
  private var sidecars: [String: Quantity] = [:]
  private var start: [String: Quantity] = [:]
  var overhead: [String: Quantity] = [:]
  var wholePod: [String: Quantity] = [:]

  mutating func addContainer(_ requests: [String: Quantity]) { containers.merge(requests, uniquingKeysWith: +) }

  /// Init containers in their order.
  mutating func addInitContainer(_ requests: [String: Quantity], isSidecar: Bool) {
    var together = sidecars
    together.merge(requests, uniquingKeysWith: +)
    start.merge(together, uniquingKeysWith: max)
    if isSidecar { sidecars = together }
  }

  var total: [String: Quantity] {
    var total = containers
    total.merge(sidecars, uniquingKeysWith: +)
    total.merge(start, uniquingKeysWith: max)
    total.merge(wholePod) { $1 }
    total.merge(overhead, uniquingKeysWith: +)
    return total
  }
}
