/// Values by type: what is absent, null or of another type.
extension JSONDocument {
  /// The members of an object.
  func object(_ value: Value, _ what: String) throws(InputError) -> [String: Value] {
    guard case .object(let members) = value.content else { throw unexpected("\(what) (an object)", at: value.offset) }
    return members
  }

  /// The elements of an array; nil if it is absent or null.
  func array(_ value: Value?, _ what: String) throws(InputError) -> [Value]? {
    guard let value else { return nil }
    switch value.content {
    case .null: return nil
    case .array(let elements): return elements
    default: throw unexpected("\(what) (an array)", at: value.offset)
    }
  }

  /// An integer; nil if it is absent or null.
  func integer(_ value: Value?, _ what: String) throws(InputError) -> Int? {
    guard let value else { return nil }
    switch value.content {
    case .null: return nil
    case .number(let number?): return number
    default: throw unexpected("\(what) (an integer of 64 bits)", at: value.offset)
    }
  }

  /// A string; nil if it is absent or null.
  func string(_ value: Value?, _ what: String) throws(InputError) -> String? {
    guard let value else { return nil }
    switch value.content {
    case .null: return nil
    case .string(let text): return text
    default: throw unexpected("\(what) (a string)", at: value.offset)
    }
  }

  /// A truth value; nil if it is absent or null.
  func boolean(_ value: Value?, _ what: String) throws(InputError) -> Bool? {
    guard let value else { return nil }
    switch value.content {
    case .null: return nil
    case .boolean(let truth): return truth
    default: throw unexpected("\(what) (true or false)", at: value.offset)
    }
  }

  /// The members of an object; none if it is absent or null.
  func members(_ value: Value?, _ what: String) throws(InputError) -> [String: Value] {
    guard let value else { return [:] }
    if case .null = value.content { return [:] }
    return try object(value, what)
  }
}
