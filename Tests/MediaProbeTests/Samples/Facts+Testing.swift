import MediaProbe
import ModelCore

/// Probes bytes both at once and by small ranges, which must come to the same.
func facts(_ bytes: Bytes) -> MediaFacts {
  let whole = MediaProbe.facts(of: bytes)
  let byRanges = MediaProbe.facts(byteCount: bytes.count, limits: .tiny) { range in
    Bytes(bytes[range])
  }
  return whole == byRanges ? whole : byRanges.differing
}

extension ProbeLimits {
  /// Ranges so small that parsers stop at every turn, and as many as it takes.
  static var tiny: ProbeLimits {
    ProbeLimits(requestCount: 100_000, firstRequest: 1, laterRequest: 1)
  }
}

extension MediaFacts {
  /// Fails any comparison, and shows in its message why.
  fileprivate var differing: MediaFacts {
    var copy = self
    copy.format = .unsupported("\(format), and other facts by ranges than at once")
    return copy
  }
}

extension Fact<PixelSize> {
  static func size(_ width: Int, _ height: Int) -> Fact<PixelSize> {
    .known(PixelSize(width: width, height: height))
  }
}

extension Fact {
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  var isMalformed: Bool {
    if case .malformed = self { true } else { false }
  }
}
