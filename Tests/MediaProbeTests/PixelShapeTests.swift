import MediaProbe
import ModelCore
import Testing

/// Tests of pixel aspect ratios and frame rates of movies.
struct PixelShapeTests {
  private func displayed(shown: (Int, Int), _ boxes: Bytes) -> Fact<PixelSize> {
    var track = MovieSample.Track()
    track.coded = (720, 576)
    track.shown = shown
    track.descriptionBoxes = boxes
    let facts = facts(MovieSample(tracks: [track]).bytes)
    #expect(facts.stored == .size(720, 576))
    return facts.displayed
  }

  private let wide = box("pasp", big(64, 4), big(45, 4))
  private let crop = box(
    "clap", big(704, 4), big(1, 4), big(576, 4), big(1, 4), zeros(4), big(1, 4), zeros(4),
    big(1, 4))

  @Test("The track header tells the displayed size")
  func theTrackHeaderTellsTheDisplayedSize() {
    #expect(displayed(shown: (1024, 576), []) == .size(1024, 576))
    #expect(displayed(shown: (1024, 576), wide) == .size(1024, 576))
    #expect(displayed(shown: (704, 576), crop) == .size(704, 576))
  }

  @Test("Without a size in the track header, the pixel aspect ratio tells it")
  func withoutASizeInTheTrackHeaderThePixelsTellIt() {
    #expect(displayed(shown: (0, 0), []) == .size(720, 576))
    #expect(displayed(shown: (0, 0), wide) == .size(1024, 576))
    #expect(displayed(shown: (0, 0), crop) == .size(704, 576))
  }

  @Test("A track header that contradicts the pixel aspect ratio is unknown")
  func aTrackHeaderAtOddsWithThePixelsIsUnknown() {
    #expect(displayed(shown: (720, 576), wide).isUnknown)
    #expect(displayed(shown: (720, 576), crop).isUnknown)
  }

  @Test("A pixel aspect ratio with 0 is ignored")
  func pixelsWithoutASideAreOverlooked() {
    let none = box("pasp", zeros(8))
    #expect(displayed(shown: (720, 576), none) == .size(720, 576))
  }

  private func rate(_ samples: [(Int, Int)], timescale: Int = 1000) -> Fact<Double> {
    var track = MovieSample.Track()
    track.samples = samples
    track.mediaTimescale = timescale
    return facts(MovieSample(tracks: [track]).bytes).framesPerSecond
  }

  @Test("A constant frame rate is known whatever the duration of the first and last frame")
  func aSteadyRateIsKnownWhateverTheOutermostFramesLast() {
    #expect(rate([(300, 1001)], timescale: 30_000) == .known(30_000.0 / 1001))
    #expect(rate([(299, 40), (1, 700)]) == .known(25))
    #expect(rate([(299, 40), (1, 0)]) == .known(25))
    #expect(rate([(1, 63), (298, 40), (1, 7)]) == .known(25))
    #expect(rate([(1, 63), (1, 40), (1, 7)]) == .known(25))
  }

  @Test("Frames with rounded durations have a constant rate")
  func framesRoundedToTicksStillHaveASteadyRate() throws {
    let thirds = (0..<100).flatMap { _ in [(2, 33), (1, 34)] }
    #expect(abs(try #require(rate(thirds).value) - 30) < 0.02)
  }

  @Test("A variable frame rate is unknown")
  func aVaryingRateIsUnknown() {
    #expect(rate([(100, 40), (100, 20)]).isUnknown)
    #expect(rate([(100, 40), (1, 4000), (100, 40)]).isUnknown)
  }

  @Test("Too few frames have no rate")
  func tooFewFramesHaveNoRate() {
    #expect(rate([]).isUnknown)
    #expect(rate([(1, 40)]).isUnknown)
    #expect(rate([(2, 40)]).isUnknown)
    #expect(rate([(5, 0)]).isUnknown)
  }

  @Test("A duration out of range is malformed")
  func aLengthBeyondAllNumbersIsMalformed() {
    let most = 0xFFFF_FFFF
    #expect(rate([(most, most), (most, most)]).isMalformed)
  }
}
