import ModelCore
import ModelTransport

/// The secret that the service knows its caller by. It stands in no description and no
/// error, however odd it is.
struct AccessToken: Sendable {
  private let text: String
  private let forms: [[UInt8]]

  /// The names under which people keep the token, best known first.
  static let variables = [
    "RUNCOMFY_TOKEN", "RUNCOMFY_API_TOKEN", "RUNCOMFY_API_KEY", "RUNCOMFY_KEY", "YOUR_API_TOKEN",
  ]

  static func find(
    given: String?, _ environment: ClientEnvironment
  ) throws(ModelError) -> AccessToken {
    if let given { return try AccessToken(given, from: "the token given") }
    for name in variables {
      if let value = environment.variable(name), !value.isEmpty {
        return try AccessToken(value, from: "the token in \(name)")
      }
    }
    throw ModelError(.missingToken("no token: pass one, or set \(variables[0])"))
  }

  init(_ text: String, from origin: String) throws(ModelError) {
    if text.isEmpty { throw ModelError(.missingToken("\(origin) is empty")) }
    if text.lowercased().hasPrefix("bearer ") {
      throw ModelError(.missingToken("\(origin) begins with \"Bearer\", which isn't part of it"))
    }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ModelError(
        .missingToken("\(origin) contains whitespace or another character that isn't valid in one"))
    }
    self.text = text
    forms = AccessToken.disguises(of: text)
  }

  var authorization: TransportHeader { TransportHeader("Authorization", "Bearer \(text)") }

  /// Bytes of an answer without the token, should it have been echoed: plain, percent-encoded,
  /// escaped as JSON, or inside base64.
  func scrubbed(_ bytes: [UInt8]) -> [UInt8] {
    forms.reduce(bytes) { bytes, form in AccessToken.removing(form, from: bytes) }
  }

  private static func disguises(of text: String) -> [[UInt8]] {
    let plain = Array(text.utf8)
    // So short a word isn't a secret, and may well occur in a response for another reason.
    guard plain.count >= 8 else { return [] }
    var forms = [plain, Array(PercentEncoding.encode(text).utf8)]
    var escaped: [UInt8] = []
    for byte in plain {
      if byte == UInt8(ascii: "/") { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    forms.append(escaped)
    // What stands in base64 depends on where in a group of three bytes the token begins; the
    // letters at both ends also hold bits of its neighbours.
    for shift in 0..<3 {
      let filler = [UInt8](repeating: 0, count: shift)
      let letters = Base64.encode(filler + plain).filter { $0 != UInt8(ascii: "=") }
      forms.append(Array(letters.dropFirst(shift == 0 ? 0 : shift + 1).dropLast()))
    }
    return forms
  }

  private static func removing(_ part: [UInt8], from bytes: [UInt8]) -> [UInt8] {
    guard let first = part.first, bytes.count >= part.count else { return bytes }
    var kept: [UInt8] = []
    var copied = 0
    var index = 0
    while index <= bytes.count - part.count {
      if bytes[index] == first, bytes[index..<index + part.count].elementsEqual(part) {
        kept += bytes[copied..<index] + Array("•••".utf8)
        index += part.count
        copied = index
      } else {
        index += 1
      }
    }
    return copied == 0 ? bytes : kept + bytes[copied...]
  }
}

/// Debuggers and `dump` look into everything; not into this.
extension AccessToken: CustomStringConvertible, CustomReflectable {
  var description: String { "•••" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
