/// One connection: what has come and what is still to go.
struct Connection {
  enum Phase {
    case open
    /// Ends once everything has gone out.
    case ending(Reply.Ending)
    /// All is sent; what still comes is dropped until the peer has read the answer and closed.
    case draining
  }

  let socket: Int32
  var phase = Phase.open
  var reader: RequestReader
  /// An answer whose time has not come.
  var held: (until: Duration, reply: Reply)?
  /// Bytes have come since the reader last found no whole request.
  var hasNews = false
  /// The peer sends no more.
  var peerEnded = false
  var lastActivity: Duration
  /// When the head that is still coming began to come.
  private(set) var headStart: Duration?
  private var out: [UInt8] = []
  private var sent = 0
  /// A client that pipelines without reading is not read from beyond this.
  private static let outLimit = 256 << 10

  init(socket: Int32, bodyLimit: Int, now: Duration) {
    self.socket = socket
    reader = RequestReader(bodyLimit: bodyLimit)
    lastActivity = now
  }

  var hasOutput: Bool { sent < out.count }

  /// A Boolean value that indicates whether the next request may be answered. Requests are answered
  /// one at a time, in order.
  var takesRequests: Bool {
    guard case .open = phase else { return false }
    return held == nil && out.count - sent < Self.outLimit
  }

  var wantsInput: Bool {
    if case .draining = phase { return true }
    return takesRequests && !peerEnded
  }

  /// Keeps the beginning of a head; a request that has come whole ends it.
  mutating func noteHead(at now: Duration, isOver: Bool) {
    if isOver || !reader.isMidHead {
      headStart = nil
    } else if headStart == nil {
      headStart = now
    }
  }

  mutating func enqueue(_ bytes: [UInt8]) {
    if out.isEmpty { out = bytes } else { out += bytes }
  }

  /// Sends what the system takes. False when the connection is broken.
  mutating func flush() -> Bool {
    while sent < out.count {
      let outcome = out.withUnsafeBytes {
        Descriptor.send(socket, UnsafeRawBufferPointer(rebasing: $0[sent...]))
      }
      switch outcome {
      case .bytes(let count): sent += count
      case .notNow: return true
      case .over: return false
      }
    }
    out = []
    sent = 0
    return true
  }
}
