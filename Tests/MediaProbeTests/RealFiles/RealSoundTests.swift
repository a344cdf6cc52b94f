import MediaProbe
import ModelCore
import Testing

/// Sound files of FFmpeg, against the length that it made them and the one ffprobe says.
@Suite("Real audio files", .enabled(if: RealTool.areInstalled(.ffmpeg, .ffprobe)))
struct RealSoundTests {
  let shop: Workshop

  init() throws { shop = try Workshop() }

  private func make(
    _ name: String, seconds: Double = 3.5, source: String = "sine=frequency=440",
    _ options: [String]
  ) throws {
    try RealTool.ffmpeg.run(
      ["-v", "error", "-f", "lavfi", "-i", "\(source):duration=\(seconds)"] + options + [name],
      in: shop)
  }

  private func check(_ name: String, is format: MediaFormat, within tolerance: Double) throws {
    let bytes = try shop.bytes(name)
    let facts = facts(bytes)
    #expect(facts.format == format)
    #expect(facts.byteCount == .known(bytes.count))
    let duration = try #require(facts.duration.value)
    #expect(abs(duration - 3.5) < tolerance)
    #expect(abs(try duration - ProbeReport(of: name, in: shop).duration) < tolerance)
  }

  @Test(
    "All wave files have a duration",
    arguments: [
      "pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le", "pcm_alaw", "pcm_mulaw", "adpcm_ima_wav",
      "adpcm_ms",
    ])
  func everyWaveFileHasItsLength(codec: String) throws {
    try make("sound.wav", ["-c:a", codec])
    try check("sound.wav", is: .wav, within: codec.hasPrefix("pcm") ? 0.001 : 0.03)
  }

  @Test(
    "Unusual wave files have a duration",
    arguments: [["-rf64", "always"], ["-ac", "6", "-ar", "48000"], ["-bitexact"]])
  func unusualWaveFilesHaveTheirLength(options: [String]) throws {
    try make("sound.wav", options)
    try check("sound.wav", is: .wav, within: 0.001)
  }

  @Test("A wave file that was written to a pipe has a duration")
  func aWaveFileFromAPipeHasItsLength() throws {
    try RealTool.ffmpeg.run(
      "-v", "error", "-f", "lavfi", "-i", "sine=duration=3.5", "-f", "wav", "-seekable", "0",
      "file:sound.wav", in: shop)
    try check("sound.wav", is: .wav, within: 0.001)
  }

  @Test(
    "All MP3 files have a duration",
    .enabled(if: RealTool.areInstalled(.ffmpeg)),
    arguments: [
      ["-b:a", "128k"], ["-q:a", "2"], ["-q:a", "9"], ["-b:a", "96k", "-write_xing", "0"],
      ["-b:a", "128k", "-id3v2_version", "0"], ["-q:a", "4", "-id3v2_version", "0"],
      ["-b:a", "64k", "-ar", "22050"], ["-b:a", "32k", "-ar", "8000", "-write_xing", "0"],
      ["-b:a", "128k", "-ac", "2", "-write_id3v1", "1", "-metadata", "title=x"],
      ["-b:a", "128k", "-write_xing", "0", "-id3v2_version", "0", "-write_id3v1", "1"],
    ])
  func everyMP3HasItsLength(options: [String]) throws {
    try make("sound.mp3", ["-c:a", "libmp3lame"] + options)
    let isSlow = options.contains("8000")
    try check("sound.mp3", is: .mp3, within: isSlow ? 0.25 : 0.08)
  }

  @Test("With a variable bit rate and no number of frames, the duration isn't guessed")
  func aVaryingRateWithoutACountIsNotGuessed() throws {
    try make(
      "sound.mp3", source: "anoisesrc=colour=pink:amplitude=0.9:seed=1",
      [
        "-c:a", "libmp3lame", "-q:a", "4", "-write_xing", "0", "-af",
        "volume='if(lt(t,1),0,1)':eval=frame",
      ])
    #expect(try facts(shop.bytes("sound.mp3")).duration.isUnknown)
  }

  @Test(
    "Other audio formats are reported as unsupported",
    arguments: [
      ("sound.flac", "FLAC"), ("sound.ogg", "Ogg"), ("sound.aac", "AAC"),
      ("sound.mp2", "MP2"), ("sound.aiff", "AIFF"),
    ])
  func otherSoundsAreNamed(name: String, format: String) throws {
    try make(name, name.hasSuffix("ogg") ? ["-c:a", "flac"] : [])
    #expect(try facts(shop.bytes(name)).format == .unsupported(format))
  }
}
