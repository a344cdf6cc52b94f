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
          throw Refusal("--target: expected the name of a target")
        }
        targets.append(name)
      case _ where word.hasPrefix("--target="):
        targets.append(String(word.dropFirst("--target=".count)))
      default: throw Refusal("unknown option \"\(word)\"\n\n\(Request.help)")
      }
    }
  }

  /// The command with its flag, which SwiftPM expects before the name of the plugin.
  static var commandLine: String {
    "swift package --allow-writing-to-package-directory regenerate-bindings"
  }

  static var help: String {
    """
    OVERVIEW: Generate the bindings that this package checks in, or check them.

    USAGE: \(commandLine) [--check] [--target <target>]…

    OPTIONS:
      --check                 Write nothing; list the files that would change and fail.
      --target <target>       Generate this target only, even if it has no bindings yet.
      -h, --help              Show help information.

    Bindings are checked in at one of two places, or at both:
      schemas/*.json in the package        Generated/<Vendor>Models, a target for each vendor
      *.model.json in a target's folder    Generated in that folder

    The flag --allow-writing-to-package-directory lets the plugin write. Without it, SwiftPM
    asks in a terminal and fails elsewhere, even for --check. In continuous integration, run:

      \(commandLine) --check
    """
  }

  static var nothingFound: String {
    """
    this package has no bindings to generate: expected a folder schemas, or a target with model \
    files and a folder Generated
    To generate the bindings of another target: \(commandLine) --target <target>
    """
  }
}
