import ModelGenerator
import ModelSchema
import Testing

/// Code for large schemas, whose shape keeps the compile time linear.
@Suite("Large models")
struct LargeModelTests {
  @Test(
    "No type stands in more than six others below the model's, however deep the schema",
    arguments: [7, 60])
  func nesting(levels: Int) throws {
    let text = try Bindings([Self.nested(levels: levels)]).text
    let types = text.split(separator: "\n").filter { $0.contains(" struct ") }
    #expect(types.count == levels)
    let indentation = types.map { $0.prefix { $0 == " " }.count }
    // The model's own type stands in an extension of the vendor's namespace.
    #expect(indentation.max() == 2 + 6 * 2)
  }

  @Test("Each level of a deep schema adds as much text as the one before")
  func text() throws {
    let counts = try [20, 40, 60].map {
      try Bindings([Self.nested(levels: $0)]).text.utf8.count
    }
    #expect(counts[2] - counts[1] < (counts[1] - counts[0]) * 5 / 4)
  }

  @Test("The initializer of a model with 3,000 properties takes the required ones")
  func width() throws {
    let keys = (0..<3_000).map { "p\($0)" }
    let model = try Models.make(properties: Models.properties(keys), required: ["p7"])
    let text = Bindings([model]).text
    #expect(text.contains("init(p7: String, extraFields: JSONObject = [:]) {"))
    #expect(text.split(separator: "\n").filter { $0.contains("private var ") }.count == 47)
  }

  @Test("Up to 128 properties are stored one by one", arguments: [(128, 0), (129, 3)])
  func groups(count: Int, groups: Int) throws {
    let model = try Models.make(properties: Models.properties((0..<count).map { "p\($0)" }))
    let text = Bindings([model]).text
    #expect(text.split(separator: "\n").filter { $0.contains("private var ") }.count == groups)
  }

  @Test("A property keeps its name where storage would take it")
  func storageNames() throws {
    let keys = ["field_group1", "fieldGroup2"] + (0..<130).map { "p\($0)" }
    let text = try Bindings([Models.make(properties: Models.properties(keys))]).text
    #expect(text.contains("public var fieldGroup1: String? {"))
    #expect(text.contains("public var fieldGroup2: String? {"))
    #expect(text.contains("private var fieldGroup1Storage: "))
  }

  @Test("Long lists of values are text, with a separator that no value contains")
  func values() throws {
    let plain = (0..<300).map { "v\($0)" }
    let text = try Bindings([
      Models.make(properties: #""v": "# + Models.choice(plain + ["a|b", "c,d"]))
    ]).text
    #expect(text.contains(#"separator: ";""#))
    #expect(text.contains("v0;v1;v2;"))
    let hostile = try Bindings([
      Models.make(properties: #""v": "# + Models.choice(plain + ["|,;\t\n\u{1F}"]))
    ]).text
    #expect(!hostile.contains("separator: "))
  }

  private static func nested(levels: Int) throws -> Model {
    var schema = #"{"type": "string"}"#
    for _ in 1..<levels {
      schema = #"{"type": "object", "properties": {"a": \#(schema)}}"#
    }
    return try Models.make(properties: #""a": \#(schema)"#)
  }
}
