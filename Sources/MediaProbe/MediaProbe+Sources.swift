package import ModelCore

extension MediaProbe {
  /// Probes a file that is in memory.
  package static func facts(
    of bytes: [UInt8], limits: ProbeLimits = .standard
  ) -> MediaFacts {
    var probe = MediaProbe(byteCount: bytes.count, limits: limits)
    probe.supply(bytes, at: 0)
    return probe.finish(because: "the bytes in memory end here")
  }

  /// Probes a file that can be read in place.
  ///
  /// - Parameters:
  ///   - byteCount: Size of the file, if it is known.
  ///   - read: Returns the bytes of a range. It may return fewer; none mean the end of the file.
  package static func facts<Failure: Error>(
    byteCount: Int?, limits: ProbeLimits = .standard,
    reading read: (Range<Int>) throws(Failure) -> [UInt8]
  ) throws(Failure) -> MediaFacts {
    var probe = MediaProbe(byteCount: byteCount, limits: limits)
    while true {
      switch probe.step() {
      case .need(let range): probe.supply(try read(range), at: range.lowerBound)
      case .done(let facts): return facts
      }
    }
  }

  /// A network source's answer to a range request.
  package struct Answer: Sendable, Hashable {
    /// The bytes from the start of the range on; none if the file ends before it.
    package var bytes: [UInt8]
    /// Size of the whole file, if the answer says so.
    package var byteCount: Int?

    /// Makes an answer.
    package init(bytes: [UInt8], byteCount: Int? = nil) {
      self.bytes = bytes
      self.byteCount = byteCount
    }
  }

  /// Probes a file that is fetched by ranges.
  ///
  /// - Parameters:
  ///   - byteCount: Size of the file, if it is known before the first answer.
  ///   - fetch: Returns the bytes of a range. It may return fewer; none mean the end of the file.
  package static func facts<Failure: Error>(
    byteCount: Int? = nil, limits: ProbeLimits = .standard,
    isolation: isolated (any Actor)? = #isolation,
    fetching fetch: (Range<Int>) async throws(Failure) -> Answer
  ) async throws(Failure) -> MediaFacts {
    var probe = MediaProbe(byteCount: byteCount, limits: limits)
    while true {
      switch probe.step() {
      case .need(let range):
        let answer = try await fetch(range)
        probe.supply(answer.bytes, at: range.lowerBound, byteCount: answer.byteCount)
      case .done(let facts): return facts
      }
    }
  }
}
