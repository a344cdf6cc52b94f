import ModelGenerator
import ModelSchema
import TestSupport
import Testing

@Suite("Compiling unusual schemas", .enabled(if: Toolchain.isFound, Toolchain.isMissing))
struct TortureTests {
  @Test("Unusual keys, values and IDs compile without warnings")
  func compiles() throws {
    let files = Bindings(try TortureModels.all).files
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    let said = try Toolchain.typecheck(
      files, flags: ["-swift-version", "6", "-warnings-as-errors"])
    #expect(said == "")
  }

  @Test("The formatter accepts code of unusual schemas")
  func isFormatted() throws {
    let remarks = try Toolchain.lint(Bindings(try TortureModels.all).files)
    #expect(remarks == "")
  }

  @Test("Deeply nested objects and arrays compile quickly")
  func depth() throws {
    let text = #"{"type": "string", "maxLength": 3}"#
    let list = (0..<60).reduce(text) { inner, _ in
      #"{"type": "array", "maxItems": 3, "items": \#(inner)}"#
    }
    let object = (0..<60).reduce(text) { inner, _ in
      #"{"type": "object", "properties": {"inner": \#(inner)}}"#
    }
    let model = try Models.make(properties: "\"list\": \(list), \"object\": \(object)")
    let files = Bindings([model]).files
    let errors = try Toolchain.typecheck(files, flags: ["-swift-version", "6"])
    #expect(errors == "")
    #expect(
      files[0].text.contains(
        #"fields.reportUnchecked("list", list, rules: "items")"#))
  }

  @Test("The compiler reports errors in the tested code")
  func compilerLooks() throws {
    let files = Bindings([try Models.make(properties: Models.properties(["prompt"]))]).files
    let use = "import ModelRuntime\nlet request = Vendor.Model(prompt: 1)"
    let said = try Toolchain.typecheck(
      files, more: ["Use.swift": use], flags: ["-swift-version", "6"])
    #expect(said.contains("error: cannot convert value of type 'Int'"))
  }
}
