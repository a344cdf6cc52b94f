package import ModelCore
package import ModelSchema

/// A file that can't be used, and why.
package struct Refusal: Error {
  package let diagnostic: Diagnostic

  package init(_ file: String, at place: SourcePlace? = nil, _ message: String) {
    diagnostic = Diagnostic(.error, file: file, place: place, message: message)
  }
}
