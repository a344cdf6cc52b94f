import ModelCore
import Testing

@testable import ModelSchema

@Suite("Walking through schemas")
struct SchemaWalkTests {
  @Test("Every keyword that holds schemas is followed, whatever the form of its value")
  func everyKeyword() throws {
    for keyword in Keyword.allCases {
      let value: String
      switch keyword.value {
      case .schema: value = "{}"
      case .schemaOrList, .schemas, .schemaList: value = "[{}]"
      case .namedSchemas, .namedSchemasOrKeys: value = #"{"a": {}}"#
      default: continue
      }
      let found = try subschemas(#"{"\#(keyword.word)": \#(value)}"#)
      #expect(found.map(\.keyword) == [keyword])
      #expect(found.map(\.node.text) == ["{}"])
    }
  }

  @Test("Objects that only look like schemas are left out")
  func literals() throws {
    let text = """
      {"enum": [{"title": "a"}], "const": {"title": "b"}, "default": {"title": "c"},
       "x-unknown": {"title": "d"}, "dependencies": {"e": ["f"]}, "required": ["g"]}
      """
    #expect(try subschemas(text).isEmpty)
  }

  @Test("Each schema comes with its name or its position")
  func steps() throws {
    let text = #"{"properties": {"b": {}, "a": {}}, "oneOf": [true, {}], "items": {}}"#
    let found = try subschemas(text)
    #expect(found.map(\.name) == ["b", "a", nil, nil, nil])
    #expect(found.map(\.position) == [0, 0, 0, 1, 0])
  }

  @Test("A walk goes from top to bottom and hands a value down")
  func order() throws {
    let text = #"{"properties": {"a": {"items": {"title": "1"}}, "b": {"title": "2"}}, "not": {}}"#
    var visited: [String] = []
    SchemaWalk.visit(try JSONDocument(parsing: Array(text.utf8)).root, 0) { schema, depth in
      visited.append("\(depth)\(schema[.title]?.string ?? "")")
      return depth + 1
    }
    #expect(visited == ["0", "1", "21", "12", "1"])
  }

  private func subschemas(_ text: String) throws -> [SchemaWalk.Subschema] {
    SchemaWalk.subschemas(of: try JSONDocument(parsing: Array(text.utf8)).root)
  }
}
