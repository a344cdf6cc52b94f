import MediaProbe
import ModelCore
import ModelTransport

/// One look at a file behind a URL.
struct RemoteFile: Sendable {
  let url: String
  let transport: any HTTPTransport
  let time: RuntimeTime
  let limits: RemoteMediaValidation.Limits

  /// Whatever can't be told has a reason; nothing is thrown.
  func facts() async -> MediaFacts {
    let end = time.now + min(limits.timeout, .longest)
    return await time.limit(to: end) { await look(until: end) }.value
      ?? RemoteFile.unknown(tooSlow)
  }

  /// Returns facts that are all unknown for the same reason.
  static func unknown(_ reason: String) -> MediaFacts {
    var probe = MediaProbe()
    return probe.finish(because: reason).withoutSize(because: reason)
  }

  var tooSlow: String { "the file didn't arrive within \(limits.timeout)" }

  private func look(until end: Duration) async -> MediaFacts {
    var probe = MediaProbe(limits: ProbeLimits(byteCount: limits.maxBytes))
    var first: RangeSink.Answer?
    while true {
      let range: Range<Int>
      switch probe.step() {
      case .done(let facts): return judged(facts, nil, first)
      case .need(let wanted): range = wanted
      }
      if let first, first.ignoresRanges {
        let reason =
          "the server doesn't support ranges, and the first \(first.bytes.count) bytes aren't enough"
        return judged(probe.finish(because: reason), reason, first)
      }
      switch await fetch(range, until: end) {
      case .failure(let problem):
        return judged(probe.finish(because: problem.reason), problem.reason, first)
      case .success(let answer):
        if let first, !first.isSameFile(as: answer) {
          return RemoteFile.unknown("the file changed while it was read")
        }
        first = first ?? answer
        probe.supply(answer.bytes, at: range.lowerBound, byteCount: answer.total)
      }
    }
  }

  /// A page with words about the file, such as a sign-in form, has a size too, which says nothing.
  private func judged(
    _ facts: MediaFacts, _ reason: String?, _ first: RangeSink.Answer?
  ) -> MediaFacts {
    if facts.format.kind == nil {
      if first?.isPage ?? false { return RemoteFile.unknown("the server sent a web page instead") }
      if case .unknown = facts.format {
        return facts.withoutSize(
          because: reason ?? "the server's response isn't a supported media file")
      }
    }
    guard case .known = facts.byteCount else { return reason.map(facts.withoutSize) ?? facts }
    return facts
  }
}

extension MediaFacts {
  /// The same facts with the size not known for this reason.
  fileprivate func withoutSize(because reason: String) -> MediaFacts {
    var facts = self
    facts.byteCount = .unknown(reason)
    return facts
  }
}
