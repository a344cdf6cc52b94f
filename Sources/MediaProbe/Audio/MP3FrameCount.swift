/// The count of frames that an encoder leaves in a first frame without sound.
struct MP3FrameCount {
  private let frames: Int
  /// Samples that only fill up the first and the last frame.
  private var filling = 0

  /// `nil` if the frame is an ordinary one, or counts nothing.
  init?(_ frame: ByteCursor, _ header: MPEGAudioHeader) throws(ProbeStop) {
    var tag = frame
    try tag.skip(min(4 + header.sideInformation, tag.remaining))
    if tag.remaining >= 16, ["Xing", "Info"].contains(try tag.fourCC()) {
      let flags = try tag.u32()
      guard flags & 1 == 1 else { return nil }
      frames = try tag.u32()
      try readFilling(tag, flags)
      if frames > 0 { return }
      return nil
    }
    tag = frame
    try tag.skip(min(4 + 32, tag.remaining))
    guard tag.remaining >= 18, try tag.fourCC() == "VBRI" else { return nil }
    try tag.skip(10)
    frames = try tag.u32()
    if frames == 0 { return nil }
  }

  private mutating func readFilling(_ tag: ByteCursor, _ flags: Int) throws(ProbeStop) {
    var tag = tag
    let fields = (flags & 2 != 0 ? 4 : 0) + (flags & 4 != 0 ? 100 : 0) + (flags & 8 != 0 ? 4 : 0)
    guard tag.remaining >= fields + 24 else { return }
    try tag.skip(fields)
    guard ["LAME", "Lavf", "Lavc"].contains(try tag.fourCC()) else { return }
    try tag.skip(17)
    let both = try tag.u24()
    filling = both >> 12 + both & 0xFFF
  }

  /// The length in seconds, provided that the count can be true of a file of this size.
  func duration(_ header: MPEGAudioHeader, byteCount: Int?) throws(ProbeStop) -> Double {
    let samples = frames * header.samplesPerFrame
    if let byteCount {
      // No frame is shorter than this.
      guard frames - 1 <= byteCount / 24 else {
        throw .malformed("the MP3 file counts \(frames) frames in \(byteCount) bytes")
      }
    }
    let sound = filling < samples ? samples - filling : samples
    return Double(sound) / Double(header.sampleRate)
  }
}
