import ModelCore
import ModelSchema
import ModelTransport

/// The service behind the wire: takes requests one after another, on one thread.
final class Service {
  let options: MockService.Options
  /// `http://127.0.0.1:50123`
  let baseURL: String
  let models: ModelTable
  let log: CallLog
  var jobs: JobTable
  var faults: FaultLedger
  var files = RecentFiles()
  var balance: Double?
  private let startedAt: Int
  private let startedNow: Duration

  init(options: MockService.Options, baseURL: String, models: [Model], log: CallLog) {
    self.options = options
    self.baseURL = baseURL
    self.models = ModelTable(models)
    self.log = log
    jobs = JobTable(pace: options.pace, limit: options.jobLimit)
    faults = FaultLedger(options.faults)
    balance = options.balance
    (startedAt, startedNow) = (SystemTime.secondsSince1970(), options.now())
  }

  /// A date on the clock of the options.
  func date(_ moment: Duration) -> String {
    Timestamp.text(
      secondsSince1970: startedAt + Int((moment - startedNow).components.seconds))
  }

  /// Returns the reply to a request.
  func reply(to request: IncomingRequest) -> Reply {
    let head = request.head
    guard let route = Route(path: head.path) else {
      return plain(.http(404, "no such path: \(head.path.prefix(200))"), head)
    }
    guard route.methods.contains(head.method) else {
      let methods = route.methods.joined(separator: ", ")
      return plain(
        .http(
          405, "\(head.method.prefix(20)) isn't allowed for this path; expected \(methods)",
          headers: [("Allow", methods)]), head)
    }
    let call = route.call(head.method)
    log.note(call)
    guard let fault = faults.take(call, model: modelID(route)) else {
      return Wire.reply(perform(route, request, failing: nil), to: head)
    }
    let answer =
      fault.isPerformed
      ? perform(route, request, failing: fault.jobError) : Answer(200)
    return Wire.reply(answer, to: head, with: fault)
  }

  /// Returns the reply to an invalid request, which ends the connection.
  func refuse(_ problem: RequestProblem) -> Reply {
    let answer = ServiceRefusal.http(problem.status, problem.message).answer
    return Reply(bytes: answer.wire(keepsAlive: false, withBody: true), ending: .close)
  }

  private func plain(_ refusal: ServiceRefusal, _ head: RequestHead) -> Reply {
    Wire.reply(refusal.answer, to: head)
  }

  private func modelID(_ route: Route) -> String? {
    if case .model(let id) = route { return id }
    return route.jobID.flatMap { jobs.job($0, at: options.now()) }?.model.model.id
  }

  private func perform(_ route: Route, _ request: IncomingRequest, failing: JSONValue?) -> Answer {
    do throws(ServiceRefusal) {
      if case .download(let job, let name) = route { return try download(job, name, request.head) }
      let token = try token(of: request.head)
      switch route {
      case .models: return try catalogue(request.head)
      case .categories: return Answer(json: ["categories": .array(models.categories)])
      case .model(let id) where request.head.method == "POST":
        return try submit(id, request, token, failing)
      case .model(let id): return Answer(json: try models[id].entry(includesSchema: true))
      case .status(let id): return try status(id, token, request.head)
      case .result(let id): return try result(id, token, request.head)
      case .cancel(let id): return try cancel(id, token)
      case .download: return Answer(404)
      }
    } catch {
      return error.answer
    }
  }

  private func token(of head: RequestHead) throws(ServiceRefusal) -> String {
    guard let header = head["authorization"] else {
      throw .account("the Authorization header is missing; send \"Bearer <token>\"")
    }
    let words = header.split(separator: " ", maxSplits: 1)
    let token = String(words.count == 2 ? words[1].trimmingBlanks : "")
    guard words.first?.lowercased() == "bearer", !token.isEmpty else {
      throw .account("the Authorization header must be \"Bearer <token>\"")
    }
    guard options.token.map(token.isSameOnWire) ?? true else {
      throw .account("the token is unknown, expired or revoked")
    }
    return token
  }
}
