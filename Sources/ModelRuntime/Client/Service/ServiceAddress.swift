import ModelCore
import ModelTransport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The address of the service. All URLs are built from the configured base and from checked IDs;
/// URLs in responses are never followed.
struct ServiceAddress: Sendable, Hashable, CustomStringConvertible {
  static let variable = "RUNCOMFY_MODEL_API_BASE"
  static let standard = "https://model-api.runcomfy.net"

  let origin: HTTPOrigin
  /// Scheme, host and, where it isn't the usual one, port.
  let description: String
  /// The same as a URL.
  let url: URL

  static func find(
    given: String?, _ environment: ClientEnvironment
  ) throws(ModelError) -> ServiceAddress {
    let named = environment.variable(variable).flatMap { $0.isEmpty ? nil : $0 }
    return try ServiceAddress(given ?? named ?? standard)
  }

  /// - Parameter base: Scheme and host, with or without `/v1`.
  init(_ base: String) throws(ModelError) {
    do {
      origin = try HTTPOrigin(of: base)
    } catch {
      throw ModelError(.invalidBaseURL("the base URL isn't valid: \(error.message)"))
    }
    guard origin.isEncrypted || origin.isLoopback else {
      throw ModelError(
        .invalidBaseURL("the base URL is plain http, which only goes to this machine; use https"))
    }
    let parts = base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let path = parts.last?.drop { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let path, ["", "/", "/v1", "/v1/"].contains(path) else {
      throw ModelError(
        .invalidBaseURL("the base URL must have no path other than /v1, no query and no fragment"))
    }
    let port = origin.port == (origin.isEncrypted ? 443 : 80) ? "" : ":\(origin.port)"
    description = "\(origin.isEncrypted ? "https" : "http")://\(origin.host)\(port)"
    guard let url = URL(string: description) else {
      throw ModelError(.invalidBaseURL("the base URL isn't valid: its host can't be read"))
    }
    self.url = url
  }

  /// Returns the URL for submissions to a model, or `nil` for an ID that would change the path.
  func submission(of model: ModelID) -> String? {
    let segments = model.rawValue.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    guard !segments.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
    return "\(self)/v1/models/" + segments.map(PercentEncoding.encode).joined(separator: "/")
  }

  func status(of request: RequestID) -> String { "\(self)/v1/requests/\(request)/status" }

  /// The cost is told only when asked for.
  func result(of request: RequestID) -> String {
    "\(self)/v1/requests/\(request)/result?include_cost=true"
  }

  func cancellation(of request: RequestID) -> String { "\(self)/v1/requests/\(request)/cancel" }
}
