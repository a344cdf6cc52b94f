import Testing

/// Whatever stands in a correction, the tool must say where it is wrong, and end.
@Suite("Random corrections") struct CorrectionFuzzTests {
  @Test("A correction is applied completely or rejected")
  func noCorrectionCrashesOrIsTakenHalf() throws {
    let sandbox = try Sandbox.withThreeModels()
    #expect(sandbox.generate().code == .done)
    let whole = Array(
      #"{"reason": "r", "patch": {"input": {"required": [], "properties": {"prompt": {"maxLength": 5, "title": null, "enum": ["a"]}}}, "output": {"type": "object"}}}"#
        .utf8)
    var random = SystemRandomNumberGenerator()
    let signs = Array(#"{}[]",:0e-null\"#.utf8)
    for round in 0..<300 {
      var bytes = whole
      if round < whole.count {
        bytes.removeLast(whole.count - round)
      } else {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = signs.randomElement(using: &random) ?? 0
        }
      }
      try sandbox.write("schemas/zeta/film-2.patch.json", bytes)
      let outcome = sandbox.run("lint", "--schemas=@schemas")
      let text = String(decoding: bytes, as: UTF8.self)
      switch outcome.code {
      case .done: break
      case .badInput:
        #expect(outcome.error.contains("film-2"), "\(text): \(outcome.error)")
      default: Issue.record("\(text): \(outcome)")
      }
    }
  }
}
