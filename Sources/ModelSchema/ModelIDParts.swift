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
