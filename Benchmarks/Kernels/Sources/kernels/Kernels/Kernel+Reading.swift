import Apus
import ApusProblems
import Foundation

extension Kernel {
  /// A random shop's model from its JSON text.
  static func reading(jobs: Int, machines: Int) -> Kernel {
    Kernel(name: "read JSON \(jobs)x\(machines)", unit: "byte") {
      let text = try JSONEncoder().encode(try JobShop.random(jobs: jobs, machines: machines, seed: 1).model())
      return {
        _ = try JSONDecoder().decode(ModelData.self, from: text)
        return text.count
      }
    }
  }
}
