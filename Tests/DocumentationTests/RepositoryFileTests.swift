import Foundation
import TestSupport
import Testing

/// Files that only services read, so that errors in them go unnoticed.
@Suite("Files for GitHub and the package index")
struct RepositoryFileTests {
  @Test("The package index builds the documentation of every module with articles")
  func documentationTargets() throws {
    let text = try read(".spi.yml")
    let list = try #require(text.firstMatch(of: /documentation_targets: \[([^\]]+)\]/))
    let listed = list.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let modules = try FileManager.default.contentsOfDirectory(atPath: path("Sources"))
    let documented = modules.filter { exists("Sources/\($0)/\($0).docc") }
    #expect(listed.sorted() == documented.sorted())
  }

  @Test("Continuous integration runs scripts that exist", arguments: [".github/workflows/ci.yml"])
  func scripts(_ workflow: String) throws {
    let scripts = try read(workflow).matches(of: /run: (\.ci\/\w+)/).map { String($0.1) }
    #expect(scripts.contains(".ci/run"))
    for script in scripts {
      #expect(FileManager.default.isExecutableFile(atPath: path(script)), "\(script)")
    }
  }

  @Test(
    "The README and the guide for contributors link to files that exist",
    arguments: ["README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"])
  func links(_ page: String) throws {
    let folder = URL(fileURLWithPath: path(page)).deletingLastPathComponent()
    for link in try read(page).matches(of: /\]\(([^)#:]+)\)/).map(\.1) {
      let target = folder.appendingPathComponent(String(link)).standardizedFileURL.path
      #expect(FileManager.default.fileExists(atPath: target), "\(page): \(link)")
    }
  }

  private func read(_ file: String) throws -> String {
    try String(contentsOfFile: path(file), encoding: .utf8)
  }

  private func path(_ file: String) -> String { Repository.root + "/" + file }

  private func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: path(file))
  }
}
