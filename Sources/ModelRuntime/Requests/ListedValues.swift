/// Lists of values written as text.
///
/// The compiler needs much more time and memory for an array of thousands of literals than for a few
/// strings that hold all of them.
@_spi(Generated) public enum ListedValues {
  /// Returns the strings in texts, in which an ASCII character separates them.
  public static func strings(_ texts: [String], separator: Unicode.Scalar) -> [String] {
    let mark = UInt8(ascii: separator)
    return texts.flatMap { text in
      text.utf8.split(separator: mark, omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
    }
  }

  /// Returns the integers in texts, in which an ASCII character separates them.
  public static func integers(_ texts: [String], separator: Unicode.Scalar) -> [Int] {
    strings(texts, separator: separator).compactMap { Int($0) }
  }

  /// Returns the numbers in texts, in which an ASCII character separates them.
  public static func numbers(_ texts: [String], separator: Unicode.Scalar) -> [Double] {
    strings(texts, separator: separator).compactMap { Double($0) }
  }
}
