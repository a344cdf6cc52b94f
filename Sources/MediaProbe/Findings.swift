import ModelCore

/// The facts that a parser has found so far. A parser that stops early keeps the facts it found;
/// the facts still missing get the reason of the stop.
struct Findings {
  var format = MediaFormat.unknown
  var stored: Fact<PixelSize>?
  var displayed: Fact<PixelSize>?
  var duration: Fact<Double>?
  var framesPerSecond: Fact<Double>?
  /// The reason for the missing facts. The first stop decides.
  private var stop: ProbeStop?

  /// Notes why the parser could not go on.
  mutating func close(because stop: ProbeStop) {
    if self.stop == nil { self.stop = stop }
  }

  /// The result, with a reason for every fact that was not found.
  func facts(byteCount: Fact<Int>) -> MediaFacts {
    let isImage = format.kind == .image
    let isAudio = format.kind == .audio
    return MediaFacts(
      format: format,
      byteCount: byteCount,
      stored: stored ?? open("the file holds no picture", always: isAudio),
      displayed: displayed ?? open("the file holds no picture", always: isAudio),
      duration: duration ?? open("an image has no duration", always: isImage),
      framesPerSecond: framesPerSecond
        ?? open("the file has no frame rate", always: isImage || isAudio))
  }

  /// The reason of the stop, or else the one that lies in the format, which no damage changes.
  private func open<Value>(_ inherent: String, always: Bool) -> Fact<Value> {
    if always { return .unknown(inherent) }
    return switch stop {
    case .malformed(let reason): .malformed(reason)
    case .unknown(let reason): .unknown(reason)
    case .need, nil: .unknown(inherent)
    }
  }
}
