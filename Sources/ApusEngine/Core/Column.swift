/// A growable array of plain values that is owned by exactly one holder.
///
/// The engine's columns are reached through ids millions of times a second; `Array` would check uniqueness and exclusivity
/// at every write. Indices are checked in debug builds only. A pointer into a column must not outlive an `append`.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private(set) var pointer: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int

  init(capacity: Int = 8) {
    self.capacity = Swift.max(capacity, 4)
    count = 0
    pointer = .allocate(capacity: self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    pointer.initialize(repeating: element, count: count)
    self.count = count
  }

  init(_ elements: some Collection<Element>) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }

  deinit { pointer.deallocate() }

  @inline(never) private mutating func grow(to minimum: Int) {
    let larger = Swift.max(capacity &* 2, minimum)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    fresh.update(from: pointer, count: count)
    pointer.deallocate()
    pointer = fresh
    capacity = larger
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(to: 0) }
    pointer[count] = element
    count &+= 1
  }

  @inline(__always) mutating func removeLast() -> Element {
    assert(count > 0)
    count &-= 1
    return pointer[count]
  }

  /// Keeps the first `newCount` elements.
  @inline(__always) mutating func truncate(_ newCount: Int) {
    assert(newCount >= 0 && newCount <= count)
    count = newCount
  }

  /// Appends copies of `element` until there are at least `newCount`.
  mutating func extend(to newCount: Int, with element: Element) {
    if newCount <= count { return }
    if newCount > capacity { grow(to: newCount) }
    (pointer + count).update(repeating: element, count: newCount - count)
    count = newCount
  }

  mutating func removeAll() { count = 0 }

  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The bytes held, for memory limits.
  var byteCount: Int { capacity * MemoryLayout<Element>.stride }

  @inline(__always) subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) outside 0..<\(count)")
      return pointer[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index \(index) outside 0..<\(count)")
      pointer[index] = newValue
    }
  }

  @inline(__always) subscript(_ index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  /// A copy as an array, for tests and messages.
  var array: [Element] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}

/// Many small lists of plain values, one for each signed variable: watches, edges, wake-ups.
struct ListColumn<Element: BitwiseCopyable>: ~Copyable {
  struct List: BitwiseCopyable {
    var pointer: UnsafeMutablePointer<Element>?
    var count: Int32
    var capacity: Int32
  }

  private(set) var lists = Column<List>()
  /// The elements for which memory is held.
  private(set) var reserved = 0

  deinit {
    for index in 0..<lists.count { lists[index].pointer?.deallocate() }
  }

  mutating func extend(to count: Int) {
    lists.extend(to: count, with: List(pointer: nil, count: 0, capacity: 0))
  }

  @inline(__always) subscript(_ index: Int32) -> List { lists[index] }

  @inline(__always) mutating func append(_ element: Element, to index: Int32) {
    var list = lists[index]
    if list.count == list.capacity { grow(&list) }
    list.pointer.unsafelyUnwrapped[Int(list.count)] = element
    list.count &+= 1
    lists[index] = list
  }

  @inline(__always) mutating func truncate(_ index: Int32, to count: Int32) {
    lists.pointer[Int(index)].count = count
  }

  mutating func removeAll() {
    for index in 0..<lists.count { lists.pointer[index].count = 0 }
  }

  @inline(never) private mutating func grow(_ list: inout List) {
    let capacity = list.capacity == 0 ? 4 : list.capacity &* 2
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: Int(capacity))
    if let old = list.pointer {
      fresh.update(from: old, count: Int(list.count))
      old.deallocate()
    }
    reserved += Int(capacity - list.capacity)
    list.pointer = fresh
    list.capacity = capacity
  }

  var byteCount: Int { lists.byteCount + reserved * MemoryLayout<Element>.stride }
}
