import ModelTransport

/// A request as the server read it.
public struct RawRequest: Sendable {
  /// The connection it came on, counted from 0.
  public let connection: Int
  /// The verb.
  public let method: String
  /// Path and query, or the whole URL when a proxy is asked.
  public let target: String
  /// Names in lower case.
  public let headers: [(name: String, value: String)]
  /// The body, as long as `Content-Length` says.
  public let body: [UInt8]

  /// The first value under this name, given in lower case.
  public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  init?(connection: Int, head: [UInt8], body: [UInt8]) {
    let lines = String(decoding: head, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: true)
    let parts = lines.first?.split(separator: " ") ?? []
    guard parts.count == 3 else { return nil }
    self.connection = connection
    (method, target, self.body) = (String(parts[0]), String(parts[1]), body)
    headers = lines.dropFirst().map { line in
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? halves[1].drop { $0 == " " } : ""
      return (halves[0].lowercased(), String(value))
    }
  }

  static func bodyLength(inHead head: [UInt8]) -> Int {
    RawRequest(connection: 0, head: head, body: [])?.header("content-length").flatMap { Int($0) }
      ?? 0
  }
}
