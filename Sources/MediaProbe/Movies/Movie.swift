import ModelCore

/// The movie header and its tracks.
struct Movie {
  private(set) var header: Fact<MovieHeader> = .malformed("the movie has no header of its own")
  private(set) var tracks: [MovieTrack] = []
  /// The duration that a fragmented movie states for all of its fragments, in movie ticks.
  private(set) var fragmentedTicks: UInt64?
  /// A Boolean value that indicates whether the samples are in fragments after the header.
  private(set) var isFragmented = false
  /// For each track, the duration of its samples where a fragment names none.
  private(set) var defaultSampleTicks: [Int: Int] = [:]

  init(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    while let box = try content.nextBox() {
      switch box.type {
      case "cmov":
        throw .unknown("the movie header is compressed")
      case "mvhd":
        header = try attempt { () throws(ProbeStop) in try MovieHeader(box.content) }
      case "trak":
        if let track = try MovieTrack(box.content) { tracks.append(track) }
      case "mvex":
        isFragmented = true
        try readFragmentDefaults(box.content)
      default:
        continue
      }
    }
  }

  private mutating func readFragmentDefaults(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    while var box = try content.nextBox() {
      switch box.type {
      case "mehd":
        let version = try box.content.versionAndFlags().version
        fragmentedTicks = try box.content.ticks(version)
      case "trex":
        try box.content.skip(4)
        let track = try box.content.u32()
        try box.content.skip(4)
        defaultSampleTicks[track] = try box.content.u32()
      default:
        continue
      }
    }
  }

  /// The length in seconds of a movie that is not fragmented.
  ///
  /// The header counts edits in. Where it says nothing (0 or all ones), the longest track does.
  var duration: Fact<Double> {
    header.flatMap { header in
      let candidates = [header.ticks] + tracks.map(\.ticks)
      if let ticks = candidates.first.flatMap({ $0 }), ticks > 0 {
        return .known(header.seconds(ticks))
      }
      if let ticks = candidates.compactMap({ $0 }).max(), ticks > 0 {
        return .known(header.seconds(ticks))
      }
      if let seconds = tracks.compactMap(\.mediaSeconds).max(), seconds > 0 {
        return .known(seconds)
      }
      return .unknown("the movie does not say its length")
    }
  }

  /// The length that a fragmented movie states up front.
  var statedFragmentedDuration: Double? {
    guard let header = header.value, let ticks = fragmentedTicks, ticks > 0 else { return nil }
    return header.seconds(ticks)
  }

  /// The tracks that are shown; if none is enabled, all that could be.
  private var pictures: [MovieTrack] {
    let all = tracks.filter(\.isVideo)
    let enabled = all.filter(\.isEnabled)
    return enabled.isEmpty ? all : enabled
  }

  /// The track whose pictures are shown.
  var picture: MovieTrack? { pictures.first }

  var stored: Fact<PixelSize> { common { $0.stored } }

  var displayed: Fact<PixelSize> {
    common { track in
      guard let outer = header.value?.matrix else { return track.displayed(in: .identity) }
      return track.displayed(in: outer)
    }
  }

  var framesPerSecond: Fact<Double> {
    guard let picture else { return .unknown("the file has no picture") }
    return picture.framesPerSecond
  }

  /// A size that all shown tracks agree on.
  private func common(_ size: (MovieTrack) -> Fact<PixelSize>) -> Fact<PixelSize> {
    guard let picture else { return .unknown("the file has no picture") }
    let first = size(picture)
    let agree = pictures.allSatisfy { size($0) == first }
    return agree ? first : .unknown("the file has pictures of different sizes")
  }
}
