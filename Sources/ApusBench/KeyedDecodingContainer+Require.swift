extension KeyedDecodingContainer {
  /// Sees that what was read under a key is sound.
  ///
  /// - Throws: a `DecodingError` at the key, with a message that says what was expected.
  func require(_ condition: Bool, _ key: Key, _ expectation: String) throws {
    guard !condition else { return }
    throw DecodingError.dataCorruptedError(
      forKey: key, in: self, debugDescription: "\(key.stringValue): \(expectation)")
  }
}
