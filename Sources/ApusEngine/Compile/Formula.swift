/// A condition over engine variables, with the opposites pushed down to what can be turned round.
indirect enum Formula {
  case literal(Bound)
  /// The form is at most 0.
  case atMostZero(LinearForm)
  /// `target >= source + distance`, and both presences hold.
  case distance(from: Int32, to: Int32, Int32, presences: [Truth])
  case all([Formula])
  case any([Formula])

  static let always = Formula.literal(Bound(Core.always))
  static let never = Formula.literal(Bound(Core.never))
}
