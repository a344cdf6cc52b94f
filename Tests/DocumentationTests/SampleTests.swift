import Foundation
import Testing
import TestSupport

/// Code that a reader copies from the documentation has to compile.
@Suite(
  "Code in the documentation", .enabled(if: Toolchain.isFound, Comment(rawValue: Toolchain.missing))
)
struct SampleTests {
  static let pages = Page.all.filter { page in page.samples.contains { !$0.isManifest } }

  @Test("The samples of each page compile", arguments: pages)
  func compiles(_ page: Page) throws {
    let folder = try DocumentationFolder()
    var files: [String] = []
    for sample in page.samples where !sample.isManifest {
      let name = "line\(sample.line).swift"
      try folder.write(name, sample.source)
      files.append(folder.path(name))
    }
    // A page's samples stand beside each other, but those that are whole programs don't.
    for group in Dictionary(grouping: files, by: { (try? isProgram($0)) == true ? $0 : "" }).values
    {
      let said = try Toolchain.typecheck(
        group, flags: ["-swift-version", "6", "-suppress-warnings"])
      #expect(said == "", "\(page.path)")
    }
  }

  private func isProgram(_ file: String) throws -> Bool {
    try String(contentsOfFile: file, encoding: .utf8).contains("@main")
  }

  @Test("The package manager can read sample manifests", arguments: Page.all)
  func manifests(_ page: Page) throws {
    for sample in page.samples where sample.isManifest {
      let folder = try DocumentationFolder()
      try folder.write("Package.swift", sample.code)
      let ending = try ChildProcess(
        "/usr/bin/env", ["swift", "package", "dump-package"], in: folder.root
      ).end()
      #expect(ending.code == 0, "\(page.path):\(sample.line): \(ending.error)")
    }
  }

  @Test("The documentation contains samples")
  func isThere() {
    #expect(Page.all.flatMap(\.samples).count > 20)
  }
}

extension Page.Sample {
  var isManifest: Bool { code.hasPrefix("// swift-tools-version") }

  /// The sample as a file of its own: inside a function whose parameters are what is given, unless
  /// it is a whole program.
  var source: String {
    let lines = code.components(separatedBy: "\n")
    let own = lines.filter { $0.hasPrefix("import ") }
    let body = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
    let imports = Set(["import BytedanceModels", "import Foundation", "import ModelRuntime"] + own)
      .sorted().joined(separator: "\n")
    if code.contains("@main") { return imports + "\n" + body }
    return """
      \(imports)

      func sample\(line)(\(parameters)) async throws {
      \(shadows)
      \(body)
      }

      """
  }

  private var parameters: String {
    var text = given
    for word in ["let ", "var "] where text.hasPrefix(word) { text.removeFirst(word.count) }
    return text
  }

  /// A variable for the value that the sample changes.
  private var shadows: String {
    guard given.hasPrefix("var "), let name = parameters.split(separator: ":").first else {
      return ""
    }
    return "  var \(name) = \(name)"
  }
}
