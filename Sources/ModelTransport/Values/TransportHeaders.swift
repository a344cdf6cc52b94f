/// The header fields of a request or response, in order. Names are looked up case-insensitively;
/// repeated fields are kept.
public struct TransportHeaders: Hashable, Sendable {
  private var fields: [TransportHeader]

  /// Creates headers with the given fields.
  public init(_ fields: [TransportHeader] = []) { self.fields = fields }

  /// The first value for a name. Setting it replaces all values for the name; setting `nil` removes
  /// them.
  public subscript(name: String) -> String? {
    get { fields.first { $0.name.equalsIgnoringASCIICase(name) }?.value }
    set {
      fields.removeAll { $0.name.equalsIgnoringASCIICase(name) }
      if let newValue { fields.append(TransportHeader(name, newValue)) }
    }
  }

  /// Returns all values for a name, in order.
  public func values(of name: String) -> [String] {
    fields.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value)
  }

  /// Adds a field and keeps existing fields with the same name.
  public mutating func append(_ field: TransportHeader) { fields.append(field) }
}

extension TransportHeaders: RandomAccessCollection {
  /// The position of the first field.
  public var startIndex: Int { fields.startIndex }
  /// The position after the last field.
  public var endIndex: Int { fields.endIndex }
  /// The field at a position.
  public subscript(position: Int) -> TransportHeader { fields[position] }
}

extension TransportHeaders: ExpressibleByDictionaryLiteral, CustomStringConvertible {
  /// Creates headers from a literal. A name may occur more than once.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { TransportHeader($0, $1) }
  }
  /// The fields as text, one per line, without secrets.
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
  /// A Boolean value that indicates whether a method or a header name may contain this byte.
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
