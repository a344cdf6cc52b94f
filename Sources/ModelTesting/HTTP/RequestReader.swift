/// Finds the requests in what a connection brings, in pieces of any size.
struct RequestReader {
  enum Event {
    /// The client waits to be told that its body is wanted.
    case wantsContinue
    case request(IncomingRequest)
  }

  fileprivate enum Step {
    case head
    case body(RequestHead, length: Int)
    case chunks(RequestHead, ChunkReader)
  }

  private var bytes: [UInt8] = []
  /// The number of bytes that are already used.
  private var start = 0
  /// Up to here there is no end of a head.
  private var searched = 0
  private var step = Step.head
  private let bodyLimit: Int
  static let headLimit = 64 << 10

  init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

  mutating func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }

  /// A Boolean value that indicates whether a request has begun.
  var isMidRequest: Bool {
    if case .head = step { start < bytes.count } else { true }
  }

  /// A Boolean value that indicates whether a request's head has begun and is incomplete.
  var isMidHead: Bool {
    if case .head = step { start < bytes.count } else { false }
  }

  /// The number of bytes held for an incomplete request.
  var heldBytes: Int {
    if case .chunks(_, let reader) = step { bytes.count + reader.body.count } else { bytes.count }
  }

  /// The next event, as far as the bytes go.
  mutating func next() throws(RequestProblem) -> Event? {
    defer { dropUsed() }
    switch step {
    case .head:
      guard let head = try nextHead() else { return nil }
      let framing = try BodyFraming(of: head, limit: bodyLimit)
      step = framing.firstStep(head, bodyLimit)
      let hasBody = framing != .length(0)
      if hasBody, head.expectsContinue, start == bytes.count { return .wantsContinue }
      return try next()
    case .body(let head, let length):
      guard bytes.count - start >= length else {
        // Room for all of it at once, if it is as long as it says.
        if start == 0 { bytes.reserveCapacity(min(length, 1 << 20)) }
        return nil
      }
      let body = Array(bytes[start..<(start + length)])
      start += length
      return finish(head, body)
    case .chunks(let head, var reader):
      // Taken out, so that the body isn't copied for every piece.
      step = .head
      guard try reader.take(bytes, from: &start) else {
        step = .chunks(head, reader)
        return nil
      }
      return finish(head, reader.body)
    }
  }

  private mutating func finish(_ head: RequestHead, _ body: [UInt8]) -> Event {
    step = .head
    searched = start
    return .request(IncomingRequest(head: head, body: body))
  }

  private mutating func nextHead() throws(RequestProblem) -> RequestHead? {
    // Some clients send an empty line after a body.
    while start < bytes.count, bytes[start] == 13 || bytes[start] == 10 { start += 1 }
    guard let end = headEnd() else {
      guard bytes.count - start <= Self.headLimit else { throw Self.headTooLarge }
      return nil
    }
    guard end - start <= Self.headLimit else { throw Self.headTooLarge }
    let head = try RequestHead(bytes[start..<end])
    start = end
    return head
  }

  private static var headTooLarge: RequestProblem {
    RequestProblem(431, "the headers are larger than \(headLimit) bytes")
  }

  private mutating func headEnd() -> Int? {
    var place = max(start, searched)
    let end = bytes.count
    let found = bytes.withUnsafeBufferPointer { bytes -> Int? in
      while place < end {
        defer { place += 1 }
        guard bytes[place] == 10 else { continue }
        if place + 1 < end, bytes[place + 1] == 10 { return place + 2 }
        if place + 2 < end, bytes[place + 1] == 13, bytes[place + 2] == 10 { return place + 3 }
      }
      return nil
    }
    searched = max(start, end - 2)
    return found
  }

  private mutating func dropUsed() {
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity <= 256 << 10)
    } else if start > 64 << 10 {
      bytes.removeFirst(start)
    } else {
      return
    }
    searched = max(0, searched - start)
    start = 0
  }
}

extension BodyFraming {
  fileprivate func firstStep(_ head: RequestHead, _ limit: Int) -> RequestReader.Step {
    switch self {
    case .length(let length): .body(head, length: length)
    case .chunked: .chunks(head, ChunkReader(limit: limit))
    }
  }
}
