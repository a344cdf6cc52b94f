import ModelCore
import Testing

@testable import ModelRuntime

/// Messages that hold text of a service.
@Suite("Texts of the service in messages") struct ServiceTextTests {
  private static let forged = "x\nFORGED: y\u{2028}FORGED\u{202E}z\u{1B}[2J"

  @Test("Service texts can't start a line or change the text direction")
  func messagesAreOneLine() throws {
    let record = JobRecord(["status": "failed", "error": .string(Self.forged)])
    let handle = try #require(
      JobHandle(jobID: "r-1", modelID: ModelID(rawValue: Self.forged)))
    let texts = [
      "\(ModelError(.jobFailed(record)))", "\(ModelError(.unexpectedJob(Self.forged)))",
      "\(ModelError(.invalidModelID(ModelID(rawValue: Self.forged))))",
      "\(JobStatus(Self.forged))", "\(handle)",
      "\(ServiceError.Field(path: Self.forged, message: Self.forged))",
    ]
    for text in texts {
      #expect(text.contains("FORGED") && !text.unicodeScalars.contains { Self.isActive($0) })
    }
  }

  @Test("The record has the unchanged error of a failed job")
  func dataStaysAsItIs() {
    #expect(JobRecord(["error": .string(Self.forged)]).failure == Self.forged)
    #expect(JobStatus(Self.forged) == .unknown(Self.forged))
  }

  @Test("Long text is truncated, and joined emoji are kept whole")
  func lengthAndJoiners() {
    #expect(ServiceText.line("abcdef", limit: 3) == "abc…")
    #expect(ServiceText.line("👩‍🚀") == "👩‍🚀")
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    "\n\u{2028}\u{202E}\u{1B}".unicodeScalars.contains(scalar)
  }
}
