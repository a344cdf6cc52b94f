import SchemaRules
import MediaProbe
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

  /// What is known of a file of which nothing is known.
  static func unknown(_ reason: String) -> MediaFacts {
    var probe = MediaProbe()
    return probe.finish(because: reason).withoutSize(because: reason)
  }

  var tooSlow: String { "it did not come within \(limits.timeout)" }

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
          "the server sends no ranges, and its first \(first.bytes.count) bytes don't tell"
        return judged(probe.finish(because: reason), reason, first)
      }
      switch await fetch(range, until: end) {
      case .failure(let problem):
        return judged(probe.finish(because: problem.reason), problem.reason, first)
      case .success(let answer):
        if let first, !first.isSameFile(as: answer) {
          return RemoteFile.unknown("the file changed while it was looked at")
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
      if first?.isPage ?? false { return RemoteFile.unknown("the server sends a page instead") }
      if case .unknown = facts.format {
        return facts.withoutSize(
          because: reason ?? "what the server sends is no media file known here")
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
