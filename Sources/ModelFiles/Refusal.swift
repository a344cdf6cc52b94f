public import JSONTree
public import ModelSchema

/// A file that can't be used, and why.
public struct Refusal: Error {
  public let diagnostic: Diagnostic

  public init(_ file: String, at place: SourcePlace? = nil, _ message: String) {
    diagnostic = Diagnostic(.error, file: file, place: place, message: message)
  }
}
