import Testing
import ToolSupport

/// Bindings of one model depend on others where they share the type of their values; what is
/// skipped because its own model file is unchanged must still be right.
@Suite struct SharedValuesTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for id in ["acme/a", "acme/b", "acme/c"] { try addModel(id, #"["1K", "2K"]"#) }
    _ = sandbox.generate()
  }

  private func addModel(_ id: String, _ values: String) throws {
    try sandbox.addModel(id, properties: #"{"size": {"type": "string", "enum": \#(values)}}"#)
  }

  private func declares(_ file: String) throws -> Bool {
    try sandbox.read("Generated/AcmeModels/\(file)").contains("struct SizeValue: OpenEnum,")
  }

  @Test func aTypeStaysWhenTheModelThatDeclaredItChangesItsValues() throws {
    #expect(try declares("Acme.A.swift") && !declares("Acme.B.swift"))
    try addModel("acme/a", #"["1K", "4K"]"#)
    #expect(
      sandbox.generate().outLines.sorted()
        == [
          "changed Generated/AcmeModels/Acme.A.swift", "changed Generated/AcmeModels/Acme.B.swift",
          "changed Generated/AcmeModels/Acme.C.swift",
          "1 model changed: 1 breaking (Acme.A.SizeValue.size2K is gone)",
        ].sorted())
    #expect(try declares("Acme.A.swift") && declares("Acme.B.swift"))
    #expect(
      try sandbox.read("Generated/AcmeModels/Acme.C.swift")
        .contains("typealias SizeValue = Acme.B.SizeValue"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test func aTypeStaysWhenTheModelThatDeclaredItIsRemoved() throws {
    try sandbox.remove("schemas/acme/a.json")
    #expect(sandbox.generate().code == .done)
    #expect(try declares("Acme.B.swift") && !declares("Acme.C.swift"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test func aCheckSeesThatAFileOfAMergeSharesWithTheWrongOne() throws {
    let old = try sandbox.read("Generated/AcmeModels/Acme.C.swift")
    try sandbox.remove("schemas/acme/a.json")
    #expect(sandbox.generate().code == .done)
    try sandbox.write("Generated/AcmeModels/Acme.C.swift", old)
    #expect(sandbox.generate("--check").code == .found)
  }
}
