import ModelGenerator
import ModelSchema
import Testing

@Suite("Types of definitions")
struct DefinitionTests {
  @Test("A definition in many places is declared once, and definitions inside it too")
  func once() throws {
    let uses = (0..<20).map { ##""k\##($0)": {"$ref": "#/$defs/outer"}"## }
    let text = try Bindings([
      Models.make(
        properties: uses.joined(separator: ", "),
        input: ##"""
          "$defs": {
            "outer": {"type": "object", "properties": {
              "a": {"$ref": "#/$defs/inner"}, "b": {"$ref": "#/$defs/inner"}}},
            "inner": {"type": "object", "properties": {"x": {"type": "integer"}}}}
          """##)
    ]).text
    let types = text.split(separator: "\n").filter { $0.contains(" struct ") }
    #expect(types.count == 3)
    #expect(text.contains("struct Outer: ModelObject {"))
    #expect(text.contains("struct Inner: ModelObject {"))
  }

  @Test("A definition keeps clear of the names that the code around it uses")
  func names() throws {
    let names = ["Output", "String", "Model", "Vendor", "ThingValue", "Child", "a/b", "a~b", "é"]
    let properties = names.enumerated().map { index, name in
      let pointer = name.replacing("~", with: "~0").replacing("/", with: "~1")
      return ##""k\##(index)": {"$ref": "#/$defs/\##(pointer)"}"##
    }
    let definitions = names.map {
      ##""\##($0)": {"type": "object", "properties": {"x": {"type": "string"}}}"##
    }
    let model = try Models.make(
      properties: properties.joined(separator: ", ")
        + ##", "thing": {"enum": ["a", "b"]}"##,
      input: #""$defs": {\#(definitions.joined(separator: ", "))}"#)
    let child = try Models.make("vendor/model/child", properties: Models.properties(["p"]))
    let files = Bindings([model, child]).files
    let text = files.first?.text ?? ""
    let changed = ["Output", "String", "Model", "Vendor", "ThingValue", "Child"]
    for name in changed {
      #expect(text.contains("struct \(name)Definition: ModelObject {"), "\(name)")
    }
    #expect(text.contains("struct AB: ModelObject {"))
    #expect(text.contains("struct AB_x"))
  }
}
