/// Swift source for values, for those who show calls rather than emit them.
public enum SwiftText {
  /// A string literal on one line.
  public static func literal(_ text: String) -> String { SwiftLiteral.string(text) }
}
