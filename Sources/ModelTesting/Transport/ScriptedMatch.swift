public import ModelTransport

/// Which requests a part of a script answers.
public struct ScriptedMatch: Sendable {
  let accepts: @Sendable (TransportRequest) -> Bool

  /// Requests that fulfil a condition.
  public init(_ accepts: @escaping @Sendable (TransportRequest) -> Bool) { self.accepts = accepts }

  /// Requests with this verb (any, when nil) and this path. `*` stands for any run of characters,
  /// slashes included. The query is not looked at.
  public init(_ method: TransportMethod?, _ path: String) {
    let pattern = path.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    accepts = { request in
      (method == nil || method == request.method)
        && Self.matches(Self.path(of: request.url), pattern)
    }
  }

  private static func path(of url: String) -> Substring {
    var rest = url[...]
    if let authority = url.firstRange(of: "://")?.upperBound {
      rest = url[authority...].drop { !"/?#".contains($0) }
    }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty ? "/" : path
  }

  private static func matches(_ path: Substring, _ pattern: [String]) -> Bool {
    guard let first = pattern.first, let last = pattern.last, pattern.count > 1 else {
      return path == pattern.first ?? ""
    }
    guard path.hasPrefix(first) else { return false }
    var rest = path.dropFirst(first.count)
    for part in pattern.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
