public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension JSONNumber {
  /// Creates a number, or `nil` for NaN, which JSON can't represent.
  public init?(_ value: Decimal) { self.init(text: value.description) }
}

/// Creating values from Foundation's types.
extension JSONValue {
  /// Creates a number, or `null` for NaN, which JSON can't represent.
  public init(_ value: Decimal) { self = JSONNumber(value).map { .number($0) } ?? .null }

  /// Creates a string with an absolute URL.
  public init(_ url: URL) { self = .string(url.absoluteString) }

  /// Creates a string with a date in ISO 8601 format, such as `2026-11-20T08:30:00Z`.
  ///
  /// Fractions of a second are written in milliseconds, and omitted if there are none.
  public init(_ date: Date) { self = .string(ISO8601.text(of: date)) }

  /// Creates a value from an object of the kind that `JSONSerialization` reads and writes.
  ///
  /// The object consists of dictionaries with string keys, arrays, strings, numbers, Boolean values
  /// and `NSNull`; `nil` is `null`. The keys of an object are sorted by their UTF-8 bytes.
  ///
  /// The result is `nil` if the object contains anything else, or a number that isn't finite.
  public init?(foundationObject object: Any?) {
    guard let object = JSONValue.unwrapped(object) else {
      self = .null
      return
    }
    if let members = object as? [String: Any] {
      var values: [String: JSONValue] = [:]
      for (key, member) in members {
        guard let value = JSONValue(foundationObject: member) else { return nil }
        values[key] = value
      }
      self.init(values)
    } else if let items = object as? [Any] {
      var values: [JSONValue] = []
      for item in items {
        guard let value = JSONValue(foundationObject: item) else { return nil }
        values.append(value)
      }
      self = .array(values)
    } else if let value = JSONValue(scalarObject: object) {
      self = value
    } else {
      return nil
    }
  }

  /// The object without optionals around it; an `Any` can itself hold an optional.
  private static func unwrapped(_ object: Any?) -> Any? {
    guard let object else { return nil }
    let mirror = Mirror(reflecting: object)
    guard mirror.displayStyle == .optional else { return object }
    return mirror.children.first.flatMap { unwrapped($0.value) }
  }

  private init?(scalarObject object: Any) {
    // Foundation's number and null are known by name, so that programs needn't link all of
    // Foundation on Linux. `NSNumber` converts to `Bool` even if it is the number 1.
    switch String(describing: type(of: object)) {
    case "NSNull": self = .null
    case "Bool", "__NSCFBoolean": self.init(object as? Bool)
    case _ where object is String: self.init(object as? String)
    default:
      let number: JSONNumber? =
        if let integer = object as? any BinaryInteger {
          JSONNumber(text: "\(integer)")
        } else if let int = object as? Int {
          JSONNumber(int)
        } else if let integer = object as? UInt64 {
          JSONNumber(integer)
        } else if let decimal = object as? Decimal {
          JSONNumber(decimal)
        } else if let float = object as? Float, type(of: object) == Float.self {
          JSONNumber(float)
        } else if let double = object as? Double {
          JSONNumber(double)
        } else {
          nil
        }
      guard let number else { return nil }
      self = .number(number)
    }
  }

  /// The value as an object of the kind that `JSONSerialization` reads and writes, or `nil` for
  /// `null`.
  ///
  /// The object consists of `[String: Any]`, `[Any]`, `String`, `Int`, `UInt64`, `Double` and
  /// `Bool`. Inside arrays and dictionaries, `null` is `NSNull` on Apple platforms and
  /// `Optional<Any>.none` elsewhere, which is what `JSONSerialization` expects there.
  public var foundationObject: Any? {
    switch self {
    case .null: nil
    case .bool(let value): value
    case .number(let number): number.int ?? UInt64(number.text) ?? number.double
    case .string(let value): value
    case .array(let items): items.map(\.foundationMember)
    case .object(let object):
      Dictionary(object.map { ($0.key, $0.value.foundationMember) }) { _, last in last }
    }
  }

  private var foundationMember: Any {
    #if canImport(FoundationEssentials)
      foundationObject as Any
    #else
      foundationObject ?? NSNull()
    #endif
  }
}

/// Reading strings as Foundation's types.
extension JSONValue {
  /// The string as a URL, or `nil` if the value isn't a string that is a valid URL.
  public var url: URL? { string.flatMap { URL(string: $0) } }

  /// The string as a date, or `nil` if the value isn't a string with a date in ISO 8601 format.
  public var date: Date? { string.flatMap(ISO8601.date) }
}
