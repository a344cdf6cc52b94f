import ModelCore
import ModelTransport

/// The address, token, rate limiter and clock that all calls of a client use.
struct ServiceConnection: Sendable {
  let address: ServiceAddress
  let token: AccessToken
  let transport: any HTTPTransport
  let limiter: RateLimiter
  let time: RuntimeTime
  let environment: ClientEnvironment
  var journal: JobJournal?

  static var userAgent: String { "modelgen-swift/1" }

  /// The largest answer that is read, other than a job's result.
  static var maximumAnswerBytes: Int { 8 << 20 }

  func request(
    _ method: TransportMethod, _ url: String, limits: TransportTimeouts,
    maximumBytes: Int = maximumAnswerBytes
  ) -> TransportRequest {
    // What a compressed answer grows to can't be told before, so none is asked for.
    var headers: TransportHeaders = [
      "Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": Self.userAgent,
    ]
    headers.append(token.authorization)
    return TransportRequest(
      method, url, headers: headers, timeouts: limits, maximumBodyBytes: maximumBytes)
  }

  /// One request for JSON, when its turn has come.
  func read(
    _ request: TransportRequest, hasPriority: Bool = false
  ) async throws(CancellationError) -> Result<JSONValue, ReadFailure> {
    try await limiter.waitForTurn(hasPriority: hasPriority)
    do throws(TransportError) {
      return interpret(try await transport.send(request))
    } catch {
      if error.kind == .cancelled, Task.isCancelled { throw CancellationError() }
      return .failure(.connection(error))
    }
  }

  /// Interprets a response. It is a success if the status is 2xx and the body is JSON without an
  /// error code.
  func interpret(_ answer: TransportResponse) -> Result<JSONValue, ReadFailure> {
    var answer = answer
    answer.body = token.scrubbed(answer.body)
    // An answer that is careless with Unicode may name a job or a result that is paid for.
    let json = (try? JSONDocument.readingLeniently(answer.body)).map { JSONValue($0.root) }
    let isError = json.map(ServiceError.isReported) ?? false
    if let json, json.kind == .object, (200..<300).contains(answer.status), !isError {
      return .success(json)
    }
    if (200..<300).contains(answer.status), !isError {
      return .failure(
        .invalidResponse(status: answer.status, excerpt: ServiceError.excerpt(of: answer.body)))
    }
    let retryAfter = RetryAfter.read(answer.headers, timeOfDay: environment.timeOfDay)
    let error = ServiceError(answer, body: json, retryAfter: retryAfter)
    if error.category == .tooManyRequests { limiter.slowDown() }
    return .failure(.service(error))
  }
}

extension TransportHeaders {
  /// The header fields of a request for a media file: without the token, and without compression,
  /// so that ranges and sizes are those of the file.
  static var forMedia: TransportHeaders {
    ["Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": ServiceConnection.userAgent]
  }
}
