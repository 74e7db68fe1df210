/// Something small that is measured by itself.
struct Kernel {
  let name: String
  /// What one operation is, `conflict`.
  let unit: String
  /// Makes what is worked on, and gives the work: it does so many operations each time it is called, and is called many times.
  let prepare: () throws -> () throws -> Int
}
