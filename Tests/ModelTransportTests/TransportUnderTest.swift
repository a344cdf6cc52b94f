import ModelTransport
import RawServer
import Testing

#if os(Linux)
  import URLSessionOnLinux
#endif

/// The transports that every ordinary case runs on.
enum TransportUnderTest: String, CaseIterable, CustomTestStringConvertible {
  #if os(Linux)
    case libcurl
  #endif
  case urlSession

  func make(_ options: TransportOptions = TransportOptions()) throws -> any HTTPTransport {
    switch self {
    #if os(Linux)
      case .libcurl: try CurlTransport(options)
    #endif
    case .urlSession: URLSessionTransport(options)
    }
  }

  /// Foundation's URLSession on Linux can't be trusted with broken answers.
  static var sturdy: [Self] {
    #if os(Linux)
      [.libcurl]
    #else
      allCases
    #endif
  }

  var testDescription: String { rawValue }
}

/// The error that `body` throws.
func failure(
  _ body: () async throws(TransportError) -> some Any,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> TransportError {
  do throws(TransportError) {
    let answer = try await body()
    Issue.record("no error but \(answer)", sourceLocation: sourceLocation)
  } catch {
    return error
  }
  throw TransportError(.other, "expected a failure")
}

/// Keeps everything it is given.
actor CollectingSink: TransportBodySink {
  private(set) var head: TransportResponseHead?
  private(set) var bytes: [UInt8] = []
  private(set) var pieces = 0

  func begin(_ head: TransportResponseHead) { self.head = head }
  func receive(_ piece: [UInt8]) {
    bytes += piece
    pieces += 1
  }
}

/// Bytes in which a lost, doubled or moved piece shows.
func patterned(_ count: Int) -> [UInt8] {
  var bytes = (0..<min(count, 65_521)).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
  while bytes.count < count { bytes += bytes.prefix(count - bytes.count) }
  return bytes
}
