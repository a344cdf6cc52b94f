import ModelCore
import ModelTransport

/// The four calls of a job's life.
extension Service {
  func submit(
    _ modelID: String, _ request: IncomingRequest, _ token: String, _ failing: JSONValue?
  ) throws(ServiceRefusal) -> Answer {
    let (bytes, base) = (request.body, base(for: request.head))
    let served = try models[modelID]
    let body = try checkedBody(bytes, served)
    let settings = OutputSettings(body, of: served.model, kind: served.kind)
    let cost = served.cost(of: settings)
    if let balance, balance < cost { throw .noBalance }
    let now = options.now()
    guard jobs.makeRoom(at: now) else {
      throw .http(
        429, "\(options.jobLimit) requests are open; wait for some to finish",
        headers: [("Retry-After", "1")])
    }
    balance = balance.map { $0 - cost }
    let id = RequestName.random()
    let submission = MockSubmission(
      requestID: id, modelID: served.model.id, body: .object(body))
    let outcome = failing.map(MockOutcome.failed) ?? options.outcome(submission)
    let job = Job(
      model: served, token: token, accepted: now, outcome: outcome, settings: settings,
      cost: cost)
    jobs.add(job, id: id)
    log.note(submission)
    return Answer(
      json: [
        "request_id": .string(id), "status_url": .string(url(base, id, "status")),
        "result_url": .string(url(base, id, "result")),
        "cancel_url": .string(url(base, id, "cancel")),
      ])
  }

  func status(_ id: String, _ token: String, _ head: RequestHead) throws(ServiceRefusal) -> Answer {
    let state = try job(id, token).state(at: options.now(), options.pace)
    var json: JSONObject = [
      "request_id": .string(id), "status": .string(state.statusWord),
    ]
    if case .waiting(let position) = state {
      json["queue_position"] = .number(JSONNumber(position))
    }
    let base = base(for: head)
    json["status_url"] = .string(url(base, id, "status"))
    json["result_url"] = .string(url(base, id, "result"))
    return Answer(json: json)
  }

  func result(_ id: String, _ token: String, _ head: RequestHead) throws(ServiceRefusal) -> Answer {
    let job = try job(id, token)
    let state = job.state(at: options.now(), options.pace)
    var json: JSONObject = [
      "request_id": .string(id), "status": .string(state.statusWord),
      "model_id": .string(job.model.model.id),
      "created_at": .string(date(job.accepted)),
    ]
    switch state {
    case .waiting, .running: return Answer(json: json)
    case .cancelled: break
    case .finished:
      switch job.outcome {
      case .succeeded:
        json["status"] = "succeeded"
        json["output"] = OutputValue(base: "\(base(for: head))/outputs/\(id)", job).json
      case .failed(let error):
        json["status"] = "failed"
        json["error"] = error
      }
      if Query(head.query).flag("include_cost") {
        json["cost"] = JSONNumber(job.cost).map(JSONValue.number)
      }
    }
    json["finished_at"] = .string(date(job.end(options.pace)))
    return Answer(json: json)
  }

  /// Cancels a job that is still in the queue. For any other job the response isn't an error
  /// either.
  func cancel(_ id: String, _ token: String) throws(ServiceRefusal) -> Answer {
    let job = try job(id, token)
    let now = options.now()
    var state = job.state(at: now, options.pace)
    var outcome = "not_cancellable"
    if case .waiting = state {
      jobs.cancel(id, at: now)
      balance = balance.map { $0 + job.cost }
      (state, outcome) = (.cancelled, "cancelled")
    }
    return Answer(
      202,
      json: [
        "request_id": .string(id), "status": .string(state.statusWord),
        "outcome": .string(outcome),
      ])
  }

  private func job(_ id: String, _ token: String) throws(ServiceRefusal) -> Job {
    guard let job = jobs.job(id, at: options.now()) else { throw .unknownRequest(id) }
    guard job.token.isSameOnWire(as: token) else { throw .foreignRequest }
    return job
  }

  private func url(_ base: String, _ id: String, _ call: String) -> String {
    "\(base)/v1/requests/\(id)/\(call)"
  }

  /// The address of this service as the client spells it, so that a client that calls it
  /// `localhost` gets files from there too. Any name that isn't loopback's own is not repeated.
  private func base(for head: RequestHead) -> String {
    guard let host = head["host"], let origin = try? HTTPOrigin(of: "http://\(host)"),
      origin.isLoopback
    else { return baseURL }
    return "http://\(origin.host)" + (origin.port == 80 ? "" : ":\(origin.port)")
  }

  /// The body, if it is JSON and all that its model asks for.
  private func checkedBody(
    _ bytes: [UInt8], _ served: ServedModel
  ) throws(ServiceRefusal) -> JSONObject {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw .invalid(
        "the request body isn't valid JSON: \(error)",
        [["loc": ["body"], "msg": .string(error.description), "type": "json"]])
    }
    let verdict = served.check.check(document.root)
    guard verdict.isValid else { throw .invalid(verdict.issues) }
    return JSONObject(document.root)
  }
}

/// The service's names for jobs.
enum RequestName {
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = [generator.next(), generator.next()].map { (half: UInt64) in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var rest = digits[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
  }
}
