import MediaProbe
import ModelCore
import Testing

struct FragmentTests {
  private func movie(
    stated: Int? = nil, track: MovieSample.Track? = nil, ticks: Int = 0, _ rest: Bytes
  ) -> MediaFacts {
    var empty = MovieSample.Track(ticks: 0, mediaTicks: 0, samples: [])
    empty.mediaTimescale = 12_800
    return facts(
      MovieSample(
        ticks: ticks, tracks: [track ?? empty],
        extraBoxes: MovieSample.fragmentDefaults(track: 1, sampleTicks: 512, ticks: stated),
        behind: rest
      ).bytes)
  }

  private let twoSeconds = MovieSample.fragment(track: 1, samples: 50)

  @Test("A duration in the header is used")
  func aStatedDurationIsBelieved() {
    let facts = movie(stated: 6000, twoSeconds)
    #expect(facts.displayed == .size(640, 360))
    #expect(facts.duration == .known(6))
    #expect(facts.framesPerSecond == .known(25))
  }

  @Test("Without a duration in the header, the fragments are added up")
  func withoutItTheFragmentsAreAddedUp() {
    #expect(movie(twoSeconds + twoSeconds + twoSeconds).duration == .known(6))
  }

  @Test("Samples in the header count too")
  func samplesInTheHeaderCountToo() {
    let track = MovieSample.Track(ticks: 1000, mediaTicks: 12_800, samples: [(25, 512)])
    #expect(movie(track: track, ticks: 1000, twoSeconds).duration == .known(3))
  }

  @Test("Samples with durations of their own are added up")
  func samplesThatEachSayTheirLengthAreAddedUp() {
    let facts = movie(MovieSample.fragment(track: 1, sampleTicks: [512, 512, 512, 1024]))
    #expect(facts.duration == .known(0.2))
    #expect(facts.framesPerSecond == .known(25))
  }

  @Test("With an index of the whole file, the fragments aren't read")
  func anIndexOfTheWholeFileSparesTheFragments() {
    let parts = [(bytes: 2 * twoSeconds.count, ticks: 4000), (twoSeconds.count, 2000)]
    let index = MovieSample.index(timescale: 1000, parts: parts)
    let fragments = twoSeconds + twoSeconds + twoSeconds
    #expect(movie(index + fragments).duration == .known(6))
    #expect(movie(index + fragments + box("mfra", zeros(30))).duration == .known(6))
  }

  @Test("An index of only the first part isn't used")
  func anIndexOfTheFirstPartAloneIsNotBelieved() {
    let index = MovieSample.index(timescale: 1000, parts: [(twoSeconds.count, 2000)])
    #expect(movie(index + twoSeconds + index + twoSeconds + twoSeconds).duration == .known(6))
  }

  @Test("Fragments of another track don't count")
  func fragmentsOfAnotherTrackDoNotCount() {
    let other = MovieSample.fragment(track: 9, samples: 5000)
    #expect(movie(twoSeconds + other).duration == .known(2))
  }

  @Test("A movie without fragments has the duration in its header")
  func aMovieWithoutFragmentsIsAsLongAsItSays() {
    #expect(movie(ticks: 5000, []).duration == .known(5))
    #expect(movie([]).duration.isUnknown)
  }

  @Test("A damaged fragment makes the duration unknown, but not the size")
  func aDamagedFragmentSpoilsTheLengthAndNotTheSize() {
    let facts = movie(twoSeconds + box("moof", box("traf", fullBox("trun", big(5, 4)))))
    #expect(facts.displayed == .size(640, 360))
    #expect(facts.duration.isMalformed)
    #expect(movie(twoSeconds + big(4, 4) + ascii("moof")).duration.isMalformed)
    #expect(movie(MovieSample.index(timescale: 0, parts: []) + twoSeconds).duration.isMalformed)
  }

  @Test("With more fragments than the limit, the duration is unknown")
  func moreFragmentsThanAreLookedAtAreUnknown() {
    let limits = ProbeLimits(stepCount: 200)
    let file = MovieSample(
      ticks: 0, tracks: [MovieSample.Track(ticks: 0, mediaTicks: 0, samples: [])],
      extraBoxes: MovieSample.fragmentDefaults(track: 1, sampleTicks: 512),
      behind: Bytes((0..<100).flatMap { _ in twoSeconds })
    ).bytes
    let facts = MediaProbe.facts(of: file, limits: limits)
    #expect(facts.displayed == .size(640, 360))
    #expect(facts.duration.isUnknown)
    #expect(MediaProbe.facts(of: file).duration == .known(200))
  }

  @Test("A fragment without its movie header is unknown")
  func aFragmentWithoutItsMovieIsUnknown() {
    #expect(facts(box("styp", ascii("msdh"), zeros(4)) + twoSeconds).duration.isUnknown)
    let late = box("ftyp", ascii("isom"), zeros(4)) + twoSeconds
    #expect(facts(late).duration.isMalformed)
  }
}
