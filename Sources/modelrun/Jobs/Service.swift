import ModelCore
import ModelRuntime
import ModelTransport
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The service that a command talks to.
struct Service: Sendable {
  let client: ModelClient
  let advice: Advice
  /// A Boolean value that indicates whether the service runs in this process and ends with it.
  let isOwn: Bool

  /// Returns whether a job is at this service, however its address is spelled.
  func isHome(of handle: JobHandle) -> Bool {
    Service.isSame(handle.baseURL.absoluteString, client.baseURL.absoluteString)
  }

  static func isSame(_ one: String, _ other: String) -> Bool {
    guard let one = try? HTTPOrigin(of: one), let other = try? HTTPOrigin(of: other) else {
      return false
    }
    return one == other
  }

  /// The real service, or the one that the command line or the environment names.
  static func remote(
    _ baseURL: String?, _ context: CommandContext, journal: JobJournal? = nil,
    requestsPerSecond: Double = 20
  ) throws -> Service {
    let variable = ModelClient.tokenVariables.first { context.variable($0) != nil }
    do throws(ModelError) {
      let client = try ModelClient(
        address: baseURL, requestsPerSecond: requestsPerSecond, transport: context.transport,
        environment: context.environment, journal: journal)
      return Service(
        client: client,
        advice: Advice(baseURL: client.baseURL.absoluteString, tokenVariable: variable),
        isOwn: false)
    } catch {
      let advice = Advice(baseURL: baseURL ?? "", tokenVariable: variable).text(for: error)
      let message =
        switch error.reason {
        case .missingToken where variable == nil: "no token"
        case .invalidBaseURL(let text): "\(text)\n\(origin(of: baseURL, context))"
        default: "\(error)"
        }
      throw CommandFailure(error.exitCode, "\(message)\(advice.map { "\n\($0)" } ?? "")")
    }
  }

  /// Which URL is meant, and who named it.
  private static func origin(of baseURL: String?, _ context: CommandContext) -> String {
    let variable = "RUNCOMFY_MODEL_API_BASE"
    let (url, name) =
      baseURL.map { ($0, "--base-url") } ?? (context.variable(variable) ?? "", variable)
    return "It is \(ValueText.quoted(url)), from \(name)."
  }

  /// A service in this process, whatever the token and the environment say.
  static func own(
    at baseURL: URL?, _ context: CommandContext, requestsPerSecond: Double = 20
  ) throws -> Service {
    let client = try ModelClient(
      token: "local-mock-token", baseURL: baseURL, requestsPerSecond: requestsPerSecond,
      environment: context.environment)
    return Service(
      client: client,
      advice: Advice(baseURL: client.baseURL.absoluteString, tokenVariable: nil), isOwn: true)
  }
}
