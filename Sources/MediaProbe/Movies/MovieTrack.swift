import ModelCore

/// One track: what kind it is, the size of its pictures, its length and its frame rate.
struct MovieTrack {
  let id: Int
  let isEnabled: Bool
  let isVideo: Bool
  /// Length in movie ticks with edits counted in; `nil` where the track does not know.
  let ticks: UInt64?
  let mediaTimescale: Int
  /// Length in seconds of the media, edits not counted in.
  let mediaSeconds: Double?
  /// Durations of the samples in the movie header itself.
  let timing: Fact<FrameTiming>
  private let shape: Fact<TrackShape>
  private let picture: Fact<PictureFormat>

  /// Reads a track, or returns `nil` if a required box is missing, so that the track can't be
  /// played.
  init?(_ content: ByteCursor) throws(ProbeStop) {
    let boxes = try content.firstBoxes()
    guard var header = boxes["tkhd"], let media = try boxes["mdia"]?.firstBoxes() else {
      return nil
    }

    let (version, flags) = try header.versionAndFlags()
    isEnabled = flags & 1 == 1
    try header.skip(version == 1 ? 16 : 8)
    id = try header.u32()
    try header.skip(4)
    ticks = try header.ticks(version)
    shape = try attempt { () throws(ProbeStop) in try TrackShape(&header) }

    guard var handler = media["hdlr"], var mediaHeader = media["mdhd"] else { return nil }
    try handler.skip(8)
    isVideo = try handler.fourCC() == "vide"

    let mediaVersion = try mediaHeader.versionAndFlags().version
    try mediaHeader.skip(mediaVersion == 1 ? 16 : 8)
    let timescale = try mediaHeader.u32()
    let mediaTicks = try mediaHeader.ticks(mediaVersion)
    mediaTimescale = timescale
    mediaSeconds = mediaTicks.flatMap {
      timescale > 0 && $0 > 0 ? Double($0) / Double(timescale) : nil
    }

    guard isVideo else {
      picture = .unknown("the track holds no pictures")
      timing = try MovieTrack.timing(media)
      return
    }
    picture = try attempt { () throws(ProbeStop) in
      try PictureFormat(try MovieTrack.sampleTable("stsd", media))
    }
    timing = try MovieTrack.timing(media)
  }

  private static func timing(
    _ media: [FourCC: ByteCursor]
  ) throws(ProbeStop) -> Fact<FrameTiming> {
    try attempt { () throws(ProbeStop) in
      try FrameTiming(table: try sampleTable("stts", media))
    }
  }

  private static func sampleTable(
    _ name: FourCC, _ media: [FourCC: ByteCursor]
  ) throws(ProbeStop) -> ByteCursor {
    guard let information = try media["minf"]?.firstBoxes(),
      let table = try information["stbl"]?.firstBoxes()[name]
    else { throw .malformed("a track has no \(name) box") }
    return table
  }

  var stored: Fact<PixelSize> { picture.map(\.coded) }

  /// The size as shown, if the movie itself is turned by `outer`.
  func displayed(in outer: MovieMatrix) -> Fact<PixelSize> {
    picture.flatMap { picture in
      shape.flatMap { $0.displayed(picture, in: outer) }
    }
  }

  var framesPerSecond: Fact<Double> {
    timing.flatMap { $0.framesPerSecond(timescale: mediaTimescale) }
  }
}
