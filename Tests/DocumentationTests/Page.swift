import Foundation
import TestSupport

/// A page of the documentation, with what in it can be tried out.
struct Page: Sendable, CustomStringConvertible {
  /// A piece of Swift that a reader may copy.
  struct Sample: Sendable {
    let line: Int
    let code: String
    /// The declarations that the text before the sample introduces: `let client: ModelClient`.
    let given: String
  }

  /// Commands, each after a `$`, with what they print.
  struct Transcript: Sendable {
    let line: Int
    /// A command between two transcripts that isn't shown, such as a change of a vendor's page.
    var hidden: String?
    /// A file that the page shows and that later commands read.
    var file: (path: String, text: String)?
    var steps: [Step] = []

    struct Step: Sendable {
      let line: Int
      var command: String
      /// A line of only `…` stands for any lines.
      var output: [String] = []
    }
  }

  /// From the root of the repository.
  let path: String
  private(set) var samples: [Sample] = []
  private(set) var transcripts: [Transcript] = []

  var description: String { path }

  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
    var given = ""
    var file: String?
    var fence: (language: String, line: Int, lines: [String])?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if let open = fence {
        if line == "```" {
          if let path = file {
            let shown = open.lines.joined(separator: "\n") + "\n"
            transcripts.append(Transcript(line: open.line, file: (path, shown)))
          } else {
            add(open.language, open.line, open.lines, given: given)
          }
          (fence, given, file) = (nil, "", nil)
        } else {
          fence?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = (String(line.dropFirst(3)), index + 1, [])
      } else if let text = line.hidden("given") {
        given = text
      } else if let path = line.hidden("file") {
        file = path
      } else if let command = line.hidden("meanwhile") {
        transcripts.append(Transcript(line: index + 1, hidden: command))
      }
    }
  }

  private mutating func add(_ language: String, _ line: Int, _ lines: [String], given: String) {
    switch language {
    case "swift":
      samples.append(Sample(line: line, code: lines.joined(separator: "\n"), given: given))
    case "console":
      var transcript = Transcript(line: line)
      for (offset, text) in lines.enumerated() {
        if text.hasPrefix("$ ") {
          transcript.steps.append(
            .init(line: line + 1 + offset, command: String(text.dropFirst(2))))
        } else if let last = transcript.steps.indices.last {
          let step = transcript.steps[last]
          if step.output.isEmpty, step.command.hasSuffix("\\") {
            transcript.steps[last].command += "\n" + text
          } else {
            transcript.steps[last].output.append(text)
          }
        }
      }
      transcripts.append(transcript)
    default: break
    }
  }
}

extension Page {
  /// The README and every article.
  static let all: [Page] = {
    let sources = Repository.root + "/Sources"
    let files = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let articles = files.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted()
    return (["README.md"] + articles.map { "Sources/" + $0 }).compactMap { try? Page($0) }
  }()
}

extension String {
  /// The text of a comment that readers don't see: `<!-- word: text -->`.
  fileprivate func hidden(_ word: String) -> String? {
    let start = "<!-- \(word): "
    guard hasPrefix(start), hasSuffix(" -->") else { return nil }
    return String(dropFirst(start.count).dropLast(4))
  }
}
