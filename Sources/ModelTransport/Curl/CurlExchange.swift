#if os(Linux)
  import CLibcurl

  /// A task's request to the loop.
  struct CurlJob: Sendable {
    let request: TransportRequest
    let origin: HTTPOrigin
    let channel: ResponseChannel
    let streams: Bool
  }

  /// A running transfer: hands what libcurl reads to the channel and remembers what is needed to
  /// explain its end. Lives on the loop's thread.
  final class CurlExchange {
    let job: CurlJob
    let handle: CurlHandle
    private let options: TransportOptions
    private var reader: ResponseHeadReader
    private var failure: TransportError?
    private var upload: Upload
    private var activity: Activity
    /// Set for good at the first connection that stood, before its first byte left.
    private var requestMayHaveLeft = false
    private var hookIsKnown = false
    /// An address of the host that lies outside the request's reach.
    private var hasRefusedAddress = false

    init(
      _ job: CurlJob, library: CurlLibrary, options: TransportOptions
    ) throws(TransportError) {
      self.job = job
      self.options = options
      handle = try CurlHandle(library)
      reader = ResponseHeadReader(maximumBytes: options.maximumHeaderBytes)
      upload = Upload(job.request.body ?? [])
      activity = Activity(limit: job.request.timeouts.idle)
      handle.prepare(job.request, to: job.origin, with: options, streams: job.streams)
      listen()
      if let refusal = handle.refusal {
        throw TransportError(
          .unavailable, "libcurl didn't accept \(refusal)", nothingSent: true)
      }
    }

    private func listen() {
      let context = Unmanaged.passUnretained(self).toOpaque()
      handle.set(CLC_OPT_HEADERDATA, context)
      handle.set(CLC_OPT_HEADERFUNCTION) { bytes, size, count, context in
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return CurlExchange.from(context)?.takeLine(line) == true ? line.count : 0
      }
      handle.set(CLC_OPT_WRITEDATA, context)
      handle.set(CLC_OPT_WRITEFUNCTION) { bytes, size, count, context in
        let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return CurlExchange.from(context)?.takeBody(piece) ?? 0
      }
      hookIsKnown = handle.setIfKnown(beforeRequest: { context, _, _, _, _ in
        let goes = CurlExchange.from(context)?.maySend() == true
        return Int32(goes ? CLC_BEFORE_REQUEST_GO : CLC_BEFORE_REQUEST_ABORT)
      })
      if hookIsKnown { handle.set(CLC_OPT_PREREQDATA, context) }
      if let body = job.request.body, !body.isEmpty { offer(body, context) }
      handle.set(CLC_OPT_OPENSOCKETDATA, context)
      handle.set(openSocket: { context, _, address in
        guard let address, CurlExchange.from(context)?.mayConnect(to: address) == true else {
          return Int32(CLC_NO_SOCKET)
        }
        return clc_open_socket(address)
      })
    }

    private func offer(_ body: [UInt8], _ context: UnsafeMutableRawPointer) {
      handle.set(CLC_OPT_READDATA, context)
      handle.set(CLC_OPT_READFUNCTION) { bytes, size, count, context in
        let room = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
        return CurlExchange.from(context)?.giveBody(into: room) ?? 0
      }
      handle.set(CLC_OPT_SEEKDATA, context)
      handle.set(seek: { context, offset, origin in
        guard let exchange = CurlExchange.from(context), origin == 0 else {
          return Int32(CLC_SEEK_FAILED)
        }
        exchange.upload.position = Int(offset)
        return Int32(CLC_SEEK_DONE)
      })
    }

    private func giveBody(into room: UnsafeMutableRawBufferPointer) -> Int {
      activity.note()
      return upload.fill(room)
    }

    /// The loop keeps every exchange alive for as long as libcurl may call back.
    private static func from(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
      context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private func maySend() -> Bool {
      guard !job.channel.isCancelled else { return false }
      requestMayHaveLeft = true
      activity.note()
      return true
    }

    private func mayConnect(to address: OpaquePointer) -> Bool {
      guard job.request.reach == .publicAddresses else { return true }
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = clc_address_bytes(address, &bytes)
      let isPublic = NetworkAddress(bytes: Array(bytes.prefix(count)))?.isPublic ?? false
      if !isPublic { hasRefusedAddress = true }
      return isPublic
    }

    private func takeLine(_ line: UnsafeRawBufferPointer) -> Bool {
      activity.note()
      do throws(TransportError) {
        guard let head = try reader.take(line) else { return true }
        guard job.channel.deliver(decoding(head)) == .taken else { throw tooLarge }
        return true
      } catch {
        failure = error
        return false
      }
    }

    /// The head as the caller sees it. Turns decoding off where the library doesn't know how the body
    /// is encoded, so that it arrives as it is; a library that can't be told so late ends the
    /// transfer with an error.
    private func decoding(_ head: TransportResponseHead) -> TransportResponseHead {
      let codings = head.contentCodings
      guard !codings.isEmpty, head.hasBody(answering: job.request.method) else { return head }
      guard handle.library.contentCodings.isSuperset(of: codings) else {
        _ = handle.setIfKnown(CLC_OPT_HTTP_CONTENT_DECODING, 0)
        return head
      }
      return head.decoded
    }

    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Int {
      guard !piece.isEmpty else { return 0 }
      activity.note()
      switch job.channel.deliver(piece, canRepeat: true) {
      case .taken: return piece.count
      case .full:
        activity.isPaused = true
        return CLC_RECEIVE_PAUSE
      case .tooLarge:
        failure = tooLarge
        return 0
      }
    }

    private var tooLarge: TransportError {
      TransportError(
        .tooLarge, "the response body is larger than \(job.request.maximumBodyBytes) bytes")
    }

    /// Proof, and only proof, that the request did not leave. Ask before the handle is freed.
    ///
    /// The library calls `maySend` between "connected" and the first byte, so if it was never
    /// called nothing left. A library without that hook (before 7.80) counts the bytes it wrote;
    /// that alone is believed only together with an end that belongs to connecting.
    func nothingSent(endedWhileConnecting: Bool) -> Bool {
      // The library counts the bytes for a proxy's tunnel too, which aren't part of the request.
      if hookIsKnown { return !requestMayHaveLeft }
      return endedWhileConnecting && handle.number(CLC_INFO_REQUEST_SIZE) == 0
    }

    /// Lets the transfer deliver again.
    func resume() {
      activity.isPaused = false
      activity.note()
      _ = clc_unpause(handle.library.functions, handle.easy)
    }

    /// The moment at which silence is to be looked at again; nil while it isn't counted. Until the
    /// connection stands, the limit for connecting counts.
    var silenceEnd: Activity.Moment? {
      requestMayHaveLeft || !hookIsKnown ? activity.end : nil
    }

    /// The error that ends the transfer if its silence has lasted for too long. What the system took
    /// and the peer goes on to confirm isn't silence.
    func silence() -> TransportError? {
      let waiting =
        upload.isEmpty ? 0 : clc_unconfirmed_bytes(handle.library.functions, handle.easy)
      guard activity.isOver(unconfirmed: waiting) else { return nil }
      let nothingSent = nothingSent(endedWhileConnecting: false)
      return TransportError(
        .timedOut,
        "\(job.origin): nothing was sent or received for \(job.request.timeouts.idle)",
        nothingSent: nothingSent, requestIncomplete: nothingSent || upload.isIncomplete)
    }

    /// Returns the error for the end of the transfer, or `nil` if it succeeded.
    func outcome(_ code: Int32) -> TransportError? {
      if job.channel.isCancelled { return cancellation }
      if let failure { return failure }
      if code == Int32(CLC_OK) {
        guard !reader.isComplete else { return nil }
        return TransportError(.closed, "the connection was closed in the middle of the headers")
      }
      if hasRefusedAddress, code == Int32(CLC_COULDNT_CONNECT) {
        return .invalid("\(job.origin.host) resolves to an address of a private network")
      }
      return ending(code)
    }

    private func ending(_ code: Int32) -> TransportError {
      let words = handle.problem.isEmpty ? handle.library.text(code) : handle.problem
      let detail = CurlEnvironment.withoutProxySecrets(words)
      let nothingSent = nothingSent(endedWhileConnecting: CurlEnding.isWhileConnecting(code))
      var kind = CurlEnding.kind(of: code, detail, answered: requestMayHaveLeft)
      var message = CurlEnding.message(for: code, detail, answered: requestMayHaveLeft)
      if let proxy = failedProxy(nothingSent) {
        kind = .proxy
        message = "by the proxy \(proxy) of the environment: \(message)"
      }
      return TransportError(
        kind, "\(job.origin): \(message)", nothingSent: nothingSent,
        requestIncomplete: nothingSent || upload.isIncomplete)
    }

    /// The proxy, if it is what failed: there was no way through it yet.
    private func failedProxy(_ nothingSent: Bool) -> String? {
      let hasTunnel = (200..<300).contains(handle.number(CLC_INFO_HTTP_CONNECTCODE))
      guard nothingSent, !hasTunnel, job.request.reach == .anyAddress else { return nil }
      return CurlEnvironment.proxy(for: job.origin, options)
    }

    var cancellation: TransportError {
      var error = TransportError.cancelled(nothingSent: nothingSent(endedWhileConnecting: false))
      error.requestIncomplete = error.nothingSent || upload.isIncomplete
      return error
    }
  }

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
