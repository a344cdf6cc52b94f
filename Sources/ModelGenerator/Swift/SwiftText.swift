/// Swift source for values, for those who show calls rather than emit them.
package enum SwiftText {
  /// A string literal on one line.
  package static func literal(_ text: String) -> String { SwiftLiteral.string(text) }
}
