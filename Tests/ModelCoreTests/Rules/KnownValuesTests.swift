@_spi(Generated) import ModelCore
import Testing

@Suite("Messages about a value that a schema doesn't list")
struct KnownValuesTests {
  private func message(_ given: JSONValue, _ known: [JSONValue]) -> String {
    var issues = ValidationIssues()
    let shown = given.string.map(ValueText.quoted) ?? given.description
    issues.reportUnknown(shown, at: "x", among: KnownValues(known, nearestTo: given))
    return issues.issues.first?.message ?? ""
  }

  @Test("The message names the known value that was probably meant")
  func nearest() {
    let sizes: [JSONValue] = ["1024x1024(1:1)", "2304x1728(4:3)", "4096x4096(1:1)"]
    #expect(
      message("800x600", sizes)
        == #""800x600" isn't one of the 3 known values (did you mean "1024x1024(1:1)"?)"#)
    #expect(
      message("pensil", ["ink", "pencil"])
        == #""pensil" isn't one of the 2 known values (did you mean "pencil"?)"#)
    #expect(message(25, [24, 30]) == "25 isn't one of the 2 known values (did you mean 24?)")
    #expect(
      message("7", ["5", "10"]) == #""7" isn't one of the 2 known values (did you mean "5"?)"#)
    #expect(
      message(5, ["5", "10"]) == #"5 isn't one of the 2 known values (did you mean "5"?)"#)
  }

  @Test("Few values are listed if none is near, many are counted")
  func list() {
    #expect(
      message("loud", ["auto", "off"]) == #""loud" isn't one of the 2 known values ("auto", "off")"#
    )
    #expect(message("loud", ["auto"]) == #""loud" isn't the one known value "auto""#)
    let many = (0..<20).map { JSONValue.string("value number \($0)") }
    #expect(message("loud", many) == #""loud" isn't one of the 20 known values"#)
  }
}
