import Testing

@testable import ApusEngine

@Suite struct LubySequenceTests {
  @Test func beginsAsPublished() {
    var sequence = LubySequence()
    let first = (0..<31).map { _ in sequence.next() }
    #expect(first == [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8, 1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8, 16])
  }
}
