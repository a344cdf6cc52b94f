import ModelCore
import ModelSchema

/// The destination of a `--set` value: a key of the body, or `a.b` for a key of an object in it.
struct KeyPath {
  /// At least one.
  let keys: [String]
  /// The shape of the key, or `nil` if the schema doesn't describe it.
  let shape: Shape?
  let isNullable: Bool

  var issuePath: IssuePath { IssuePath(keys.map { .key($0) }) }

  /// Creates a path, or returns `nil` if the schema has no such key.
  init?(_ text: String, in input: ObjectShape) {
    if let property = input.properties.first(where: { $0.key.isSameOnWire(as: text) }) {
      self.init(keys: [text], shape: property.shape, isNullable: property.isNullable)
    } else if input.undescribedRequired.contains(where: { $0.isSameOnWire(as: text) }) {
      self.init(unknown: text)
    } else if let below = KeyPath.below(text, in: input) {
      self = below
    } else {
      return nil
    }
  }

  /// A key that nothing is known of.
  init(unknown key: String) { self.init(keys: [key], shape: nil, isNullable: false) }

  private init(keys: [String], shape: Shape?, isNullable: Bool) {
    self.keys = keys
    self.shape = shape
    self.isNullable = isNullable
  }

  /// The longest key that is followed by a dot comes first, since keys may hold dots themselves.
  private static func below(_ text: String, in input: ObjectShape) -> KeyPath? {
    let dots = text.indices.filter { text[$0] == "." }
    for dot in dots.reversed() {
      let (head, rest) = (String(text[..<dot]), String(text[text.index(after: dot)...]))
      guard !rest.isEmpty,
        let property = input.properties.first(where: { $0.key.isSameOnWire(as: head) })
      else { continue }
      switch property.shape {
      case .object(let object):
        let inner = KeyPath(rest, in: object) ?? (object.isClosed ? nil : KeyPath(unknown: rest))
        guard let inner else { continue }
        return KeyPath(
          keys: [head] + inner.keys, shape: inner.shape, isNullable: inner.isNullable)
      case .anyObject, .any: return KeyPath(keys: [head, rest], shape: nil, isNullable: false)
      default: continue
      }
    }
    return nil
  }
}
