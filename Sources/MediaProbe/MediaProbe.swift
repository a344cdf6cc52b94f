package import ModelCore

/// Tells what a media file is from as few of its bytes as will do.
///
/// The probe itself reads nothing. It is asked for a step, and either wants a range of the file or
/// has the facts; so one probe serves bytes in memory, a file that is read in place, and a remote
/// one that is fetched by ranges:
///
///     var probe = MediaProbe()
///     while case .need(let range) = probe.step() {
///       let answer = try await fetch(range)
///       probe.supply(answer.bytes, at: range.lowerBound, byteCount: answer.total)
///     }
///
/// Behind it, a parser is plain straight-line code that stops where bytes are missing and is run
/// again from its start when they have come. Its limits make that cheap, whatever the file holds.
package struct MediaProbe: Sendable {
  /// The next step that a probe asks for.
  package enum Step: Sendable, Hashable {
    /// Give the bytes of this range to `supply`.
    case need(Range<Int>)
    /// Nothing more is wanted.
    case done(MediaFacts)
  }

  private let limits: ProbeLimits
  private var loaded = LoadedBytes()
  private var statedByteCount: Int?
  private var askedBytes = 0
  private var requests = 0
  private var refusal: String?

  /// Starts on a file whose size is known, or will be stated with an answer, or is never stated.
  package init(byteCount: Int? = nil, limits: ProbeLimits = .standard) {
    self.limits = limits
    state(byteCount)
  }

  /// Parses as much as possible with the available bytes.
  ///
  /// The ranges asked for are bounded in number and in size, so a loop over steps always ends.
  package mutating func step() -> Step {
    if case .need(let missing) = parse() {
      if let range = affordable(missing) {
        requests += 1
        askedBytes += range.count
        return .need(range)
      }
      refuse("more of the file would be needed than the limit allows")
    }
    return .done(facts())
  }

  /// Takes bytes of the file.
  ///
  /// A response may have fewer bytes than requested; the rest is requested again. An empty one means
  /// that the file ends at `offset` or before. Bytes outside the requested range are accepted.
  /// - Parameters:
  ///   - bytes: The bytes, or none where the file has none.
  ///   - offset: Where in the file they stand.
  ///   - byteCount: Size of the whole file, if the answer says so.
  package mutating func supply(_ bytes: [UInt8], at offset: Int, byteCount: Int? = nil) {
    state(byteCount)
    if bytes.isEmpty {
      if offset >= 0 { loaded.end = min(loaded.end ?? .max, offset) }
    } else {
      loaded.insert(bytes, at: offset)
    }
  }

  /// Ends the probe when no more bytes can be had, although the file has more.
  ///
  /// - Parameter reason: Becomes the reason of every fact that would have needed them.
  package mutating func finish(because reason: String) -> MediaFacts {
    refuse(reason)
    return facts()
  }

  private mutating func refuse(_ reason: String) {
    if refusal == nil { refusal = reason }
  }

  private mutating func state(_ byteCount: Int?) {
    guard let byteCount, byteCount >= 0, statedByteCount == nil else { return }
    statedByteCount = byteCount
    loaded.end = min(loaded.end ?? .max, byteCount)
  }

  /// Widens a want to a range that is worth a round trip; `nil` if the limits forbid even the want.
  private func affordable(_ missing: Range<Int>) -> Range<Int>? {
    let left = limits.byteCount - askedBytes
    guard requests < limits.requestCount, missing.count <= left else { return nil }
    var window = limits.firstRequest
    if requests > 0 { window = limits.laterRequest << min(4, requests - 1) }
    let count = max(missing.count, min(window, left))
    let fileEnd = max(loaded.end ?? .max, missing.upperBound)
    return missing.lowerBound..<missing.lowerBound + min(count, fileEnd - missing.lowerBound)
  }

  private enum Outcome {
    case need(Range<Int>)
    case found(Findings)
  }

  private func parse() -> Outcome {
    let input = ProbeInput(loaded, steps: limits.stepCount, refusal: refusal)
    var findings = Findings()
    do throws(ProbeStop) {
      try readAnyFormat(input, into: &findings)
    } catch {
      if case .need(let missing) = error { return .need(missing) }
      findings.close(because: error)
    }
    return .found(findings)
  }

  /// The facts as far as they go; bytes that are missing still count as refused.
  private func facts() -> MediaFacts {
    guard case .found(let findings) = parse() else {
      var nothing = Findings()
      nothing.close(because: .unknown("the probe is not finished"))
      return nothing.facts(byteCount: byteCount)
    }
    return findings.facts(byteCount: byteCount)
  }

  private var byteCount: Fact<Int> {
    guard let end = loaded.end else { return .unknown("the source does not state its size") }
    if let statedByteCount {
      return statedByteCount == end
        ? .known(end)
        : .malformed("the source states \(statedByteCount) bytes but ends at byte \(end)")
    }
    let reached = loaded.pieces.last?.end ?? 0
    return reached == end ? .known(end) : .unknown("the source does not state its size")
  }
}
