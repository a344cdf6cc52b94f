import SchemaRules

/// Names for downloaded files: taken from the URL, but harmless on every system.
enum FileName {
  private static var maximumBytes: Int { 120 }

  /// The last part of the URL's path, or a plain word where that is no name.
  static func safe(from url: String) -> String {
    let place = url.prefix { $0 != "?" && $0 != "#" }
    let afterScheme = place.firstRange(of: "://").map { place[$0.upperBound...] } ?? place
    guard let slash = afterScheme.lastIndex(of: "/") else { return "output" }
    let decoded = PercentEncoding.decode(afterScheme[slash...].dropFirst())
    var kept = String.UnicodeScalarView()
    for scalar in decoded.unicodeScalars { kept.append(isHarmless(scalar) ? scalar : "_") }
    var name = trimmed(String(kept))
    // Cut at the front end of the name, so that the ending stays.
    while name.utf8.count > maximumBytes { name.removeFirst() }
    name = trimmed(name)
    if name.isEmpty { return "output" }
    return isDevice(name) ? "output-" + name : name
  }

  /// `boat.png` as `boat-2.png`.
  static func numbered(_ name: String, _ number: Int) -> String {
    guard number > 0 else { return name }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(name)-\(number)"
    }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }

  /// Hidden files begin with a dot; Windows drops dots and blanks at the end.
  private static func trimmed(_ name: String) -> String {
    var name = name[...].drop { $0 == "." || $0 == " " || $0 == "-" }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    return String(name)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: !"/\\:*?\"<>|\u{FFFD}".unicodeScalars.contains(scalar)
    }
  }

  /// Names that mean a device on Windows, whatever their ending.
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    guard stem.count == 4, stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
    return "0123456789¹²³".contains(stem[stem.index(before: stem.endIndex)])
  }
}
