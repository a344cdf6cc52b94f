/// The options on the command line.
struct Request {
  private(set) var isCheck = false
  private(set) var isHelp = false
  /// None means all bindings that the package checks in.
  private(set) var targets: [String] = []

  init(_ words: [String]) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--check": isCheck = true
      case "--help", "-h": isHelp = true
      case "--target":
        guard let name = rest.popFirst(), !name.hasPrefix("--") else {
          throw Refusal("--target needs the name of a target")
        }
        targets.append(name)
      case _ where word.hasPrefix("--target="):
        targets.append(String(word.dropFirst("--target=".count)))
      default: throw Refusal("\"\(word)\" is not known here\n\n\(Request.help)")
      }
    }
  }

  /// SwiftPM wants the flag in front of the plugin's name, and asks at a terminal without it.
  static var commandLine: String {
    "swift package --allow-writing-to-package-directory regenerate-bindings"
  }

  static var help: String {
    """
    Writes the bindings that this package checks in, or checks them.

    USAGE: \(commandLine) [--check] [--target <target>]…

    OPTIONS:
      --check            write nothing; fail and list what would change
      --target <target>  only this target; makes its bindings where it has none yet

    Bindings are checked in at one of two places, or at both:
      schemas/*.json in the package              give Generated/<Vendor>Models, a target each
      *.model.json anywhere in a target's folder give Generated in that folder

    The flag --allow-writing-to-package-directory is SwiftPM's: it lets the plugin write. Without it
    SwiftPM asks at a terminal, and refuses where there is none. It is needed for --check too, since
    SwiftPM asks before it knows what the plugin will do. In a continuous integration, run:

      \(commandLine) --check
    """
  }

  static var nothingFound: String {
    """
    this package has no bindings to write: there is neither a folder schemas nor a target with \
    model files and a folder Generated
    To begin with a target that holds *.model.json files: \(commandLine) --target <target>
    """
  }
}
