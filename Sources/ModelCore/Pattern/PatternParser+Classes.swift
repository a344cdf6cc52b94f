/// Escapes and bracketed classes.
extension PatternParser {
  /// The meaning of an escape or of an element of a class.
  enum Atom {
    case value(UInt32)
    case many(ScalarSet)

    var set: ScalarSet {
      switch self {
      case .value(let value): ScalarSet([value...value])
      case .many(let set): set
      }
    }
  }

  /// Reads a class, the cursor being behind `[`.
  mutating func parseClass(from start: Int) throws(PatternError) -> ScalarSet {
    let isNegated = skip("^")
    var set = ScalarSet()
    while true {
      guard current != nil else { throw failure("the class has no end", at: start) }
      if skip("]") { break }
      let itemStart = position
      let first = try parseClassAtom()
      guard current == "-", let next = peek(1), next != "]" else {
        set.formUnion(first.set)
        continue
      }
      position += 1
      let last = try parseClassAtom()
      guard case .value(let lower) = first, case .value(let upper) = last else {
        // `[\w-.]`, an error with the flag `u`, is too common to be refused: the hyphen is meant.
        set.formUnion(first.set)
        set.formUnion(ScalarSet([0x2D...0x2D]))
        set.formUnion(last.set)
        continue
      }
      guard lower <= upper else { throw failure("the range is out of order", at: itemStart) }
      set.insert(lower...upper)
    }
    set.isNegated = isNegated
    return set
  }

  private mutating func parseClassAtom() throws(PatternError) -> Atom {
    let start = position
    guard let scalar = current else { throw failure("the class has no end") }
    position += 1
    return scalar == "\\" ? try parseEscape(from: start, inClass: true) : .value(scalar.value)
  }

  /// Reads an escape, the cursor being behind the backslash.
  mutating func parseEscape(from start: Int, inClass: Bool) throws(PatternError) -> Atom {
    guard let scalar = current else { throw failure("a backslash must not end the pattern") }
    position += 1
    switch scalar {
    case "d": return .many(.digit)
    case "D": return .many(ScalarSet.digit.negated)
    case "w": return .many(.word)
    case "W": return .many(ScalarSet.word.negated)
    case "s": return .many(.space)
    case "S": return .many(ScalarSet.space.negated)
    case "p", "P": return .many(try parseProperty(isNegated: scalar == "P", from: start))
    case "t": return .value(0x09)
    case "n": return .value(0x0A)
    case "v": return .value(0x0B)
    case "f": return .value(0x0C)
    case "r": return .value(0x0D)
    case "b" where inClass: return .value(0x08)
    case "c": return .value(try parseControlLetter(from: start))
    case "x": return .value(try parseHex(digits: 2, from: start))
    case "u": return .value(try parseUnicodeEscape(from: start))
    case "0":
      if let next = current, PatternParser.digit(next, radix: 10) != nil {
        throw failure("octal escapes are not supported", at: start)
      }
      return .value(0)
    case "1"..."9", "k": throw failure("back references are not supported", at: start)
    case _ where PatternParser.mayBeEscaped(scalar): return .value(scalar.value)
    default: throw failure("there is no escape \\\(scalar)", at: start)
    }
  }

  /// Beyond what the flag `u` allows, any ASCII sign other than a letter or digit stands for itself:
  /// schemas are full of `\-` and `\@`, and those can mean nothing else.
  private static func mayBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", "_": false
    default: (0x20...0x7E).contains(scalar.value)
    }
  }

  private mutating func parseProperty(
    isNegated: Bool, from start: Int
  ) throws(PatternError) -> ScalarSet {
    guard skip("{") else { throw failure("a property's name must follow in braces", at: start) }
    var name = String.UnicodeScalarView()
    while let scalar = current, scalar != "}" {
      name.append(scalar)
      position += 1
    }
    guard skip("}") else { throw failure("the property's name has no end", at: start) }
    guard let property = ScalarProperty(named: String(name)) else {
      throw failure("the property \(ValueText.quoted(String(name))) is not supported", at: start)
    }
    var set = ScalarSet()
    set.insert(property, isNegated: isNegated)
    return set
  }

  private mutating func parseControlLetter(from start: Int) throws(PatternError) -> UInt32 {
    switch current {
    case ("a"..."z")?, ("A"..."Z")?:
      let value = (current?.value ?? 0) & 31
      position += 1
      return value
    default: throw failure("a letter must follow \\c", at: start)
    }
  }

  private mutating func parseHex(digits: Int, from start: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current.flatMap({ PatternParser.digit($0, radix: 16) }) else {
        throw failure("\(digits) hexadecimal digits must follow", at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private mutating func parseUnicodeEscape(from start: Int) throws(PatternError) -> UInt32 {
    if skip("{") {
      var value: UInt32 = 0
      let digitsStart = position
      while let digit = current.flatMap({ PatternParser.digit($0, radix: 16) }) {
        value = value << 4 | digit
        guard value <= 0x10FFFF else { throw failure("there is no such character", at: start) }
        position += 1
      }
      guard position > digitsStart, skip("}") else {
        throw failure("hexadecimal digits in braces must follow", at: start)
      }
      return value
    }
    let unit = try parseHex(digits: 4, from: start)
    guard unit & 0xFC00 == 0xD800, current == "\\", peek(1) == "u", peek(2) != "{" else {
      return unit
    }
    let mark = position
    position += 2
    let low = try parseHex(digits: 4, from: mark)
    guard low & 0xFC00 == 0xDC00 else {
      position = mark
      return unit
    }
    return 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
  }
}
