/// Names for the files of bindings, made from nothing but the paths of the model files.
///
/// No two are alike, even where case doesn't count, and none is that of a source file beside a model
/// file: `Models/boat.model.json` gives `Models+boat.model.swift`, so that a `boat.swift` may stand
/// there too.
struct OutputName {
  /// A model file, below the target's folder.
  let source: String
  let file: String

  /// - Parameter sources: Model files below the target's folder.
  static func names(for sources: [String]) -> [OutputName] {
    let plain = sources.map(plainName)
    var counts: [String: Int] = [:]
    for name in plain { counts[name.text.lowercased(), default: 0] += 1 }
    return zip(sources, plain).map { source, name in
      let isUnique = name.isWhole && counts[name.text.lowercased()] == 1
      // No plain name has a tilde.
      let mark = isUnique ? "" : "~" + digest(of: source)
      return OutputName(source: source, file: name.text + mark + ".model.swift")
    }
  }

  /// Returns the characters of a path that are valid in any file name, and a Boolean value that
  /// indicates whether they are the whole path.
  private static func plainName(of path: String) -> (text: String, isWhole: Bool) {
    var text = ""
    var isWhole = true
    for scalar in path.dropLast(".model.json".count).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": text.unicodeScalars.append(scalar)
      case "/": text += "+"
      default:
        if text.last != "_" { text += "_" }
        isWhole = false
      }
    }
    // File systems stop at 255 bytes, and compilers add endings of their own.
    return (String(text.prefix(150)), isWhole && text.utf8.count <= 150)
  }

  /// Returns a digest that distinguishes paths with the same plain name (FNV-1a, 64 bits).
  private static func digest(of path: String) -> String {
    let hash = path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
