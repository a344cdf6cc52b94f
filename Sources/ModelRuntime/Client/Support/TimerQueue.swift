/// The tasks that sleep, by the moment at which each is to wake.
///
/// A removed entry stays in the heap as a number until it surfaces or until more entries are removed
/// than live, so the memory is proportional to the sleepers that there are.
struct TimerQueue {
  /// Resumed with true when the moment has come, with false when the sleep was given up.
  typealias Sleeper = CheckedContinuation<Bool, Never>

  private var heap: [(moment: Duration, number: Int)] = []
  private var sleepers: [Int: Sleeper] = [:]
  private var lastNumber = 0

  /// The number of tasks that sleep.
  var count: Int { sleepers.count }
  /// The number of entries kept, removed sleepers included.
  var entries: Int { heap.count }

  /// Adds a sleeper and returns the number that removes it.
  mutating func add(_ sleeper: Sleeper, until moment: Duration) -> Int {
    lastNumber += 1
    sleepers[lastNumber] = sleeper
    heap.append((moment, lastNumber))
    siftUp(from: heap.count - 1)
    return lastNumber
  }

  /// Removes a sleeper; nil when it was woken before.
  mutating func remove(_ number: Int) -> Sleeper? {
    let sleeper = sleepers.removeValue(forKey: number)
    if heap.count > 64, heap.count > 2 * sleepers.count { compact() }
    return sleeper
  }

  /// The moment of the sleeper that wakes first.
  mutating func earliest() -> Duration? {
    while let first = heap.first {
      if sleepers[first.number] != nil { return first.moment }
      removeFirst()
    }
    return nil
  }

  /// Removes the sleepers whose moment has come.
  mutating func removeDue(at now: Duration) -> [Sleeper] {
    var due: [Sleeper] = []
    while let moment = earliest(), moment <= now, let first = heap.first {
      removeFirst()
      if let sleeper = sleepers.removeValue(forKey: first.number) { due.append(sleeper) }
    }
    return due
  }

  /// Removes every sleeper.
  mutating func removeAll() -> [Sleeper] {
    defer { (heap, sleepers) = ([], [:]) }
    return Array(sleepers.values)
  }

  /// A sorted array is a heap.
  private mutating func compact() {
    heap = heap.filter { sleepers[$0.number] != nil }.sorted { $0 < $1 }
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    siftDown()
  }

  private mutating func siftUp(from index: Int) {
    var child = index
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
