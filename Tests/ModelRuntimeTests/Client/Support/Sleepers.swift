import TestSupport

/// Tasks that sleep, by the moment at which they wake: a binary heap.
struct Sleepers {
  struct Sleeper {
    let moment: Duration
    let number: Int
    let continuation: CheckedContinuation<Bool, Never>
  }

  private var heap: [(moment: Duration, number: Int)] = []
  private var sleeping: [Int: Sleeper] = [:]
  private var count = 0

  mutating func add(_ moment: Duration, _ continuation: CheckedContinuation<Bool, Never>) -> Int {
    count += 1
    sleeping[count] = Sleeper(moment: moment, number: count, continuation: continuation)
    heap.append((moment, count))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
    return count
  }

  mutating func remove(_ number: Int) -> Sleeper? { sleeping.removeValue(forKey: number) }

  mutating func popEarliest() -> Sleeper? {
    while let first = heap.first {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
      siftDown()
      if let sleeper = sleeping.removeValue(forKey: first.number) { return sleeper }
    }
    return nil
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

extension SeededGenerator {
  /// Spreads seeds that lie side by side.
  init(_ seed: UInt64) { self.init(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1) }

  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }
}
