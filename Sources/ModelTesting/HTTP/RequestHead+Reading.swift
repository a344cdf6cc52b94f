import ModelTransport

extension RequestHead {
  /// Reads the lines of a head, its last empty line included or not.
  init(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: true).map { line in
      line.last == 13 ? line.dropLast() : line
    }
    lines.removeAll(where: \.isEmpty)
    guard let first = lines.first else { throw RequestProblem(400, "the request is empty") }
    let words = first.split(separator: 32, omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(\.isTokenByte) else {
      throw RequestProblem(400, "the request line must have a method, a path and HTTP/1.1")
    }
    switch String(decoding: words[2], as: UTF8.self) {
    case "HTTP/1.1": isHTTP10 = false
    case "HTTP/1.0": isHTTP10 = true
    case let version where version.hasPrefix("HTTP/"):
      throw RequestProblem(505, "the service supports HTTP/1.1, not \(version.prefix(12))")
    default: throw RequestProblem(400, "the request line doesn't end in HTTP/1.1")
    }
    method = String(decoding: words[0], as: UTF8.self)
    (path, query) = try Self.target(words[1])
    var headers: [(name: String, value: String)] = []
    for line in lines.dropFirst() { headers.append(try Self.header(line)) }
    self.headers = headers
    let hosts = headers.filter { $0.name == "host" }.count
    if !isHTTP10, hosts == 0 { throw RequestProblem(400, "the request has no Host header") }
    guard hosts <= 1 else { throw RequestProblem(400, "the request has \(hosts) Host headers") }
  }

  /// Path and query, apart; a whole URL, as proxies are asked, is its path.
  private static func target(
    _ bytes: ArraySlice<UInt8>
  ) throws(RequestProblem) -> (path: String, query: String) {
    var target = String(decoding: bytes, as: UTF8.self)[...]
    guard bytes.allSatisfy({ $0 > 32 && $0 != 127 }) else {
      throw RequestProblem(400, "the path contains a control character")
    }
    if target.hasPrefix("http://") {
      target = target.dropFirst(7).drop { $0 != "/" && $0 != "?" }
    } else if !target.hasPrefix("/"), target != "*" {
      throw RequestProblem(400, "the path must begin with a slash")
    }
    target = target.prefix { $0 != "#" }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(halves.first ?? ""), halves.count > 1 ? String(halves[1]) : "")
  }

  private static func header(
    _ line: ArraySlice<UInt8>
  ) throws(RequestProblem) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw RequestProblem(400, "a header line has no colon")
    }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy(\.isTokenByte) else {
      throw RequestProblem(400, "a header has no valid name")
    }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 >= 32 || $0 == 9 }) else {
      throw RequestProblem(400, "a header's value contains a control character")
    }
    return (
      String(decoding: name, as: UTF8.self).lowercased(),
      String(String(decoding: value, as: UTF8.self).trimmingBlanks)
    )
  }
}
