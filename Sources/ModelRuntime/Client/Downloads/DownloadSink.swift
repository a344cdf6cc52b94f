import ModelCore
import ModelTransport

/// Writes the body of a download to a partial file. It outlives the requests that fetch the body.
final class DownloadSink: TransportBodySink {
  /// The reason one request was stopped.
  enum Stop: Error, Sendable {
    case status(Int, retryAfter: Duration?)
    /// The response doesn't continue the bytes received so far.
    case otherFile
    case tooLarge
    case file(FileError)
  }

  private struct State {
    var bytes = 0
    var total: Int?
    /// The validator that identifies this version of the file, such as its entity tag.
    var validator: String?
    var contentType: String?
    /// The content coding of the received bytes, if the transport didn't decode them.
    var encoding: String?
    var stop: Stop?
  }

  private let file: PartialFile
  private let maximumBytes: Int
  private let timeOfDay: @Sendable () -> Double
  private let state = Locked(State())

  init(
    _ file: PartialFile, maximumBytes: Int, timeOfDay: @escaping @Sendable () -> Double
  ) {
    self.timeOfDay = timeOfDay
    self.file = file
    self.maximumBytes = maximumBytes
  }

  var bytes: Int { state.withLock { $0.bytes } }
  var validator: String? { state.withLock { $0.validator } }
  var contentType: String? { state.withLock { $0.contentType } }
  var encoding: String? { state.withLock { $0.encoding } }
  /// The reason the last request was stopped.
  var stop: Stop? { state.withLock { $0.stop } }
  /// A Boolean value that indicates whether all announced bytes were received.
  var isWhole: Bool { state.withLock { $0.total == nil || $0.total == $0.bytes } }

  /// Prepares for another request: what can't be continued is dropped.
  func prepare(keeping: Bool) throws(FileError) {
    state.withLock { $0.stop = nil }
    if keeping { return }
    try file.empty()
    state.withLock { $0 = State() }
  }

  func place(as name: String) throws(FileError) -> String { try file.place(as: name) }

  /// Returns the content received so far if it can't be a file of the expected kind.
  func unexpectedContent(insteadOf kind: MediaKind?) -> UnexpectedContent? {
    file.unexpectedContent(
      insteadOf: kind, byteCount: bytes, contentType: contentType, encoding: encoding)
  }

  func begin(_ head: TransportResponseHead) throws {
    switch head.status {
    case 200:
      if bytes > 0 { try noting { () throws(FileError) in try prepare(keeping: false) } }
      // The server counts the bytes of an encoded file, and not the decoded ones: the file has no
      // known length, and the download can't be resumed.
      let encoding = DownloadSink.encoding(head)
      let isEncoded = head.isDecoded || encoding != nil
      state.withLock {
        $0.encoding = encoding
        $0.contentType = head.headers["content-type"]
        $0.total = isEncoded ? nil : head.headers["content-length"].flatMap { Int($0) }
        $0.validator = isEncoded ? nil : DownloadSink.validator(head.headers)
      }
    case 206:
      let range = ContentRange(head.headers["content-range"] ?? "")
      let isEncoded = head.isDecoded || DownloadSink.encoding(head) != nil
      let isSame = state.withLock { state in
        !isEncoded && range?.start == state.bytes
          && (state.total == nil || range?.total == nil || range?.total == state.total)
          && DownloadSink.validator(head.headers).map { $0 == state.validator } ?? true
      }
      guard isSame else { throw stopping(.otherFile) }
    case 416: throw stopping(.otherFile)
    default:
      let pause = RetryAfter.read(head.headers, timeOfDay: timeOfDay)
      throw stopping(.status(head.status, retryAfter: pause))
    }
  }

  func receive(_ bytes: [UInt8]) throws {
    guard bytes.count <= maximumBytes - self.bytes else { throw stopping(.tooLarge) }
    try noting { () throws(FileError) in try file.append(bytes) }
    state.withLock { $0.bytes += bytes.count }
  }

  private func noting(_ body: () throws(FileError) -> Void) throws(Stop) {
    do {
      try body()
    } catch {
      throw stopping(.file(error))
    }
  }

  private func stopping(_ stop: Stop) -> Stop {
    state.withLock { $0.stop = stop }
    return stop
  }

  private static func encoding(_ head: TransportResponseHead) -> String? {
    guard !head.isDecoded, let encoding = head.headers["content-encoding"], !encoding.isEmpty,
      encoding.lowercased() != "identity"
    else { return nil }
    return encoding
  }

  /// A weak entity tag doesn't promise the same bytes.
  private static func validator(_ headers: TransportHeaders) -> String? {
    if let tag = headers["etag"] { return tag.hasPrefix("W/") ? nil : tag }
    return headers["last-modified"]
  }
}

/// `bytes 100-199/200`.
struct ContentRange {
  let start: Int
  let total: Int?

  init?(_ text: String) {
    let parts = text.split { " -/".contains($0) }
    guard parts.count == 4, parts[0].lowercased() == "bytes", let start = Int(parts[1]) else {
      return nil
    }
    self.start = start
    total = Int(parts[3])
  }
}
