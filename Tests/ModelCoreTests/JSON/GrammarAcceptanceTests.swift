import ModelCore
import Testing

@Suite("Valid JSON")
struct GrammarAcceptanceTests {
  @Test(
    "A scalar is a valid text",
    arguments: zip(
      ["null", "true", "false", "0", "-0", "12", "\"\"", " \t\r\n\"x\" \n"],
      [JSONKind.null, .bool, .bool, .number, .number, .number, .string, .string]))
  func scalars(text: String, kind: JSONKind) throws {
    #expect(try JSONDocument(parsing: text).root.kind == kind)
  }

  @Test(
    "All forms of numbers are parsed",
    arguments: [
      "0", "-0", "0.0", "-0.10", "10", "1e5", "1E5", "1e+5", "1E-05", "0e0", "1.25e+10",
      "123456789012345678901234567890", "1e1000000000", "-1e-99999999999999999999999",
    ])
  func numbers(text: String) throws {
    let document = try JSONDocument(parsing: "[\(text)]")
    #expect(document.root.elements.map(\.text) == [text])
  }

  @Test("Whitespace is allowed around every token")
  func blanks() throws {
    let text = "\t{ \"a\"\n:\r[ 1 ,\t{ } , [ ] ]\n, \"b\" : null } "
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value == ["a": [1, [:], []], "b": nil])
  }

  @Test("Empty arrays and objects have no children")
  func emptyContainers() throws {
    let document = try JSONDocument(parsing: #"[[], {}, "", 0]"#)
    #expect(document.root.elements.map(\.kind) == [.array, .object, .string, .number])
    for child in document.root.elements {
      #expect(Array(child.elements).isEmpty)
      #expect(Array(child.members).isEmpty)
    }
  }

  @Test("Accessors of other kinds return nil")
  func kinds() throws {
    let document = try JSONDocument(parsing: #"[null, true, false, 7, "s", [1], {"k": 1}]"#)
    let nodes = Array(document.root.elements)
    #expect(nodes.map(\.isNull) == [true, false, false, false, false, false, false])
    #expect(nodes.map(\.bool) == [nil, true, false, nil, nil, nil, nil])
    #expect(nodes.map { $0.number?.int } == [nil, nil, nil, 7, nil, nil, nil])
    #expect(nodes.map(\.string) == [nil, nil, nil, nil, "s", nil, nil])
    #expect(nodes.map { Array($0.elements).count } == [0, 0, 0, 0, 0, 1, 0])
    #expect(nodes.map { Array($0.members).count } == [0, 0, 0, 0, 0, 0, 1])
    #expect(nodes.map { $0["k"] == nil } == [true, true, true, true, true, true, false])
  }

  @Test("Nesting is limited to the given depth")
  func depth() {
    for depth in [0, 1, 2, JSONDocument.defaultMaximumDepth] {
      let fitting = Array((nested(depth) ?? "0").utf8)
      #expect(syntaxError(in: fitting, maximumDepth: depth) == nil)
      let error = syntaxError(in: Array("[\(nested(depth) ?? "0")]".utf8), maximumDepth: depth)
      #expect(error?.message == "arrays and objects are nested more than \(depth) levels deep")
      #expect(error?.offset == nested(depth).map { $0.utf8.count / 2 } ?? 0)
    }
  }

  @Test("Very many brackets are rejected, and siblings don't count as depth")
  func brackets() {
    #expect(syntaxError(in: [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) != nil)
    let siblings = "[" + [String](repeating: "[]", count: 1000).joined(separator: ",") + "]"
    #expect(syntaxError(in: Array(siblings.utf8), maximumDepth: 2) == nil)
  }

  private func nested(_ depth: Int) -> String? {
    guard depth > 0 else { return nil }
    return String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }
}
