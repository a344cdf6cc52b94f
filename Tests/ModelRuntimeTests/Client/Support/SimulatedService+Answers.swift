import ModelTransport

@testable import ModelRuntime

/// The responses of the simulated service; `nil` for a connection that fails.
extension SimulatedService {
  func submit(_ request: TransportRequest, _ fault: Double?) -> TransportResponse? {
    let now = world.now
    return state.withLock { state in
      switch fault {
      case .some(..<0.4): return answer(#"{"detail": "slow down"}"#, 429, ["Retry-After": "2"])
      case .some(..<0.45): return answer("{}", 500)
      case .some(..<0.5): return nil
      default: break
      }
      let key = String(decoding: request.body ?? [], as: UTF8.self)
      let id = "job-\(state.firstID + state.jobs.count)"
      let (queue, work) = length(&state.chance)
      state.taken[key, default: 0] += 1
      state.jobs[id] = Job(key: key, begin: now, queue: queue, work: work)
      switch fault {
      case .some(..<0.6): return nil
      case .some(..<0.7): return answer("<html>", 502)
      case .some(..<0.8): return answer(#"{"request_id":"\#(id)","status_u"#, 200)
      default: return answer(#"{"request_id":"\#(id)"}"#, 200)
      }
    }
  }

  func read(_ request: TransportRequest, _ fault: Double?) -> TransportResponse? {
    let now = world.now
    return state.withLock { state in
      if request.method == .get { state.readTimes.append(now) }
      if let refusal = state.refusal, refusal.contains(now) { return answer("", 429) }
      let parts = request.url.prefix { $0 != "?" }.split(separator: "/")
      let id = parts.count > 1 ? String(parts[parts.count - 2]) : ""
      guard let job = state.jobs[id] else { return answer("{}", 404) }
      state.jobs[id]?.reads += 1
      switch fault {
      case .some(..<0.2): return nil
      case .some(..<0.35): return answer("<html>bad gateway</html>", 502)
      case .some(..<0.45): return answer("", 429, ["Retry-After": "\(state.chance.next(below: 9))"])
      case .some(..<0.55): return answer(#"{"status": "dreaming"}"#, 200)
      case .some(..<0.65): return answer(#"{"status": "in_queue", "queue_position": 7}"#, 200)
      case .some(..<0.75): return answer(#"{"request_id": "\#(id)", "sta"#, 200)
      default: break
      }
      if request.method == .post {
        return answer(#"{"outcome": "not_cancellable"}"#, 202)
      }
      let age = now - job.begin
      if age < job.queue { return answer(#"{"request_id":"\#(id)","status":"in_queue"}"#, 200) }
      if age < job.queue + job.work {
        return answer(#"{"request_id":"\#(id)","status":"in_progress"}"#, 200)
      }
      if parts.last == "status" {
        return answer(#"{"request_id":"\#(id)","status":"completed"}"#, 200)
      }
      return answer(
        #"{"request_id":"\#(id)","status":"succeeded","output":{"made_of":\#(job.key)}}"#, 200)
    }
  }

  private func answer(_ body: String, _ status: Int, _ headers: TransportHeaders = [:])
    -> TransportResponse
  {
    TransportResponse(
      head: TransportResponseHead(status: status, headers: headers), body: Array(body.utf8))
  }
}

extension ModelClient {
  /// Runs that many requests, each with its own number in it.
  func batch(
    of count: Int, maxConcurrent limit: Int,
    _ report: @escaping @Sendable (BatchOutcome<MediaOutput>) -> Void
  ) async {
    await Batch<MediaOutput>(
      client: self, options: options, limit: limit, submitted: { _, _ in },
      drafts: DraftSource(0..<count) {
        Draft(DynamicRequest(modelID: "acme/sketch", body: ["n": .number(JSONNumber($0))]))
      }
    ).run(report)
  }
}
