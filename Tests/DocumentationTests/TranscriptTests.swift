import Foundation
import Testing
import ToolTesting

/// What the documentation shows of a terminal has to be what a reader sees there.
@Suite("Terminals in the documentation")
struct TranscriptTests {
  static let pages = Page.all.filter { page in page.transcripts.contains { !$0.steps.isEmpty } }

  @Test("show what the commands print, page by page", arguments: pages)
  func isTrue(_ page: Page) throws {
    let folder = try DocumentationFolder()
    try folder.addProject()
    for transcript in page.transcripts {
      if let command = transcript.hidden {
        let said = try folder.run(command)
        #expect(said == [], "\(page.path):\(transcript.line)")
      }
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
      return printed.indices.contains { matches(printed[$0...], shown.dropFirst()) }
        || matches([], shown.dropFirst())
    }
    return printed.first == first && matches(printed.dropFirst(), shown.dropFirst())
  }
}
