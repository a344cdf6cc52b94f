import Foundation
import Testing
import TestSupport

/// Readers look a message up by its words, so the page has to have the words that are printed.
@Suite("Troubleshooting page")
struct TroubleshootingTests {
  private static let page = "Sources/ModelRuntime/ModelRuntime.docc/Troubleshooting.md"

  @Test("Quoted messages exist in the sources")
  func quotes() throws {
    let text = try String(contentsOfFile: Repository.root + "/" + Self.page, encoding: .utf8)
    let quotes = text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^- \*([^*]+)\*/).map { String($0.1) }
    }
    #expect(quotes.count > 5)
    let code = try ["ModelRuntime", "ModelTransport"].map(Self.code).joined()
    for quote in quotes {
      // Text that varies isn't part of the sources.
      let parts = quote.split(separator: /…|\d+/).map(String.init)
      for part in parts where !part.allSatisfy(\.isWhitespace) {
        #expect(code.contains(part), "\(Self.page): *\(quote)*: nothing prints \"\(part)\"")
      }
    }
  }

  /// The lines of a module that aren't comments.
  private static func code(of module: String) throws -> String {
    let folder = Repository.root + "/Sources/" + module
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".swift") }.sorted()
      .flatMap { file in
        try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n")
      }
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      .joined(separator: "\n")
  }
}
