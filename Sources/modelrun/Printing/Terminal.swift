#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A terminal that a line can be written over on.
struct Terminal: Sendable {
  /// The current number of columns.
  var columns: @Sendable () -> Int
  /// A Boolean value that indicates whether the terminal displays more than ASCII.
  var isUnicode: Bool

  /// The terminal behind standard error, if there is one that can do it.
  static func ofStandardError(_ variable: (String) -> String?) -> Terminal? {
    guard isatty(2) == 1, let name = variable("TERM"), name != "dumb", !name.isEmpty else {
      return nil
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    let isUnicode = locale?.uppercased().contains("UTF") ?? false
    return Terminal(columns: width, isUnicode: isUnicode)
  }

  private static let width: @Sendable () -> Int = {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
