import ModelSchema
import SwiftBindings
import Testing

@Suite("Schemas that would break naive code", .enabled(if: Toolchain.isFound, Toolchain.missing))
struct TortureTests {
  @Test("a vendor's odd keys, values and ids still give a package that builds, without warnings")
  func compiles() throws {
    let files = Bindings(try TortureModels.all).files
    let said = try Toolchain.typecheck(
      files, flags: ["-swift-version", "6", "-warnings-as-errors"])
    #expect(said == "")
  }

  @Test("the formatter has nothing to say of emitted files, however odd the schema")
  func isFormatted() throws {
    #expect(try Toolchain.lint(Bindings(try TortureModels.all).files) == "")
  }
}
