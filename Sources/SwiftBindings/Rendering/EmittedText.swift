/// Tells whether an emitted file is as it was written.
package enum EmittedText {
  /// Whether a file was made from the input of this fingerprint by this tool, and nobody has
  /// touched it since.
  package static func isIntact(_ bytes: [UInt8], fingerprint: String, toolVersion: String) -> Bool {
    guard let header = FileHeader(ofFile: bytes), header.toolVersion == toolVersion else {
      return false
    }
    return header.fingerprint == seal(fingerprint, of: bytes)
  }

  /// The digest that the head shows: of the input and of everything below the head.
  static func seal(_ fingerprint: String, of bytes: [UInt8]) -> String {
    var digest = Fingerprint()
    digest.combine(fingerprint)
    digest.combine(body(bytes))
    return digest.hex
  }

  private static func body(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    return Array(bytes[end...])
  }
}
