import Foundation
import Testing
import TestSupport

/// Follows the transcripts in the documentation and compares the output.
@Suite("Transcripts in the documentation")
struct TranscriptTests {
  static let pages = Page.all.filter { page in page.transcripts.contains { !$0.steps.isEmpty } }

  @Test("The commands of each page print what it shows", arguments: pages)
  func isTrue(_ page: Page) throws {
    let folder = try DocumentationFolder()
    try folder.addProject()
    for transcript in page.transcripts {
      if let command = transcript.hidden {
        let said = try folder.run(command)
        #expect(said == [], "\(page.path):\(transcript.line)")
      }
      if let file = transcript.file { try folder.write(file.path, file.text) }
      try follow(transcript, of: page, in: folder)
    }
  }

  private func follow(
    _ transcript: Page.Transcript, of page: Page, in folder: DocumentationFolder
  ) throws {
    for step in transcript.steps {
      let printed = try folder.run(step.command)
      #expect(
        matches(printed[...], step.output[...]),
        "\(page.path):\(step.line): $ \(step.command)\n\(printed.joined(separator: "\n"))")
    }
  }

  private func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    if first.trimmingCharacters(in: .whitespaces) == "…" {
      return (printed.startIndex...printed.endIndex).contains {
        matches(printed[$0...], shown.dropFirst())
      }
    }
    guard let line = printed.first, fits(line, first) else { return false }
    return matches(printed.dropFirst(), shown.dropFirst())
  }

  /// Within a line, `…` stands for what is another at every run.
  private func fits(_ line: String, _ shown: String) -> Bool {
    guard shown.contains("…"), !line.contains("…") else { return line == shown }
    var rest = line[...]
    let parts = shown.components(separatedBy: "…")
    for (index, part) in parts.enumerated() {
      if index == 0, !rest.hasPrefix(part) { return false }
      if index == parts.count - 1 { return rest.hasSuffix(part) }
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty
  }

  @Test("The README shows the sample program and its output")
  func program() throws {
    let library = Repository.root + "/Tests/Consumers/Library/"
    let source = try String(
      contentsOfFile: library + "Sources/sunset/main.swift", encoding: .utf8)
    let expected = try String(contentsOfFile: library + "expected.txt", encoding: .utf8)
    let readme = try String(contentsOfFile: Repository.root + "/README.md", encoding: .utf8)
    let blocks = readme.components(separatedBy: "```")
    let program = try #require(blocks.firstIndex(of: "swift\n" + source))
    #expect(expected.hasSuffix(blocks[program + 2].dropFirst()))
  }
}
