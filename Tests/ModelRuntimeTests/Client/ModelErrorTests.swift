import Foundation
import ModelTransport
import Testing

@testable import ModelRuntime

@Suite("Client errors") struct ModelErrorTests {
  private static func service(_ status: Int) -> ServiceError {
    ServiceError(
      TransportResponse(head: TransportResponseHead(status: status)), body: nil, retryAfter: nil)
  }

  @Test("An alert shows the message of an error, and what to do about it")
  func localized() {
    let error: any Error = ModelError(.refused(Self.service(401)))
    #expect(
      error.localizedDescription
        == "the service refused the request: the token was refused (HTTP 401)")
    #expect(
      (error as? any LocalizedError)?.recoverySuggestion?.hasPrefix("Check the token") == true)
    let host: any Error = DownloadError.hostNotAllowed("https://example.com")
    #expect(host.localizedDescription == "downloads from https://example.com aren't allowed")
    let closed: any Error = TransportError(.closed, "reset")
    #expect(closed.localizedDescription == "reset")
  }

  @Test("The description of an error names its job, the localized one doesn't")
  func job() throws {
    let handle = try #require(JobHandle(jobID: "r-1", modelID: "acme/sketch/draw"))
    let error = ModelError(.cancelled, handle: handle)
    #expect("\(error)" == "cancelled\n  job: acme/sketch/draw r-1")
    #expect(error.errorDescription == "cancelled")
    #expect(error == ModelError(.cancelled, handle: handle) && error != ModelError(.cancelled))
  }

  @Test(
    "A retry is suggested only if it can't submit a second job",
    arguments: [
      (.notSent(TransportError(.couldNotConnect, "refused", nothingSent: true)), true),
      (.notSent(TransportError(.tls, "untrusted", nothingSent: true)), false),
      (.submissionUnknown(.timedOut), false), (.refused(service(429)), true),
      (.refused(service(422)), false), (.readFailed(.connection(.init(.closed, "reset"))), true),
      (.timedOutBeforeFirstStatus(nil), true), (.cancelled, false),
      (.download(.refused(status: 503)), true), (.download(.expired(status: 403)), false),
    ] as [(ModelError.Reason, Bool)])
  func retryable(_ reason: ModelError.Reason, _ isRetryable: Bool) {
    #expect(ModelError(reason).isRetryable == isRetryable)
  }

  @Test("Only a cancelled task without a submission is a cancellation")
  func cancellation() {
    #expect(ModelError(.cancelled).isCancellation)
    #expect(!ModelError(.submissionUnknown(.cancelled)).isCancellation)
    #expect(ModelError(.submissionUnknown(.cancelled)).recoverySuggestion != nil)
  }

  @Test(
    "An account without balance is told apart, whatever the call was about",
    arguments: [
      (.refused(service(402)), true), (.readFailed(.service(service(402))), true),
      (.submissionUnknown(.service(service(402))), true), (.refused(service(401)), false),
      (.cancelled, false),
    ] as [(ModelError.Reason, Bool)])
  func balance(_ reason: ModelError.Reason, _ isEmpty: Bool) {
    let error = ModelError(reason)
    #expect(error.isInsufficientBalance == isEmpty)
    if isEmpty, case .refused = reason {
      #expect(error.recoverySuggestion?.hasPrefix("Add balance") == true && !error.isRetryable)
    }
  }

  @Test("Every error of the package has a message of its own in an alert")
  func allLocalized() throws {
    let path = ValidationIssue(path: ["prompt"], rule: .required, message: "is required")
    let parsing = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: "[1,]") }
    let errors: [any Error] = [
      InvalidRequest(modelID: "a/b", issues: [path]), FieldDecodingError(issues: [path]),
      MediaFileError(path: "a.png", problem: .tooLarge(99)), try #require(parsing),
      TransportError(.closed, "reset"), Self.service(500), SubmissionUncertainty.timedOut,
      ReadFailure.invalidResponse(status: 200, excerpt: ""), DownloadError.empty,
      ModelError(.cancelled),
    ]
    for error in errors {
      #expect(!error.localizedDescription.hasPrefix("The operation"), "\(type(of: error))")
      #expect((error as? any LocalizedError)?.errorDescription == error.localizedDescription)
    }
  }

  @Test("A stored update is read back, with the reason why reading fails")
  func storedUpdate() throws {
    let update = JobUpdate(
      status: .unknown("thinking"), queuePosition: 2, elapsed: .seconds(3),
      problem: .service(Self.service(503)))
    let data = try JSONEncoder().encode(update)
    #expect(try JSONDecoder().decode(JobUpdate.self, from: data) == update)
    #expect(
      String(decoding: try JSONEncoder().encode([JobStatus.inQueue]), as: UTF8.self)
        == #"["in_queue"]"#)
  }
}
