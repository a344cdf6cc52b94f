import ModelCore

/// The digest of a request body, which tells whether two calls ask for the same.
///
/// Bodies that differ only in the order of their keys or in blanks have one digest, since a program
/// that makes its body from a dictionary writes the keys in another order each time.
package enum BodyDigest {
  /// Returns the digest with the name of its method in front.
  package static func text(of body: [UInt8]) -> String {
    var hash = SHA256()
    if let document = try? JSONDocument(parsing: body) {
      add(JSONValue(document.root), to: &hash)
    } else {
      hash.add(body)
    }
    return "sha256:" + hash.digits()
  }

  private static func add(_ value: JSONValue, to hash: inout SHA256) {
    switch value {
    case .object(let object):
      let members = object.members.sorted {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      hash.add("{".utf8)
      for member in members {
        add(.string(member.key), to: &hash)
        hash.add(":".utf8)
        add(member.value, to: &hash)
        hash.add(",".utf8)
      }
      hash.add("}".utf8)
    case .array(let items):
      hash.add("[".utf8)
      for item in items {
        add(item, to: &hash)
        hash.add(",".utf8)
      }
      hash.add("]".utf8)
    case .string(let text):
      // The length in front keeps what follows from being read as a part of the text.
      hash.add("\(text.utf8.count)\"".utf8)
      hash.add(text.utf8)
    case .null, .bool, .number: hash.add(value.description.utf8)
    }
  }
}
