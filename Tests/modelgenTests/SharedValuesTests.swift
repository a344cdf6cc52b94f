import Testing
import ToolSupport

/// Bindings of one model depend on others where they share the type of their values.
@Suite("Shared value types") struct SharedValuesTests {
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

  @Test("A shared type is kept when its model changes its values")
  func aTypeStaysWhenTheModelThatDeclaredItChangesItsValues() throws {
    #expect(try declares("Acme.A.swift") && !declares("Acme.B.swift"))
    try addModel("acme/a", #"["1K", "4K"]"#)
    #expect(sandbox.generate().outLines == ["Generated: 3 files changed"])
    #expect(try declares("Acme.A.swift") && declares("Acme.B.swift"))
    #expect(
      try sandbox.read("Generated/AcmeModels/Acme.C.swift")
        .contains("typealias SizeValue = Acme.B.SizeValue"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test("A shared type is kept when its model is removed")
  func aTypeStaysWhenTheModelThatDeclaredItIsRemoved() throws {
    try sandbox.remove("schemas/acme/a.json")
    #expect(sandbox.generate().code == .done)
    #expect(try declares("Acme.B.swift") && !declares("Acme.C.swift"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test("A file with a shared type is kept while a file that uses it can't be generated")
  func brokenUser() throws {
    let declaring = "Generated/AcmeModels/Acme.A.swift"
    let before = try sandbox.read(declaring)
    try sandbox.write("schemas/acme/b.json", "{")
    try sandbox.addModel("acme/a")
    try sandbox.remove("schemas/acme/c.json")
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(outcome.error.contains("\(declaring): warning: stays as it is"), "\(outcome.error)")
    #expect(outcome.error.contains("Acme.A.SizeValue"))
    #expect(try sandbox.read(declaring) == before)
    #expect(!sandbox.exists("Generated/AcmeModels/Acme.C.swift"))
    try sandbox.remove("schemas/acme/a.json")
    #expect(sandbox.generate().code == .badInput)
    #expect(try sandbox.read(declaring) == before)
    try addModel("acme/b", #"["1K", "2K"]"#)
    #expect(sandbox.generate().code == .done)
    #expect(!sandbox.exists(declaring))
    #expect(try declares("Acme.B.swift"))
  }

  @Test("--check detects a merged file that uses the wrong shared type")
  func aCheckSeesThatAFileOfAMergeSharesWithTheWrongOne() throws {
    let old = try sandbox.read("Generated/AcmeModels/Acme.C.swift")
    try sandbox.remove("schemas/acme/a.json")
    #expect(sandbox.generate().code == .done)
    try sandbox.write("Generated/AcmeModels/Acme.C.swift", old)
    #expect(sandbox.generate("--check").code == .found)
  }
}
