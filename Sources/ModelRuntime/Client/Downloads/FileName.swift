import ModelCore

/// Names for downloaded files: taken from the URL, but harmless on every system.
enum FileName {
  private static var maximumBytes: Int { 120 }

  /// The last part of the URL's path, or a generic word if that isn't a usable name.
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

  /// The largest number that a name gets.
  static var lastNumber: Int { 1 << 30 }

  /// The number of a free name whose predecessor is taken, 0 for the name itself; nil where all are
  /// taken.
  ///
  /// Doubles the number until one is free and halves the gap from there, so that ten thousand files
  /// of one name take some thirty looks each and not ten thousand.
  static func freeNumber(isTaken: (Int) -> Bool) -> Int? {
    guard isTaken(0) else { return 0 }
    var (taken, free) = (0, 1)
    while isTaken(free) {
      guard free < lastNumber else { return nil }
      (taken, free) = (free, free * 2)
    }
    while free - taken > 1 {
      let middle = taken + (free - taken) / 2
      if isTaken(middle) { taken = middle } else { free = middle }
    }
    return free
  }

  /// `boat.png` as `boat.unexpected.html`.
  static func unexpected(_ name: String, ending: String) -> String {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return "\(stem.isEmpty ? name[...] : stem).unexpected.\(ending)"
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
