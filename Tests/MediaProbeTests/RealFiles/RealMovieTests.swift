import Foundation
import MediaProbe
import ModelCore
import Testing

/// Clips of FFmpeg, against what ffprobe says of them.
@Suite("Real movie files", .enabled(if: RealTool.areInstalled(.ffmpeg, .ffprobe)))
struct RealMovieTests {
  let shop: Workshop

  /// The clip that most tests start from, made once.
  private static let clip = Result {
    let shop = try Workshop()
    try RealTool.ffmpeg.run(
      "-v", "error", "-f", "lavfi", "-i", "testsrc=size=96x64:rate=25:duration=2", "-f", "lavfi",
      "-i", "sine=duration=2", "-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-c:a",
      "aac", "clip.mp4", in: shop)
    return try shop.bytes("clip.mp4")
  }

  init() throws {
    shop = try Workshop()
    try shop.write(RealMovieTests.clip.get(), "clip.mp4")
  }

  private func make(_ name: String, from source: String, _ options: String...) throws {
    try RealTool.ffmpeg.run(
      ["-v", "error", "-f", "lavfi", "-i", source] + options + [name], in: shop)
  }

  private func remake(_ name: String, _ options: String...) throws {
    try RealTool.ffmpeg.run(
      ["-v", "error", "-i", "clip.mp4", "-c", "copy"] + options + [name], in: shop)
  }

  @discardableResult
  private func check(_ name: String, is format: MediaFormat) throws -> MediaFacts {
    let bytes = try shop.bytes(name)
    let facts = facts(bytes)
    let report = try ProbeReport(of: name, in: shop)
    #expect(facts.format == format)
    #expect(facts.byteCount == .known(bytes.count))
    #expect(facts.stored.value == report.coded)
    #expect(facts.displayed.value == report.shown)
    let duration = try #require(facts.duration.value)
    #expect(abs(duration - report.duration) < 0.05)
    if let rate = facts.framesPerSecond.value {
      #expect(abs(rate - report.rate) < 0.06 * report.rate)
    }
    return facts
  }

  @Test(
    "The facts of each MP4 file are what ffprobe reports",
    arguments: [
      [], ["-movflags", "faststart"], ["-movflags", "rtphint"], ["-use_editlist", "0"],
      ["-ss", "0.5"],
    ])
  func everyMP4IsReadAsFFprobeDoes(options: [String]) throws {
    try RealTool.ffmpeg.run(
      ["-v", "error", "-i", "clip.mp4", "-c", "copy"] + options + ["other.mp4"], in: shop)
    #expect(try check("other.mp4", is: .mp4).framesPerSecond == .known(25))
  }

  @Test("The rotation of a clip is applied", arguments: [0, 90, 180, 270])
  func aRotatedClipIsShownTurned(degrees: Int) throws {
    try remake("turned.mp4", "-metadata:s:v", "rotate=\(degrees)")
    let facts = try check("turned.mp4", is: .mp4)
    #expect(facts.displayed == (degrees % 180 == 0 ? .size(96, 64) : .size(64, 96)))
  }

  @Test(
    "All fragmented MP4 files have a duration",
    arguments: [
      "frag_keyframe", "frag_keyframe+empty_moov", "frag_keyframe+empty_moov+default_base_moof",
      "dash+frag_keyframe+global_sidx", "dash+frag_keyframe", "cmaf+frag_keyframe",
      "frag_every_frame+empty_moov", "frag_keyframe+empty_moov+delay_moov+skip_trailer",
    ])
  func everyFragmentedMP4TellsItsLength(flags: String) throws {
    try remake("fragments.mp4", "-movflags", flags)
    #expect(try check("fragments.mp4", is: .mp4).framesPerSecond == .known(25))
  }

  @Test("A QuickTime movie is read")
  func aQuickTimeMovieIsRead() throws {
    try remake("clip.mov")
    try check("clip.mov", is: .mov)
  }

  @Test("A pixel aspect ratio changes the displayed size")
  func oblongPixelsAreStretched() throws {
    try make(
      "wide.mp4", from: "testsrc=size=72x56:rate=25:duration=1", "-vf", "setsar=64/45", "-c:v",
      "libx264")
    let facts = try check("wide.mp4", is: .mp4)
    #expect(facts.stored == .size(72, 56))
    #expect(facts.displayed == .size(102, 56))
  }

  @Test("All frame rates are read", arguments: ["24000/1001", "30", "60", "12.5"])
  func everyRateIsRead(rate: String) throws {
    try make("rate.mp4", from: "testsrc=size=64x64:rate=\(rate):duration=2", "-c:v", "mpeg4")
    #expect(try check("rate.mp4", is: .mp4).framesPerSecond.value != nil)
  }

  @Test("Audio in an MP4 file has a duration and no size")
  func soundInAnMP4HasALengthAndNoPicture() throws {
    try make("sound.m4a", from: "sine=duration=3", "-c:a", "aac")
    let facts = try facts(shop.bytes("sound.m4a"))
    #expect(facts.format == .m4a)
    #expect(facts.stored.isUnknown)
    let duration = try #require(facts.duration.value)
    #expect(abs(try ProbeReport(of: "sound.m4a", in: shop).duration - duration) < 0.05)
  }

  @Test(
    "Other containers are reported as unsupported",
    arguments: [("clip.webm", "WebM"), ("clip.mkv", "Matroska"), ("clip.avi", "AVI")])
  func otherContainersAreNamed(name: String, format: String) throws {
    try make(name, from: "testsrc=size=64x64:rate=5:duration=1")
    #expect(try facts(shop.bytes(name)).format == .unsupported(format))
  }

  @Test("A clip with its header at the end is read with a few ranges")
  func aClipIsReadFromAFewRangesWithItsHeaderAtTheEnd() throws {
    var bytes = try shop.bytes("clip.mp4")
    let data = box("mdat", zeros(5_000_000))
    let lengthOfBrands = Int(bytes[3])
    bytes.insert(contentsOf: data, at: lengthOfBrands)
    var asked = 0
    let facts = MediaProbe.facts(byteCount: bytes.count) { range in
      asked += range.count
      return Bytes(bytes[range])
    }
    #expect(facts.displayed == .size(96, 64))
    #expect(asked <= 128 << 10)
  }
}
