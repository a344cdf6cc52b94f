import Foundation
import Testing
import TestSupport

/// Readers look a message up by its words, so the page has to have the words that are printed.
@Suite("The page on troubleshooting")
struct TroubleshootingTests {
  private static let page = "Sources/ModelRuntime/ModelRuntime.docc/Troubleshooting.md"

  @Test("quotes messages as the programs print them")
  func quotes() throws {
    let text = try String(contentsOfFile: Repository.root + "/" + Self.page, encoding: .utf8)
    let quotes = text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^- \*([^*]+)\*/).map { String($0.1) }
    }
    #expect(quotes.count > 5)
    let code = try ["ModelRuntime", "ModelTransport"].map(Self.code).joined()
    for quote in quotes {
      // What differs from time to time is no part of the sources.
      let parts = quote.split(separator: /…|\d+/).map(String.init)
      for part in parts where !part.allSatisfy(\.isWhitespace) {
        #expect(code.contains(part), "\(Self.page): *\(quote)*: nothing prints \"\(part)\"")
      }
    }
  }

  /// The lines of a room that are no comments.
  private static func code(of room: String) throws -> String {
    let folder = Repository.root + "/Sources/" + room
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".swift") }.sorted()
      .flatMap { file in
        try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n")
      }
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      .joined(separator: "\n")
  }
}
