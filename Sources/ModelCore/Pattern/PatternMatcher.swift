/// Runs a program over a text: all its threads at once, one step for each scalar.
struct PatternMatcher {
  private let program: PatternProgram
  /// Instructions that wait for a scalar.
  private var waiting: [Int] = []
  /// In which step an instruction was last reached, so that each is taken up once per step.
  private var reached: [Int]
  private var pending: [Int] = []
  private var step = 0

  static func search(_ text: String, with program: PatternProgram) -> Bool {
    var matcher = PatternMatcher(program: program)
    return matcher.search(text)
  }

  private init(program: PatternProgram) {
    self.program = program
    reached = Array(repeating: 0, count: program.instructions.count)
  }

  private mutating func search(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    var previous: Unicode.Scalar?
    var next = scalars.next()
    var arrived: [Int] = []
    while true {
      step += 1
      waiting.removeAll(keepingCapacity: true)
      for instruction in arrived where follow(instruction, after: previous, before: next) {
        return true
      }
      if previous == nil || !program.isAnchored, follow(0, after: previous, before: next) {
        return true
      }
      guard let scalar = next, !(waiting.isEmpty && program.isAnchored) else { return false }
      arrived.removeAll(keepingCapacity: true)
      for instruction in waiting {
        if case .scalar(let set) = program.instructions[instruction],
          program.sets[set].contains(scalar)
        {
          arrived.append(instruction + 1)
        }
      }
      previous = scalar
      next = scalars.next()
    }
  }

  /// Takes up all that can be reached from an instruction without a scalar; true at a match.
  private mutating func follow(
    _ start: Int, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    pending.append(start)
    while let index = pending.popLast() {
      guard reached[index] != step else { continue }
      reached[index] = step
      switch program.instructions[index] {
      case .scalar: waiting.append(index)
      case .jump(let target): pending.append(target)
      case .either(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion):
        if PatternMatcher.holds(assertion, previous, next) { pending.append(index + 1) }
      case .match: return true
      }
    }
    return false
  }

  private static func holds(
    _ assertion: PatternAssertion, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?
  ) -> Bool {
    switch assertion {
    case .start: previous == nil
    case .end: next == nil
    case .wordBoundary: isWord(previous) != isWord(next)
    case .noWordBoundary: isWord(previous) == isWord(next)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case ("0"..."9")?, ("a"..."z")?, ("A"..."Z")?, "_"?: true
    default: false
    }
  }
}
