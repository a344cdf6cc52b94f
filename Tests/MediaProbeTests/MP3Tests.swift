import MediaProbe
import Testing

struct MP3Tests {
  private let secondsPerFrame = 1152.0 / 44_100

  private func duration(_ bytes: Bytes) -> Double {
    MediaProbe.facts(of: bytes).duration.value ?? -1
  }

  @Test("The duration follows from the number of frames")
  func aCountOfFramesTellsTheLength() {
    for count in [
      MP3Sample.counted(frames: 1000), MP3Sample.counted("Info", frames: 1000),
      MP3Sample.countedByVBRI(frames: 1000),
    ] {
      let facts = MediaProbe.facts(of: count + MP3Sample.frames(100))
      #expect(facts.format == .mp3)
      #expect(facts.duration == .known(1000 * 1152 / 44_100))
      #expect(facts.stored.isUnknown)
    }
  }

  @Test("Without a number of frames, the duration follows from a constant bit rate")
  func withoutItAConstantRateTellsTheLength() {
    let file = MP3Sample.frames(500)
    #expect(abs(duration(file) - 500 * secondsPerFrame) < 0.05)
    #expect(facts(Bytes(MP3Sample.frames(60))).format == .mp3)
  }

  @Test("With a variable bit rate and no number of frames, the duration is unknown")
  func aVaryingRateWithoutACountIsUnknown() {
    let start = MP3Sample.frames(100) + MP3Sample.frames(100, kilobits: 320)
    #expect(MediaProbe.facts(of: start + MP3Sample.frames(100)).duration.isUnknown)
    let alternating = (0..<50).flatMap { _ in
      MP3Sample.frame(kilobits: 64) + MP3Sample.frame(kilobits: 192)
    }
    #expect(MediaProbe.facts(of: alternating).duration.isUnknown)
  }

  @Test("Tags aren't part of the audio")
  func tagsAreNoPartOfTheSound() {
    let sound = MP3Sample.frames(200)
    let expected = duration(sound)
    #expect(duration(MP3Sample.tag(300_000, content: 0x33) + sound) == expected)
    #expect(
      duration(MP3Sample.tag(10) + MP3Sample.tag(200, flags: 0x10) + zeros(10) + sound)
        == expected)
    let old = ascii("TAG") + zeros(125)
    let newer =
      ascii("APETAGEX") + little(2000, 4) + little(1032, 4) + little(1, 4)
      + big(0x80, 4).reversed() + zeros(8)
    #expect(duration(sound + old) == expected)
    #expect(duration(sound + zeros(1000) + zeros(32) + newer) > 0)
  }

  @Test("A large tag is skipped without reading it")
  func aLargeTagIsNotRead() {
    let file = MP3Sample.tag(3_000_000) + MP3Sample.counted(frames: 40) + MP3Sample.frames(40)
    var asked = 0
    let facts = MediaProbe.facts(byteCount: file.count) { range in
      asked += range.count
      return Bytes(file[range])
    }
    #expect(facts.duration == .known(40 * 1152 / 44_100))
    #expect(asked <= 96 << 10)
  }

  @Test("An image in a tag isn't mistaken for frames")
  func aPictureInATagIsNotTakenForFrames() {
    let picture = JPEGSample.file(JPEGSample.frame(64, 64))
    var tag = MP3Sample.tag(2000)
    tag.replaceSubrange(100..<100 + picture.count, with: picture)
    #expect(duration(tag + MP3Sample.frames(200)) == duration(MP3Sample.frames(200)))
  }

  @Test("Padding after a tag is ignored")
  func paddingBehindATagIsOverlooked() {
    let file = MP3Sample.tag(50) + zeros(3000) + [0xFF, 0xFB, 0x90] + MP3Sample.frames(200)
    #expect(abs(duration(file) - duration(MP3Sample.frames(200))) < 0.01)
  }

  @Test("A tag beyond the end of the file is malformed")
  func aTagBeyondTheFileIsMalformed() {
    let file = Bytes(MP3Sample.tag(5000).prefix(100))
    #expect(MediaProbe.facts(of: file).duration.isMalformed)
    let bad = ascii("ID3") + [4, 0, 0, 0xFF, 0, 0, 0] + zeros(100)
    #expect(MediaProbe.facts(of: bad).duration.isMalformed)
  }

  @Test("An impossible number of frames is malformed")
  func aCountThatCannotBeTrueIsMalformed() {
    let file = MP3Sample.counted(frames: 0xFFFF_FFFF) + MP3Sample.frames(100)
    #expect(MediaProbe.facts(of: file).duration.isMalformed)
  }

  @Test("A number of 0 frames counts as missing")
  func aCountOfZeroIsNone() {
    let file = MP3Sample.counted(frames: 0) + MP3Sample.frames(199)
    #expect(duration(file) == duration(MP3Sample.frames(200)))
  }

  @Test("Other MPEG layers and tagged formats are reported as unsupported")
  func otherLayersAndOtherTaggedFormatsAreNamed() {
    let layerTwo: Bytes = [0xFF, 0xFD, 0x80, 0x00] + zeros(413)
    #expect(MediaProbe.facts(of: layerTwo + layerTwo).format == .unsupported("MP2"))
    let tag = MP3Sample.tag(100)
    #expect(MediaProbe.facts(of: tag + ascii("fLaC") + zeros(50)).format == .unsupported("FLAC"))
    #expect(MediaProbe.facts(of: tag + [0xFF, 0xF1] + zeros(50)).format == .unsupported("AAC"))
    #expect(MediaProbe.facts(of: tag + zeros(900)).format == .unsupported("ID3 tagged audio"))
  }

  @Test("A single sync word isn't enough for an MP3 file")
  func aSingleSyncWordMakesNoMP3() {
    #expect(MediaProbe.facts(of: [0xFF, 0xFB, 0x90, 0x00] + zeros(2000)).format == .unknown)
  }
}
