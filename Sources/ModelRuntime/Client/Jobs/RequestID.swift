import ModelCore
import ModelTransport

/// The service's name for a job, checked: letters, digits, `-` and `_`, 128 at most. It goes into
/// paths, and an unchecked one could point them elsewhere.
struct RequestID: Sendable, Hashable, CustomStringConvertible {
  let description: String

  init?(_ text: String) {
    guard (1...128).contains(text.utf8.count), text.utf8.allSatisfy(RequestID.isAllowed) else {
      return nil
    }
    description = text
  }

  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// Ids in the answers to submissions. Each may name a job that is paid for.
extension RequestID {
  /// The id that an answer gives its job: a string, or a whole number as some write it.
  init?(_ value: JSONValue?) {
    switch value {
    case .string(let text)?: self.init(text)
    case .number(let number)?:
      guard "\(number)".utf8.allSatisfy(RequestID.isDigit) else { return nil }
      self.init("\(number)")
    default: return nil
    }
  }

  /// The id that stands anywhere in an answer, whatever its status and form.
  ///
  /// - Parameter json: The body, where it is JSON.
  init?(foundIn answer: TransportResponse, json: JSONValue?) {
    let location = Array((answer.headers["location"] ?? "").utf8)
    guard
      let id = RequestID(json?["request_id"]) ?? RequestID(salvagedFrom: answer.body)
        ?? RequestID(inAddressOf: location[...])
    else { return nil }
    self = id
  }

  /// The id in the beginning of a body that was cut or isn't the JSON it should be: the value of a
  /// key, at whatever depth, or a part of the address of the job's status.
  init?(salvagedFrom bytes: [UInt8]) {
    let beginning = bytes.prefix(1 << 20)
    var rest = beginning
    while let key = rest.firstRange(of: Array("\"request_id\"".utf8)) {
      rest = rest[key.upperBound...]
      if let id = RequestID(valueIn: rest) {
        self = id
        return
      }
    }
    self.init(inAddressOf: beginning)
  }

  /// - Parameter bytes: What stands behind a key.
  private init?(valueIn bytes: ArraySlice<UInt8>) {
    var rest = bytes.drop(while: RequestID.isBlank)
    guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
    rest = rest.drop(while: RequestID.isBlank)
    let isText = rest.first == UInt8(ascii: "\"")
    if isText { rest = rest.dropFirst() }
    let id = rest.prefix(while: isText ? RequestID.isAllowed : RequestID.isDigit)
    // What was cut may have been longer.
    guard let next = rest[id.endIndex...].first else { return nil }
    let isWhole =
      isText ? next == UInt8(ascii: "\"") : Array(",}]".utf8).contains(next) || Self.isBlank(next)
    guard isWhole else { return nil }
    self.init(String(decoding: id, as: UTF8.self))
  }

  /// The id in the address of a job's status, result or cancellation. JSON may escape the slashes.
  private init?(inAddressOf bytes: ArraySlice<UInt8>) {
    let plain = bytes.filter { $0 != UInt8(ascii: "\\") }[...]
    guard let path = plain.firstRange(of: Array("/requests/".utf8)) else { return nil }
    let id = plain[path.upperBound...].prefix(while: RequestID.isAllowed)
    let verbs = ["/status", "/result", "/cancel"].map { Array($0.utf8) }
    guard verbs.contains(where: { plain[id.endIndex...].starts(with: $0) }) else { return nil }
    self.init(String(decoding: id, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isBlank(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}
