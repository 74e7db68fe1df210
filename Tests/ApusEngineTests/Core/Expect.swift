import Testing

/// Like `#expect`, for conditions on values that cannot be copied, which the macro would try to.
func expect(_ isTrue: Bool, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(isTrue, comment, sourceLocation: sourceLocation)
}
