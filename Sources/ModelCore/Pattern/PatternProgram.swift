/// A pattern as a list of instructions, by Thompson's construction.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// One scalar of the set with this number; then the next instruction.
    case scalar(Int)
    case assertion(PatternAssertion)
    case jump(Int)
    case either(Int, Int)
    case match
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  /// A Boolean value that indicates whether a match can only begin at the start of the text.
  let isAnchored: Bool

  /// Counted repetitions are written out, so that a pattern of few characters can ask for much.
  static var maximumSize: Int { 8192 }

  init(_ tree: PatternTree) throws(PatternError) {
    isAnchored = PatternProgram.beginsAtStart(tree)
    try append(tree)
    try emit(.match)
  }

  private mutating func emit(_ instruction: Instruction) throws(PatternError) {
    guard instructions.count < PatternProgram.maximumSize else {
      throw PatternError(message: "the pattern repeats too much", offset: 0)
    }
    instructions.append(instruction)
  }

  private mutating func append(_ tree: PatternTree) throws(PatternError) {
    switch tree {
    case .empty: break
    case .set(let set):
      sets.append(set)
      try emit(.scalar(sets.count - 1))
    case .assertion(let assertion): try emit(.assertion(assertion))
    case .sequence(let parts): for part in parts { try append(part) }
    case .alternatives(let parts): try append(alternatives: parts)
    case .repetition(let part, let minimum, let maximum):
      try append(repeated: part, atLeast: minimum, atMost: maximum)
    }
  }

  private mutating func append(alternatives parts: [PatternTree]) throws(PatternError) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      guard index < parts.count - 1 else {
        try append(part)
        break
      }
      let fork = instructions.count
      try emit(.match)
      try append(part)
      jumps.append(instructions.count)
      try emit(.match)
      instructions[fork] = .either(fork + 1, instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func append(
    repeated part: PatternTree, atLeast minimum: Int, atMost maximum: Int?
  ) throws(PatternError) {
    // A part without instructions would be repeated without ever reaching the limit of size.
    if case .empty = part { return }
    for _ in 0..<minimum {
      let before = instructions.count
      try append(part)
      if instructions.count == before { return }
    }
    guard let maximum else {
      let fork = instructions.count
      try emit(.match)
      try append(part)
      try emit(.jump(fork))
      instructions[fork] = .either(fork + 1, instructions.count)
      return
    }
    var forks: [Int] = []
    for _ in minimum..<maximum {
      forks.append(instructions.count)
      try emit(.match)
      try append(part)
    }
    for fork in forks { instructions[fork] = .either(fork + 1, instructions.count) }
  }

  private static func beginsAtStart(_ tree: PatternTree) -> Bool {
    switch tree {
    case .assertion(.start): true
    case .sequence(let parts): parts.first.map(beginsAtStart) ?? false
    case .alternatives(let parts): parts.allSatisfy(beginsAtStart)
    case .repetition(let part, let minimum, _): minimum > 0 && beginsAtStart(part)
    case .empty, .set, .assertion: false
    }
  }
}
