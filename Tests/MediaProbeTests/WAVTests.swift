import MediaProbe
import Testing

struct WAVTests {
  private let halfSecond = WAVSample.data(96_000)

  @Test("The duration follows from the number of samples")
  func plainSamplesAreCounted() {
    let facts = MediaProbe.facts(of: riff("WAVE", WAVSample.format(), halfSecond))
    #expect(facts.format == .wav)
    #expect(facts.duration == .known(0.5))
    #expect(facts.stored.isUnknown && facts.framesPerSecond.isUnknown)
  }

  @Test("Chunks before the data are skipped with their padding")
  func chunksBeforeTheDataAreSteppedOverWithTheirPadding() {
    let list = riffChunk("LIST", zeros(5))
    let file = riff("WAVE", list, WAVSample.format(), list, halfSecond, list)
    #expect(MediaProbe.facts(of: file).duration == .known(0.5))
  }

  @Test(
    "An unknown data size is taken from the size of the file",
    arguments: [0, 0xFFFF_FFFF, 0x7FFF_F000])
  func aSizeThatTheWriterCouldNotKnowIsTakenFromTheFile(stated: Int) {
    let file = riff("WAVE", WAVSample.format(), WAVSample.data(96_000, stated: stated))
    #expect(MediaProbe.facts(of: file).duration == .known(0.5))
    var probe = MediaProbe()
    probe.supply(Bytes(file.prefix(1000)), at: 0)
    #expect(probe.finish(because: "no more").duration.isUnknown)
  }

  @Test("A data size beyond the end of the file is malformed")
  func aSizeBeyondTheFileIsMalformed() {
    let file = riff("WAVE", WAVSample.format(), WAVSample.data(96_000, stated: 100_000))
    #expect(MediaProbe.facts(of: file).duration.isMalformed)
  }

  @Test("Large files have their size in a separate chunk", arguments: ["RF64", "BW64"])
  func longFilesStateTheirSizeInAChunkOfItsOwn(outer: String) {
    let sizes = riffChunk("ds64", big(0, 8) + little(96_000, 8) + zeros(12))
    let data = WAVSample.data(96_000, stated: 0xFFFF_FFFF)
    let file = riff(
      "WAVE", sizes, WAVSample.format(), data, riffChunk("LIST", zeros(500)), outer: outer)
    #expect(MediaProbe.facts(of: file).duration == .known(0.5))
    let lie = riffChunk("ds64", big(0, 8) + little(.max, 8) + zeros(12))
    let long = riff("WAVE", lie, WAVSample.format(), data, outer: outer)
    #expect(MediaProbe.facts(of: long).duration.isMalformed)
  }

  @Test("A wrong data rate doesn't matter for PCM samples")
  func aLyingDataRateDoesNotMatterToPlainSamples() {
    let format = WAVSample.format(bytesPerSecond: 1)
    #expect(MediaProbe.facts(of: riff("WAVE", format, halfSecond)).duration == .known(0.5))
  }

  @Test("The duration of compressed samples follows from their number or their rate")
  func packedSamplesAreCountedByTheFileOrByTheirRate() {
    let format = WAVSample.format(
      code: 17, channels: 1, rate: 22_050, bits: 4, block: 512, bytesPerSecond: 11_100)
    let count = riffChunk("fact", little(44_100, 4))
    let data = WAVSample.data(22_200)
    #expect(MediaProbe.facts(of: riff("WAVE", format, count, data)).duration == .known(2))
    #expect(MediaProbe.facts(of: riff("WAVE", format, data)).duration == .known(2))
  }

  @Test("An extensible format has its codec in a later field")
  func anExtensibleFormatNamesItsCodeFurtherBehind() {
    let extra = little(22, 2) + little(16, 2) + little(3, 4) + little(1, 2) + zeros(14)
    let format = WAVSample.format(code: 0xFFFE, bytesPerSecond: 7, extra: extra)
    #expect(MediaProbe.facts(of: riff("WAVE", format, halfSecond)).duration == .known(0.5))
  }

  @Test("A damaged file is malformed")
  func damageIsMalformed() {
    let files = [
      riff("WAVE", WAVSample.format()), riff("WAVE", halfSecond),
      riff("WAVE", WAVSample.format(rate: 0), halfSecond),
      riff("WAVE", WAVSample.format(code: 85, bytesPerSecond: 0), halfSecond),
    ]
    for file in files { #expect(MediaProbe.facts(of: file).duration.isMalformed) }
  }
}
