import ModelCore
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Reads that fail are told when they begin to fail, not at the deadline.
@Suite("Failing reads") struct ReadFailureTests {
  /// Returns the updates of an iterator, shortened.
  private func updates(_ fixture: Fixture) -> [String]? {
    try? fixture.attempt { client throws(ModelError) in
      var seen: [String] = []
      var iterator = try await client.submit(Sketch()).updates().makeAsyncIterator()
      while let update = try await iterator.next() {
        seen.append(update.status.description + (update.problem.map { ": \($0)" } ?? ""))
      }
      return seen
    }?.get()
  }

  @Test("Failing reads are reported once for each reason, and so is the recovery")
  func table() throws {
    let refused = ScriptedAnswer.failure(
      TransportError(.couldNotConnect, "refused", nothingSent: true))
    let fixture = try Fixture().takesJobs()
      .status(refused.times(5), .status(503).times(4), .state("in_queue"), .state("in_progress"))
      .result(refused.times(3), .state("in_progress"), .status(503), .done)
    #expect(
      updates(fixture) == [
        "without a status: refused (nothing was sent)",
        "without a status: the service reports an internal error (HTTP 503)", "in queue",
        "in progress", "in progress: refused (nothing was sent)", "in progress",
        "in progress: the service reports an internal error (HTTP 503)", "succeeded",
      ])
  }

  @Test("A job that isn't known yet, and a result that isn't available yet, aren't problems")
  func usualLag() throws {
    let fixture = try Fixture().takesJobs().status(.status(404).times(2), .state("completed"))
      .result(.status(404).times(2), .done)
    #expect(updates(fixture) == ["succeeded"])
  }

  @Test("A timeout reports the last status, and that reading it fails")
  func deadline() throws {
    let fixture = try Fixture().takesJobs()
      .status(.state("in_queue"), ScriptedAnswer.status(503).always)
      .set { $0.timeout = .seconds(60) }
    guard case .failure(let error)? = fixture.run(),
      case .timedOut(let update) = error.reason
    else {
      Issue.record("no deadline")
      return
    }
    #expect(update.status == .inQueue && update.problem != nil)
    #expect(
      "\(error)".contains("and reading its status fails: the service reports an internal error"))
  }

  @Test("The description says that no status was read yet")
  func words() {
    let problem = ReadFailure.connection(TransportError(.closed, "reset"))
    let update = JobUpdate(status: .unknown(""), elapsed: .seconds(3), problem: problem)
    #expect("\(update)" == "in a status not read yet, 3 s, and reading its status fails: reset")
  }
}

/// The pure state machine, by table: answers in, question and end out.
@Suite("Job progress") struct JobProgressTests {
  enum Read: Sendable {
    case state(String)
    case denial(Int, own: Bool)
    case failure

    var answer: Result<JSONValue, ReadFailure> {
      switch self {
      case .state(let word): return .success(["status": .string(word)])
      case .failure: return .failure(.connection(TransportError(.closed, "reset")))
      case .denial(let status, let own):
        let body: JSONValue = ["error_code": .number(JSONNumber(status * 1_000 + 1))]
        let answer = TransportResponse(head: TransportResponseHead(status: status))
        return .failure(.service(ServiceError(answer, body: own ? body : nil, retryAfter: nil)))
      }
    }
  }

  struct Row: Sendable {
    let reads: [Read]
    /// The question after each read; the last may be an end.
    let questions: String
  }

  static let page = Read.denial(404, own: false)
  static let gone = Read.denial(404, own: true)

  static let rows: [Row] = [
    Row(reads: [gone], questions: "jobUnknown"),
    Row(reads: [page, page, page, page, page, page], questions: "s s s s r jobUnknown"),
    Row(reads: [page, page, page, page, page, .failure], questions: "s s s s r jobUnknown"),
    Row(reads: [page, page, page, page, page, .state("in_progress")], questions: "s s s s r r"),
    Row(
      reads: [.state("in_queue"), gone, gone, gone, gone, gone, gone],
      questions: "s s s s s r jobUnknown"),
    Row(
      reads: [.state("in_queue"), gone, .failure, gone, .state("in_queue"), gone, gone, gone],
      questions: "s s s s s s s s"),
    Row(
      reads: [.state("in_progress"), page, .state("in_progress"), .state("completed")],
      questions: "r s s r"),
    Row(
      reads: [.state("in_progress"), .denial(409, own: true), page, .state("in_progress")],
      questions: "r s s s"),
    Row(reads: [.state("in_progress"), .failure, .failure], questions: "r r r"),
    Row(
      reads: [.state("completed"), .denial(400, own: true), .state("succeeded")],
      questions: "r r r"),
    Row(reads: [.state("in_progress"), .denial(401, own: false)], questions: "r refused"),
    Row(reads: [.state("in_progress"), .denial(403, own: true)], questions: "r refused"),
    Row(reads: [.denial(302, own: false)], questions: "refused"),
    Row(reads: [.denial(402, own: true)], questions: "refused"),
    Row(reads: [.denial(402, own: false), .state("in_queue")], questions: "s s"),
  ]

  @Test("The next request follows from the last response", arguments: rows)
  func table(_ row: Row) throws {
    let handle = try #require(JobHandle(jobID: "r-1", modelID: "a/b"))
    var progress = JobProgress(
      handle, start: .zero, isSubmissionKnown: false, firstPoll: .milliseconds(500))
    var questions: [String] = []
    for read in row.reads {
      #expect(progress.end == nil)
      progress.absorb(read.answer, at: progress.due, options: CallOptions(), random: 0.5)
      questions.append(progress.end?.word ?? (progress.question == .status ? "s" : "r"))
    }
    #expect(questions.joined(separator: " ").replacing(" + handle", with: "") == row.questions)
    if case .failure(let error)? = progress.end { #expect(error.handle == handle) }
  }
}
