public import ModelTransport

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A client of the service: submits requests, waits for jobs and downloads their files.
///
///     let client = try ModelClient()
///     let output = try await client.run(request)
///     let files = try await client.downloadAll(output, to: directory)
///
/// Copies share one connection, one rate limit and one polling loop for each job, so you can make a
/// copy with other options at no cost:
///
///     var patient = client
///     patient.options.timeout = nil
public struct ModelClient: Sendable {
  /// The default options for calls that don't specify any.
  public var options: CallOptions
  let core: ClientCore

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - token: The token, or `nil` to use the first set of the environment variables
  ///     `RUNCOMFY_TOKEN`, `RUNCOMFY_API_TOKEN`, `RUNCOMFY_API_KEY`, `RUNCOMFY_KEY` and
  ///     `YOUR_API_TOKEN`.
  ///   - baseURL: The scheme and host of the service, with or without `/v1`, or `nil` to use the
  ///     environment variable `RUNCOMFY_MODEL_API_BASE` or else ``defaultBaseURL``.
  ///   - options: The default options for calls that don't specify any.
  ///   - requestsPerSecond: The maximum rate of all calls of the client together.
  ///   - transport: The transport, or `nil` for that of the system. Tests use `ScriptedTransport`.
  ///   - environment: The clock, randomness and environment variables to use.
  ///   - journal: The journal that records the jobs of the client, or `nil` for none.
  /// - Throws: ``ModelError`` if the token is missing, the token or the base URL isn't valid, or the
  ///   system's transport isn't available.
  public init(
    token: String? = nil, baseURL: URL? = nil, options: CallOptions = CallOptions(),
    requestsPerSecond: Double = 20, transport: (any HTTPTransport)? = nil,
    environment: ClientEnvironment = ClientEnvironment(), journal: JobJournal? = nil
  ) throws(ModelError) {
    try self.init(
      token: token, address: baseURL?.absoluteString, options: options,
      requestsPerSecond: requestsPerSecond, transport: transport, environment: environment,
      journal: journal)
  }

  /// Creates a client from a base URL that needn't be valid.
  package init(
    token: String? = nil, address: String?, options: CallOptions = CallOptions(),
    requestsPerSecond: Double = 20, transport: (any HTTPTransport)? = nil,
    environment: ClientEnvironment, journal: JobJournal? = nil
  ) throws(ModelError) {
    let address = try ServiceAddress.find(given: address, environment)
    let token = try AccessToken.find(given: token, environment)
    let time = RuntimeTime(environment.clock, inBackground: environment.inBackground)
    let limiter = RateLimiter(requestsPerSecond: requestsPerSecond, time: time)
    self.options = options
    core = ClientCore(
      ServiceConnection(
        address: address, token: token, transport: try ModelClient.transport(transport),
        limiter: limiter, time: time, environment: environment, journal: journal))
  }

  /// The base URL of the service, which clients call unless told otherwise.
  public static let defaultBaseURL =
    URL(string: ServiceAddress.standard) ?? URL(fileURLWithPath: "/")

  /// The scheme and host of the service that the client calls.
  public var baseURL: URL { core.connection.address.url }

  /// The environment variables that may hold the token, in the order in which they are read.
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
  /// The type and the base URL, without the token.
  public var description: String { "ModelClient(\(baseURL))" }
}
