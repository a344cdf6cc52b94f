import ModelCore

/// Finds the id of a model file and says what is odd about it.
enum ModelIDReader {
  static func id(in root: JSONNode, of file: ModelFile, _ findings: inout Findings) -> String? {
    guard let node = root["model_id"] else {
      guard let id = file.pathID else {
        findings.add(
          .error, "\"model_id\" is missing", at: root, fix: "add \"model_id\": \"vendor/model\"")
        return nil
      }
      findings.add(.note, "\"model_id\" is missing; the path stands for \"\(id)\"", at: root)
      return check(id, at: root, &findings) ? id : nil
    }
    guard let id = node.string else {
      findings.add(
        .error, "\"model_id\" must be a string, not \(ModelReader.article(node))", at: node)
      return nil
    }
    guard check(id, at: node, &findings) else { return nil }
    if let pathID = file.pathID, !pathID.isSameOnWire(as: id),
      file.hasPathForID,
      !pathID.isSameOnWire(as: ModelIDParts.path(of: id))
    {
      findings.add(
        .warning, "the id \"\(id)\" is not the file's path \"\(pathID)\"; the id counts", at: node,
        fix: "move the file to \(ModelIDParts.path(of: id)).json")
    }
    return id
  }

  /// Returns a Boolean value that indicates whether an ID is valid in the path of a URL, segment by
  /// segment.
  static func check(_ id: String, at node: JSONNode, _ findings: inout Findings) -> Bool {
    let segments = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let problem: String? =
      if id.isEmpty {
        "the id is empty"
      } else if segments.contains("") {
        "the id \"\(id)\" has an empty segment"
      } else if segments.contains(".") || segments.contains("..") {
        "the id \"\(id)\" has a segment that means a folder"
      } else if id.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        "the id holds a control character"
      } else if id.utf8.count > 512 {
        "the id is longer than 512 bytes"
      } else {
        nil
      }
    guard let problem else {
      if let message = HiddenText.message("id", id) {
        findings.add(.warning, message, at: node, fix: HiddenText.advice)
      }
      return true
    }
    findings.add(.error, problem, at: node, fix: "an id reads vendor/model or vendor/model/variant")
    return false
  }
}

/// The parts of a model ID.
package enum ModelIDParts {
  /// Whose model it is: what stands before the first slash.
  package static func vendor(of id: String) -> String {
    String(Substring(id.utf8.prefix { $0 != UInt8(ascii: "/") }))
  }

  /// The path of its file below a schemas folder, without the ending: the id itself, with dashes
  /// for blanks.
  package static func path(of id: String) -> String {
    String(String.UnicodeScalarView(id.unicodeScalars.map { $0 == " " ? "-" : $0 }))
  }
}
