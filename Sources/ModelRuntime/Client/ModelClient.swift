public import ModelTransport

/// Runs models of the service: submits requests, waits for jobs, fetches what they made.
///
/// Copies share one connection, one pace and one view of each job, so a copy with other options
/// costs nothing:
///
///     var patient = client
///     patient.options.timeout = nil
public struct ModelClient: Sendable {
  /// How calls behave that aren't given options of their own.
  public var options: CallOptions
  let core: ClientCore

  /// - Parameters:
  ///   - token: Looked for in `RUNCOMFY_TOKEN`, `RUNCOMFY_API_TOKEN`, `RUNCOMFY_API_KEY`,
  ///     `RUNCOMFY_KEY` and `YOUR_API_TOKEN` where nil.
  ///   - baseURL: Scheme and host, with or without `/v1`. `RUNCOMFY_MODEL_API_BASE` or the
  ///     service itself where nil.
  ///   - options: How calls behave that aren't given options of their own.
  ///   - requestsPerSecond: The ceiling for all calls of this client together.
  ///   - transport: For tests; see `ScriptedTransport`.
  ///   - environment: Clock, chance and variables; for tests too.
  public init(
    token: String? = nil, baseURL: String? = nil, options: CallOptions = CallOptions(),
    requestsPerSecond: Double = 20, transport: (any HTTPTransport)? = nil,
    environment: ClientEnvironment = ClientEnvironment()
  ) throws(ModelError) {
    let address = try ServiceAddress.find(given: baseURL, environment)
    let token = try AccessToken.find(given: token, environment)
    let time = RuntimeTime(environment.clock, inBackground: environment.inBackground)
    let limiter = RateLimiter(requestsPerSecond: requestsPerSecond, time: time)
    self.options = options
    core = ClientCore(
      ServiceConnection(
        address: address, token: token, transport: try ModelClient.transport(transport),
        limiter: limiter, time: time, environment: environment))
  }

  /// Where the service is, unless said otherwise.
  public static var standardBaseURL: String { "https://model-api.runcomfy.net" }

  /// Scheme and host of the service.
  public var baseURL: String { core.connection.address.description }

  /// The environment variables in which a token is looked for, in this order.
  public static var tokenVariables: [String] { AccessToken.variables }

  private static func transport(
    _ given: (any HTTPTransport)?
  ) throws(ModelError) -> any HTTPTransport {
    if let given { return given }
    do {
      return try SystemTransport.make()
    } catch {
      throw ModelError(.notSent(error))
    }
  }
}

extension ModelClient: CustomStringConvertible {
  /// Where it goes to; never with what.
  public var description: String { "ModelClient(\(baseURL))" }
}
