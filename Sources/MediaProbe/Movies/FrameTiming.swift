import ModelCore

/// Adds up how long the samples of a track last, and how evenly.
struct FrameTiming: Hashable {
  private(set) var frames: UInt64 = 0
  private(set) var ticks: UInt64 = 0
  private var shortest = UInt64.max
  private var longest: UInt64 = 0
  /// The outermost samples do not count towards the evenness: writers stretch the first one until
  /// the sound has begun, and give the last one whatever is left, or nothing.
  private var first: UInt64 = 0
  private var last: UInt64?

  init() {}

  /// Reads a table of runs of samples of one duration each.
  init(table: ByteCursor) throws(ProbeStop) {
    var table = table
    try table.skip(4)
    for _ in 0..<(try table.u32()) {
      try table.input.spend()
      try add(count: try table.u32(), ticksEach: try table.u32())
    }
  }

  mutating func add(count: Int, ticksEach: Int) throws(ProbeStop) {
    guard count > 0 else { return }
    let each = UInt64(ticksEach)
    if frames == 0 { first = each }
    if frames > 1, let last { include(last) }
    if count > (frames == 0 ? 2 : 1) { include(each) }
    last = each
    let (part, tooMany) = UInt64(count).multipliedReportingOverflow(by: each)
    let (sum, tooLong) = ticks.addingReportingOverflow(part)
    guard !tooMany, !tooLong else { throw .malformed("the duration of a track is out of range") }
    ticks = sum
    frames += UInt64(count)
  }

  private mutating func include(_ duration: UInt64) {
    shortest = min(shortest, duration)
    longest = max(longest, duration)
  }

  /// The rate, if all frames last equally long, give or take what rounding to ticks explains.
  func framesPerSecond(timescale: Int) -> Fact<Double> {
    guard timescale > 0 else { return .malformed("the video track has a timescale of 0") }
    guard frames > 2, let last, ticks - first > last else {
      return .unknown("the video has too few frames to tell a rate")
    }
    let mean = Double(ticks - first - last) / Double(frames - 2)
    let tolerance = max(1, mean / 50)
    guard Double(longest - shortest) <= tolerance, shortest > 0 else {
      return .unknown("the frame rate of the video varies")
    }
    return .known(Double(timescale) / mean)
  }
}
