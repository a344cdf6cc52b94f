/// Header lines in their order. Names are looked up without regard to case; repeated ones are kept.
public struct TransportHeaders: Hashable, Sendable {
  private var fields: [TransportHeader]

  /// The lines as given.
  public init(_ fields: [TransportHeader] = []) { self.fields = fields }

  /// The first value under this name. Setting it replaces all of them; nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { $0.name.equalsIgnoringASCIICase(name) }?.value }
    set {
      fields.removeAll { $0.name.equalsIgnoringASCIICase(name) }
      if let newValue { fields.append(TransportHeader(name, newValue)) }
    }
  }

  /// Every value under this name, in order.
  public func values(of name: String) -> [String] {
    fields.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value)
  }

  /// Adds a line and leaves those of the same name in place.
  public mutating func append(_ field: TransportHeader) { fields.append(field) }
}

extension TransportHeaders: RandomAccessCollection {
  /// The first line's place.
  public var startIndex: Int { fields.startIndex }
  /// The place behind the last line.
  public var endIndex: Int { fields.endIndex }
  /// The line at a place.
  public subscript(position: Int) -> TransportHeader { fields[position] }
}

extension TransportHeaders: ExpressibleByDictionaryLiteral, CustomStringConvertible {
  /// Lines from a literal; a name may occur more than once.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { TransportHeader($0, $1) }
  }
  /// One line each, secrets left out.
  public var description: String { fields.map(\.description).joined(separator: "\n") }
}

extension String {
  /// Header names and host names are ASCII; other letters differ whatever their case.
  package func equalsIgnoringASCIICase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  fileprivate var lowercasedASCII: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}

extension UInt8 {
  /// Whether a method or the name of a header may hold this byte.
  package var isTokenByte: Bool {
    switch self {
    case 48...57, 65...90, 97...122: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}

extension StringProtocol {
  /// Without the blanks and tabs that may stand around a header's value.
  package var trimmingBlanks: Substring {
    let text = Substring(self)
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 }
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first..<text.utf8.index(after: last)]
  }
}
