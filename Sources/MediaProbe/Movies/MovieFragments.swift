import ModelCore

/// Adds up the fragments of a movie, track by track.
struct MovieFragments {
  private let movie: Movie
  private var timings: [Int: FrameTiming] = [:]
  private var indexed: Double = 0

  init(_ movie: Movie) {
    self.movie = movie
    for track in movie.tracks { timings[track.id] = track.timing.value ?? FrameTiming() }
  }

  /// Reads all fragments from the movie header to the end of the file.
  ///
  /// An index before the first of them that covers the file to its end says the same in far fewer bytes; the frame rate is
  /// then that of the first fragment alone.
  mutating func read(_ rest: ByteCursor) throws(ProbeStop) {
    var rest = rest
    var isCovered = false
    var isAtStart = true
    while let box = try rest.nextTopLevelBox() {
      switch box.type {
      case "sidx" where isAtStart:
        let index = try SegmentIndex(box.content)
        if try index.reachesEnd(of: rest.input) {
          indexed = max(indexed, index.seconds)
          isCovered = true
        }
      case "moof":
        isAtStart = false
        try readFragment(box.content)
        if isCovered { return }
      default:
        continue
      }
    }
  }

  /// The length in seconds of the longest track.
  func duration() throws(ProbeStop) -> Fact<Double> {
    if indexed > 0 { return .known(indexed) }
    var longest = 0.0
    for track in movie.tracks {
      guard let timing = timings[track.id], timing.ticks > 0 else { continue }
      guard track.mediaTimescale > 0 else { return .malformed("a track has a timescale of 0") }
      longest = max(longest, Double(timing.ticks) / Double(track.mediaTimescale))
    }
    if longest > 0 { return .known(longest) }
    return movie.duration
  }

  var framesPerSecond: Fact<Double> {
    guard let picture = movie.picture else { return .unknown("the file has no picture") }
    guard let timing = timings[picture.id] else { return .unknown("the video has no frames") }
    return timing.framesPerSecond(timescale: picture.mediaTimescale)
  }

  private mutating func readFragment(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    while let box = try content.nextBox() {
      if box.type == "traf" { try readTrackFragment(box.content) }
    }
  }

  private mutating func readTrackFragment(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    var track: Int?
    var sampleTicks = 0
    while var box = try content.nextBox() {
      switch box.type {
      case "tfhd":
        let flags = try box.content.versionAndFlags().flags
        let id = try box.content.u32()
        track = id
        if flags & 0x01 != 0 { try box.content.skip(8) }
        if flags & 0x02 != 0 { try box.content.skip(4) }
        sampleTicks = movie.defaultSampleTicks[id] ?? 0
        if flags & 0x08 != 0 { sampleTicks = try box.content.u32() }
      case "trun":
        guard let track else { throw .malformed("a fragment does not name its track") }
        try readRun(&box.content, of: track, sampleTicks)
      default:
        continue
      }
    }
  }

  private mutating func readRun(
    _ run: inout ByteCursor, of track: Int, _ sampleTicks: Int
  ) throws(ProbeStop) {
    let flags = try run.versionAndFlags().flags
    let count = try run.u32()
    guard flags & 0x100 != 0 else {
      try timings[track]?.add(count: count, ticksEach: sampleTicks)
      return
    }
    if flags & 0x01 != 0 { try run.skip(4) }
    if flags & 0x04 != 0 { try run.skip(4) }
    let others = [0x200, 0x400, 0x800].reduce(0) { $0 + (flags & $1 != 0 ? 4 : 0) }
    for _ in 0..<count {
      try run.input.spend()
      try timings[track]?.add(count: 1, ticksEach: try run.u32())
      try run.skip(others)
    }
  }
}
