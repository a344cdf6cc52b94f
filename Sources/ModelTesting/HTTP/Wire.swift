import ModelCore

/// Puts answers into bytes, true ones and spoilt ones.
enum Wire {
  static func reply(_ answer: Answer, to head: RequestHead) -> Reply {
    let keepsAlive = head.keepsAlive
    return Reply(
      bytes: answer.wire(
        keepsAlive: keepsAlive, saysKeepAlive: head.isHTTP10, withBody: head.method != "HEAD"),
      ending: keepsAlive ? .keep : .close)
  }

  /// - Parameter answer: The true one, where the call was carried out.
  static func reply(_ answer: Answer, to head: RequestHead, with fault: Fault) -> Reply {
    var reply = Self.reply(spoilt(answer, by: fault), to: head)
    if let count = fault.garbage {
      reply.bytes = noise(count)
      reply.ending = .close
    }
    if let place = fault.closeAt {
      reply.bytes = Array(reply.bytes.prefix(place))
      reply.ending = .close
    }
    if fault.resets { reply.ending = .reset }
    reply.delay = fault.delay
    return reply
  }

  private static func spoilt(_ answer: Answer, by fault: Fault) -> Answer {
    var spoilt = answer
    if fault.replacesAnswer { spoilt = replacement(fault) }
    for (name, value) in fault.headers {
      let folded = name.lowercased()
      spoilt.headers.removeAll { $0.name.lowercased() == folded && folded != "set-cookie" }
      spoilt.headers.append((name, value))
    }
    return spoilt
  }

  private static func replacement(_ fault: Fault) -> Answer {
    let status = fault.status ?? 200
    switch fault.body {
    case nil:
      return Answer(
        status, json: ["error_message": .string("the fault script says \(status)")])
    case .json(let value):
      return Answer(
        status, headers: [("Content-Type", "application/json")],
        body: Array(value.description.utf8))
    case .text(let text):
      return Answer(
        status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    case .bytes(let bytes):
      return Answer(
        status, headers: [("Content-Type", "application/octet-stream")], body: bytes)
    case .html: return htmlPage(fault.status ?? 502)
    }
  }

  private static func htmlPage(_ status: Int) -> Answer {
    let title = "\(status) \(StatusText.of(status))"
    let page = """
      <!DOCTYPE html>
      <html><head><title>\(title)</title></head>
      <body><center><h1>\(title)</h1></center><hr><center>cdn</center></body></html>

      """
    return Answer(status, headers: [("Content-Type", "text/html")], body: Array(page.utf8))
  }

  /// Always the same, and no HTTP from its first byte on.
  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt32 = 0x9E37_79B9
    return (0..<max(0, count)).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24) | 0x80
    }
  }
}
