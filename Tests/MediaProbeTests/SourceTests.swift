import MediaProbe
import Testing

/// Tests of the requests that a probe makes to its source.
struct SourceTests {
  private let photo = PNGSample.file(640, 480) + zeros(200_000)

  @Test("A small file is requested once")
  func aSmallFileIsAskedForOnce() {
    let file = PNGSample.file(640, 480)
    var asked: [Range<Int>] = []
    let facts = MediaProbe.facts(byteCount: file.count) { range in
      asked.append(range)
      return Bytes(file[range])
    }
    #expect(asked == [0..<file.count])
    #expect(facts.displayed == .size(640, 480))
  }

  @Test("A file size in the first response is known")
  func aSizeStatedWithTheFirstAnswerIsKnown() async {
    let photo = photo
    let facts = await MediaProbe.facts { range in
      MediaProbe.Answer(bytes: Bytes(photo[range]), byteCount: photo.count)
    }
    #expect(facts.byteCount == .known(photo.count))
    #expect(facts.displayed == .size(640, 480))
  }

  @Test("A file size that isn't given is unknown until the end is reached")
  func aSizeThatIsNeverStatedStaysUnknownUntilTheEndIsMet() {
    let read = { (range: Range<Int>) in Bytes(photo[range.clamped(to: 0..<photo.count)]) }
    #expect(MediaProbe.facts(byteCount: nil, reading: read).byteCount.isUnknown)
    let sound = riff("WAVE", WAVSample.format(), riffChunk("LIST", zeros(3)))
    let whole = MediaProbe.facts(byteCount: nil) { range in
      Bytes(sound[range.clamped(to: 0..<sound.count)])
    }
    #expect(whole.byteCount == .known(sound.count))
  }

  @Test("The rest of a short response is requested again")
  func shortAnswersAreAskedForAgain() {
    let facts = MediaProbe.facts(byteCount: photo.count) { range in
      Bytes(photo[range.prefix(3)])
    }
    #expect(facts.displayed == .size(640, 480))
  }

  @Test("A source that ends before its stated size is detected")
  func aSourceThatEndsBeforeItsStatedSizeIsFoundOut() {
    let photo = photo.prefix(20)
    let facts = MediaProbe.facts(byteCount: 5000) { range in
      Bytes(photo[range.clamped(to: 0..<20)])
    }
    #expect(facts.byteCount.isMalformed)
    #expect(facts.stored.isMalformed)
  }

  @Test("More bytes than requested are accepted")
  func moreBytesThanAskedForAreWelcome() {
    var probe = MediaProbe()
    guard case .need(let range) = probe.step() else {
      Issue.record("a probe without bytes has nothing to say")
      return
    }
    probe.supply(photo, at: range.lowerBound, byteCount: photo.count)
    #expect(probe.step() == .done(MediaProbe.facts(of: photo)))
  }

  @Test("Bytes may arrive in any order and twice")
  func bytesMayArriveInAnyOrderAndTwice() {
    let file = WebPSample.canvas(640, 480, flags: 8) + WebPSample.lossy(640, 480)
    let image = riff("WEBP", file, riffChunk("EXIF", exif(orientation: 6)))
    var probe = MediaProbe(byteCount: image.count)
    for start in [40, 10, 30, 0, 20, 5, 60, 35, 50, 70, 15, 25, 80, 90, 100, 110, 120, 130] {
      guard start < image.count else { continue }
      probe.supply(Bytes(image[start..<min(start + 12, image.count)]), at: start)
    }
    #expect(probe.step() == .done(MediaProbe.facts(of: image)))
  }

  @Test("A probe that is ended early returns the facts that it knows")
  func aProbeThatIsCutShortSaysWhatItKnows() {
    var probe = MediaProbe(byteCount: 9_000_000)
    probe.supply(Bytes(photo.prefix(33)), at: 0)
    let facts = probe.finish(because: "the link has expired")
    #expect(facts.byteCount == .known(9_000_000))
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .unknown("the link has expired"))
  }

  @Test("The limit on bytes is kept")
  func theLimitOnBytesHolds() {
    let segment = JPEGSample.segment(0xE2, zeros(60_000))
    let file = Bytes([0xFF, 0xD8]) + (0..<200).flatMap { _ in segment }
    var asked = 0
    let facts = MediaProbe.facts(byteCount: file.count) { range in
      asked += range.count
      return Bytes(file[range])
    }
    #expect(asked <= 4 << 20)
    #expect(facts.stored.isUnknown)
  }

  @Test("The limit on requests is kept for a source that returns single bytes")
  func theLimitOnRequestsHoldsAgainstASourceThatGivesSingleBytes() {
    let fill = Bytes([0xFF, 0xD8]) + Bytes(repeating: 0xFF, count: 1000)
    var requests = 0
    let facts = MediaProbe.facts(byteCount: fill.count) { range in
      requests += 1
      return [fill[range.lowerBound]]
    }
    #expect(requests == ProbeLimits.standard.requestCount)
    #expect(facts.displayed.isUnknown)
  }

  @Test("The limit on steps is kept")
  func theLimitOnStepsHolds() {
    let file = JPEGSample.file(
      Bytes((0..<1000).flatMap { _ in JPEGSample.segment(0xFE, []) }), JPEGSample.frame(8, 8))
    #expect(MediaProbe.facts(of: file).stored == .size(8, 8))
    #expect(MediaProbe.facts(of: file, limits: ProbeLimits(stepCount: 100)).stored.isUnknown)
  }

  private struct Refused: Error {}

  @Test("An error of the source is thrown")
  func anErrorOfTheSourceComesThrough() async {
    #expect(throws: Refused.self) {
      try MediaProbe.facts(byteCount: 100) { _ throws(Refused) in throw Refused() }
    }
    await #expect(throws: Refused.self) {
      try await MediaProbe.facts { _ async throws(Refused) in throw Refused() }
    }
  }

  @Test("Bytes at impossible offsets are ignored")
  func impossibleOffersAreHarmless() {
    var probe = MediaProbe(byteCount: -5)
    probe.supply([1, 2, 3], at: -1)
    probe.supply([1, 2, 3], at: .max)
    probe.supply(PNGSample.file(4, 4), at: 0)
    probe.supply([], at: -7)
    let facts = probe.finish(because: "no more")
    #expect(facts.byteCount.isUnknown)
    #expect(facts.displayed == .size(4, 4))
  }
}
