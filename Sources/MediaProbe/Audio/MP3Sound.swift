/// MP3: tags in front, then frames. A first frame without sound may count all others; without it
/// the length follows from size and bit rate, if that is the same throughout.
enum MP3Sound {
  /// Reads the file if it is one; says whether it is, or is named something else.
  static func read(
    _ input: ProbeInput, into findings: inout Findings
  ) throws(ProbeStop) -> Bool {
    var file = input.cursor(.big)
    let isTagged = try AudioTags.skipLeading(&file)
    if isTagged, try nameOther(file, &findings) { return true }
    guard let first = try firstFrame(&file, mayScan: isTagged) else {
      guard isTagged else { return false }
      findings.format = .unsupported("ID3 tagged audio")
      throw .unknown("the file has an ID3 tag but no MPEG audio behind it")
    }
    guard first.layer == .three else {
      findings.format = .unsupported(first.layer == .one ? "MPEG audio layer I" : "MP2")
      throw .unknown("\(findings.format) files aren't supported")
    }
    findings.format = .mp3
    findings.duration = .known(try duration(first, at: file))
    return true
  }

  /// Other formats carry the same tags.
  private static func nameOther(
    _ file: ByteCursor, _ findings: inout Findings
  ) throws(ProbeStop) -> Bool {
    let head = try file.peek(16)
    guard !head.isEmpty, let name = try OtherFormat.name(head: head, of: file) else { return false }
    findings.format = .unsupported(name)
    throw .unknown("\(name) files aren't supported")
  }

  /// Finds a frame that another of the same stream follows; behind a tag there may be padding.
  private static func firstFrame(
    _ file: inout ByteCursor, mayScan: Bool
  ) throws(ProbeStop) -> MPEGAudioHeader? {
    let end = file.position + min(mayScan ? 64 << 10 : 1, file.remaining)
    return try nextFrame(&file, before: end)
  }

  /// Moves to the next place before `end` where a stream of frames starts.
  private static func nextFrame(
    _ file: inout ByteCursor, before end: Int
  ) throws(ProbeStop) -> MPEGAudioHeader? {
    while let found = try file.input.firstOffset(
      of: 0xFF, in: file.position..<max(file.position, end))
    {
      try file.input.spend()
      file.move(to: found)
      if let header = try header(file), try isFollowed(header, file) { return header }
      try file.skip(1)
    }
    return nil
  }

  private static func header(_ file: ByteCursor) throws(ProbeStop) -> MPEGAudioHeader? {
    var file = file
    guard file.remaining >= 4, try file.input.exists(at: file.position + 3) else { return nil }
    return MPEGAudioHeader(UInt32(truncatingIfNeeded: try file.u32()))
  }

  private static func isFollowed(
    _ header: MPEGAudioHeader, _ file: ByteCursor
  ) throws(ProbeStop) -> Bool {
    // A frame of the free format is as long as it likes.
    guard header.bitRate > 0 else { return file.position == 0 }
    var next = file
    guard header.frameLength < file.remaining else { return header.frameLength == file.remaining }
    try next.skip(header.frameLength)
    return try self.header(next)?.stream == header.stream
  }

  private static func duration(
    _ first: MPEGAudioHeader, at file: ByteCursor
  ) throws(ProbeStop) -> Double {
    guard first.bitRate > 0 else { throw .unknown("the MP3 file uses the free format") }
    var content = file
    let frame = try content.clippedPart(first.frameLength, "the first MP3 frame")
    if let count = try MP3FrameCount(frame, first) {
      return try count.duration(first, byteCount: file.input.end.map { $0 - file.position })
    }
    return try constantDuration(first, file)
  }

  /// Without a count of frames, the rate is looked at in three places.
  private static func constantDuration(
    _ first: MPEGAudioHeader, _ file: ByteCursor
  ) throws(ProbeStop) -> Double {
    guard let fileEnd = file.input.end else {
      throw .unknown("the MP3 file does not count its frames, and its size is not stated")
    }
    let end = fileEnd - (try AudioTags.trailing(file.input, fileEnd))
    let length = max(0, end - file.position)
    var seen = 0
    for place in [file.position, file.position + length / 2, end - min(length, 16 << 10)] {
      var spot = file
      spot.move(to: place)
      _ = try nextFrame(&spot, before: min(end, place + (8 << 10)))
      for _ in 0..<32 {
        guard spot.position < end, let frame = try header(spot), frame.stream == first.stream else {
          break
        }
        guard frame.bitRate == first.bitRate else {
          throw .unknown("the MP3 file varies its bit rate and does not count its frames")
        }
        seen += 1
        try spot.input.spend()
        try spot.skip(min(frame.frameLength, spot.remaining))
      }
    }
    guard seen > 1 || length <= first.frameLength else {
      throw .malformed("the MP3 file has a single frame")
    }
    return Double(length) * 8 / Double(first.bitRate)
  }
}
