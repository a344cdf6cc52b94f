import ModelGenerator
import ModelSchema
import TestSupport
import Testing

@Suite("Schemas that would break naive code", .enabled(if: Toolchain.isFound, Toolchain.isMissing))
struct TortureTests {
  @Test("a vendor's odd keys, values and ids still give a package that builds, without warnings")
  func compiles() throws {
    let files = Bindings(try TortureModels.all).files
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    let said = try Toolchain.typecheck(
      files, flags: ["-swift-version", "6", "-warnings-as-errors"])
    #expect(said == "")
  }

  @Test("the formatter has nothing to say of emitted files, however odd the schema")
  func isFormatted() throws {
    let remarks = try Toolchain.lint(Bindings(try TortureModels.all).files)
    #expect(remarks == "")
  }

  @Test("objects in objects and lists in lists compile in no time, however deep they stand")
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
        #"fields.reportUnchecked("items", at: "list", because: "bindings can't check it")"#))
  }

  @Test("the compiler does look at what it is given, or all the others here would mean nothing")
  func compilerLooks() throws {
    let files = Bindings([try Models.make(properties: Models.properties(["prompt"]))]).files
    let use = "import ModelRuntime\nlet request = Vendor.Model(prompt: 1)"
    let said = try Toolchain.typecheck(
      files, more: ["Use.swift": use], flags: ["-swift-version", "6"])
    #expect(said.contains("error: cannot convert value of type 'Int'"))
  }
}
