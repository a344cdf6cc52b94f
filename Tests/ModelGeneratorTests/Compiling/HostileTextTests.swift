import ModelCore
import ModelGenerator
import ModelSchema
import TestSupport
import Testing

/// Text from elsewhere, wherever a schema can have some.
enum HostileText {
  static let all: [String] =
    [
      "*/ struct Injected {} /*", "\\", "\\(Injected.self)", "\"\"\"", "\" + Injected.self + \"",
      "#\"", "\n struct Injected {}\n", "\r struct Injected {}", "\u{2028}struct Injected {}",
      "\u{85}struct Injected {}", "\u{202E}desrever\u{202C}", "\u{200F}\u{200B}\u{FEFF}", "\0",
      "\u{7}\u{1B}[31m", "\u{301}begins with a mark", "modelApiDoc_navInputSchema", "`", "```",
      "// swift-format-ignore", "#if false", "#sourceLocation(file: \"x\", line: 1)", "", " ",
      "\u{A0}", "😀👩‍👩‍👧", "\u{E000}", "<<<<<<< HEAD", "- Parameter x: y", "$0", "%@",
    ] + [String(repeating: "unbroken", count: 1250), String(repeating: "words and ", count: 1000)]

  /// A model that says `text` wherever it can; fixed names where many are compiled together.
  static func model(_ text: String, id: String) throws -> Model {
    let quoted = Models.quoted(text)
    let rules = """
      "validations": [{"validation_rule": \(Models.quoted(text + "<=")), "validation_value": 5,
        "validation_error": \(quoted)}, {"validation_rule": "fps>=", "validation_value": "0.330",
        "validation_error": \(quoted)}]
      """
    return try Models.make(
      id,
      properties: """
        \(quoted): {"type": "string", "title": \(quoted), "description": \(quoted),
          "default": \(quoted), "pattern": \(quoted)},
        "image": {"type": "string", "format": "image_uri", "title": \(quoted), \(rules)},
        "images": {"type": "array", "format": "image_uris", "description": \(quoted), \(rules)},
        "choice": {"enum": [\(quoted), "other"], "default": \(quoted), "not": {}},
        "object": {"type": "object", "title": \(quoted), "description": \(quoted),
          "required": [\(Models.quoted(text + "?"))],
          "properties": {\(quoted): {"enum": [\(quoted)], "description": \(quoted)}}}
        """,
      required: [text, text + "!"], input: "\"additionalProperties\": false",
      file: """
        "title": \(quoted), "description": \(quoted), "retrieved": \(quoted), "source": \(quoted),
        "output": {"type": "object", "description": \(quoted), "properties": {
          \(quoted): {"enum": [\(quoted)], "title": \(quoted)},
          "inner": {"type": "object", "description": \(quoted), "properties": {
            \(quoted): {"type": "string"}}}}}
        """)
  }

  static var models: [Model] {
    get throws {
      try all.enumerated().map { index, text in try model(text, id: "hostile/m\(index)") }
    }
  }
}

@Suite("Text from schemas")
struct HostileTextTests {
  @Test(
    "No text of a schema escapes its literal or comment",
    .enabled(if: Toolchain.isFound, Toolchain.isMissing))
  func compiles() throws {
    let files = Bindings(try HostileText.models).files
    let errors = try Toolchain.typecheck(files, flags: ["-swift-version", "6"])
    #expect(errors == "")
    let remarks = try Toolchain.lint(files)
    #expect(remarks == "")
  }

  @Test(
    "An ID with unusual characters escapes nothing",
    .enabled(if: Toolchain.isFound, Toolchain.isMissing))
  func ids() throws {
    let texts = HostileText.all.filter { !$0.isEmpty && $0.utf8.count < 500 }
    let models = texts.compactMap { text in
      // The reader refuses control characters and empty segments.
      ModelReader.read(
        ModelFile(
          path: "m.json", relativePath: nil,
          bytes: Array(
            #"{"model_id": \#(Models.quoted("hostile/" + text)), "input": {"type": "object"}}"#.utf8
          ))
      ).model
    }
    #expect(models.count >= 15)
    let files = Bindings(models).files
    let errors = try Toolchain.typecheck(files, flags: ["-swift-version", "6"])
    #expect(errors == "")
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
  }

  @Test("A literal is exactly the text of the schema", arguments: HostileText.all)
  func literals(text: String) throws {
    let literal = SwiftText.literal(text)
    #expect(literal.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    #expect(Self.meaning(of: literal).map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("Documentation has at most 100 columns")
  func documentation() throws {
    for text in HostileText.all {
      let file = Bindings([try HostileText.model(text, id: "hostile/text")]).text
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.hasPrefix("///") else { continue }
        #expect(line.count <= 100)
        guard trimmed == "///" else { continue }
        for neighbour in [lines[index - 1], lines[index + 1]] {
          #expect(neighbour.utf8.drop { $0 == 0x20 }.starts(with: "/// ".utf8))
        }
      }
      for scalar in file.unicodeScalars {
        #expect(scalar == "\n" || scalar.properties.generalCategory != .control)
        #expect(scalar.properties.generalCategory != .format)
      }
    }
  }

  @Test("A placeholder isn't used as documentation")
  func placeholders() throws {
    let model = try Models.make(
      properties: #""prompt": {"type": "string", "title": "modelApiDoc_navInputSchema"}"#,
      file: #""description": "modelApiDoc_navInputSchema""#)
    #expect(Bindings([model]).text.contains("modelApiDoc_") == false)
  }

  /// Reads a literal as the compiler does.
  private static func meaning(of literal: String) -> String? {
    guard literal.hasPrefix("\""), literal.hasSuffix("\""), literal.utf8.count >= 2 else {
      return nil
    }
    var scalars = Array(literal.unicodeScalars.dropFirst().dropLast())[...]
    var text = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        if scalar == "\"" { return nil }
        text.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "\"": text.append("\"")
      case "\\": text.append("\\")
      case "u":
        let digits = scalars.dropFirst().prefix { $0 != "}" }
        scalars = scalars.dropFirst(digits.count + 2)
        guard let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        text.append(scalar)
      default: return nil
      }
    }
    return String(text)
  }
}
