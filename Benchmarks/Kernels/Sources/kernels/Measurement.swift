import Foundation

/// The times of a kernel's samples.
struct Measurement {
  /// Operations of one sample; all samples do the same.
  let operations: Int
  /// Nanoseconds of an operation, a number for each sample, ascending.
  let nanoseconds: [Double]

  /// The least, which other work on the machine disturbs least.
  var least: Double { nanoseconds[0] }

  var median: Double {
    let middle = nanoseconds.count / 2
    let isEven = nanoseconds.count.isMultiple(of: 2)
    return isEven ? (nanoseconds[middle - 1] + nanoseconds[middle]) / 2 : nanoseconds[middle]
  }

  /// Runs a kernel once to warm it up, and then for at least `seconds` and five samples.
  ///
  /// - Throws: what the kernel throws, and ``UnsteadyKernel`` where samples differ in what they do.
  init(_ kernel: Kernel, seconds: Double) throws {
    let work = try kernel.prepare()
    let operations = try work()
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var samples: [Double] = []
    while samples.count < 5 || clock.now < end {
      let start = clock.now
      let done = try work()
      samples.append((clock.now - start) / .nanoseconds(1) / Double(operations))
      guard done == operations else { throw UnsteadyKernel(name: kernel.name) }
    }
    self.operations = operations
    nanoseconds = samples.sorted()
  }
}

/// A kernel that does not do the same each time, and so cannot be measured.
struct UnsteadyKernel: Error, CustomStringConvertible {
  let name: String
  var description: String { "\(name): two samples did different work" }
}
