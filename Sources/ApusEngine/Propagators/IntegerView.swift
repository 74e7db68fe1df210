/// A variable or its negation, and an offset: what propagators over integers are given for an expression.
struct IntegerView: BitwiseCopyable, Hashable {
  var signed: SignedVariable
  var offset: Int32

  init(signed: SignedVariable, offset: Int32 = 0) {
    self.signed = signed
    self.offset = offset
  }

  init(_ variable: Int32, offset: Int32 = 0) { self.init(signed: 2 * variable, offset: offset) }

  var variable: Int32 { signed >> 1 }
  /// The view with the opposite values.
  var mirrored: IntegerView { IntegerView(signed: signed ^ 1, offset: -offset) }

  func lower(in core: borrowing Core) -> Int32 { offset &- core.limit[signed ^ 1] }
  func upper(in core: borrowing Core) -> Int32 { offset &+ core.limit[signed] }
  func lower(at time: Int32, in core: borrowing Core) -> Int32 { offset &- core.limit(of: signed ^ 1, at: time) }
  func upper(at time: Int32, in core: borrowing Core) -> Int32 { offset &+ core.limit(of: signed, at: time) }

  /// The literal "at most `value`".
  func atMost(_ value: Int32) -> Bound { Bound(signed, value &- offset) }
  /// The literal "at least `value`".
  func atLeast(_ value: Int32) -> Bound { Bound(signed ^ 1, offset &- value) }

  /// The values that the limits of a judgement leave.
  func range(_ limits: [Int32]) -> (low: Int32, high: Int32) {
    (offset - limits[Int(signed ^ 1)], offset + limits[Int(signed)])
  }
}
