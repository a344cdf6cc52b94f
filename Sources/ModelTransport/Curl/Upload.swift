#if os(Linux)
  /// The body of a request on its way into libcurl.
  struct Upload {
    private let body: [UInt8]
    var position = 0
    /// Stays true when libcurl starts anew.
    private var wasTakenWhole = false

    init(_ body: [UInt8]) { self.body = body }

    var isEmpty: Bool { body.isEmpty }

    /// Proof that the server can't have the whole body: libcurl has never asked for its end.
    var isIncomplete: Bool { !body.isEmpty && !wasTakenWhole }

    /// Copies the next bytes; 0 at the end.
    mutating func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
      let start = min(max(position, 0), body.count)
      let end = min(start + room.count, body.count)
      room.copyBytes(from: body[start..<end])
      position = end
      if end == body.count { wasTakenWhole = true }
      return end - start
    }
  }
#endif
