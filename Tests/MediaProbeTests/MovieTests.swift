import MediaProbe
import ModelCore
import Testing

struct MovieTests {
  private static let brands: [(String?, MediaFormat)] = [
    ("isom", .mp4), ("mp42", .mp4), ("3gp5", .mp4), ("qt  ", .mov), ("M4A ", .m4a), (nil, .mov),
  ]

  @Test("The brand tells the format", arguments: brands)
  func theBrandNamesTheFormat(brand: String?, format: MediaFormat) {
    let facts = facts(MovieSample(brand: brand).bytes)
    #expect(facts.format == format)
    #expect(facts.stored == .size(640, 360))
    #expect(facts.displayed == .size(640, 360))
    #expect(facts.duration == .known(10))
    #expect(facts.framesPerSecond == .known(25))
  }

  @Test("A header after the data is found, whatever the size field of the data")
  func aHeaderBehindTheDataIsFoundWhateverTheirSizeLooksLike() {
    let data = [
      box("mdat", zeros(3000)), box("wide") + box("mdat", zeros(3000)),
      big(1, 4) + ascii("mdat") + big(3016, 8) + zeros(3000),
    ]
    for data in data {
      #expect(MediaProbe.facts(of: MovieSample(front: data).bytes).duration == .known(10))
    }
  }

  @Test("Data of more than 4 gigabytes are skipped")
  func dataOfMoreThan4GigabytesAreSteppedOver() {
    let head =
      box("ftyp", ascii("isom"), zeros(4)) + big(1, 4) + ascii("mdat")
      + big(5_000_000_016, 8)
    let tail = MovieSample(brand: nil).bytes
    let start = head.count + 5_000_000_000
    var asked = 0
    let facts = MediaProbe.facts(byteCount: start + tail.count) { range in
      asked += range.count
      return range.map { place in
        if place < head.count { return head[place] }
        return place < start ? 0 : tail[place - start]
      }
    }
    #expect(facts.displayed == .size(640, 360))
    #expect(asked < 100_000)
  }

  @Test("A header up to the end of the file is read")
  func aHeaderThatReachesToTheEndOfTheFileIsRead() {
    var file = MovieSample().bytes
    let start = MovieSample(brand: "isom").bytes.count - MovieSample(brand: nil).bytes.count
    file.replaceSubrange(start..<start + 4, with: zeros(4))
    #expect(facts(file).duration == .known(10))
  }

  @Test("Headers of version 1 are read")
  func longHeadersAreRead() {
    #expect(
      facts(MovieSample(ticks: 5_000_000_000, hasLongHeader: true).bytes).duration
        == .known(5_000_000))
  }

  @Test("Without a duration of the movie, the tracks tell it")
  func anUnknownDurationFallsBackToTheTracks() {
    for ticks in [0, 0xFFFF_FFFF] {
      var movie = MovieSample(ticks: ticks)
      movie.tracks[0].ticks = 8000
      #expect(facts(movie.bytes).duration == .known(8))
      movie.tracks[0].ticks = ticks
      #expect(facts(movie.bytes).duration == .known(10))
      movie.tracks[0].mediaTicks = ticks
      #expect(facts(movie.bytes).duration.isUnknown)
    }
    #expect(facts(MovieSample(ticks: -1, hasLongHeader: true).bytes).duration == .known(10))
  }

  @Test("A timescale of 0 is malformed and affects no other fact")
  func aTimescaleOfZeroIsMalformedAndSpoilsNothingElse() {
    let facts = facts(MovieSample(timescale: 0).bytes)
    #expect(facts.duration.isMalformed)
    #expect(facts.displayed == .size(640, 360))
    var track = MovieSample.Track()
    track.mediaTimescale = 0
    #expect(MediaProbe.facts(of: MovieSample(tracks: [track]).bytes).framesPerSecond.isMalformed)
  }

  @Test(
    "A rotation by 90 degrees exchanges width and height",
    arguments: [
      (MovieSample.quarterTurn, true), (MovieSample.threeQuarterTurn, true),
      (MovieSample.halfTurn, false),
    ])
  func quarterTurnsExchangeTheSides(matrix: [Int], isTurned: Bool) {
    var track = MovieSample.Track()
    track.matrix = matrix
    let expected = isTurned ? Fact.size(360, 640) : .size(640, 360)
    #expect(facts(MovieSample(tracks: [track]).bytes).stored == .size(640, 360))
    #expect(facts(MovieSample(tracks: [track]).bytes).displayed == expected)
    #expect(facts(MovieSample(matrix: matrix).bytes).displayed == expected)
  }

  @Test("With an oblique rotation, the displayed size is unknown")
  func anObliqueMatrixIsUnknown() {
    var track = MovieSample.Track()
    track.matrix = [46341, 46341, 0, -46341, 46341, 0, 0, 0, 1 << 30]
    #expect(facts(MovieSample(tracks: [track]).bytes).displayed.isUnknown)
  }

  @Test("Edits change the duration, but not the frame rate")
  func editsCountInTheLengthButNotInTheRate() {
    var track = MovieSample.Track()
    track.ticks = 4000
    track.edits = box("edts", fullBox("elst", big(1, 4), big(4000, 4), big(0, 4), big(1 << 16, 4)))
    let facts = facts(MovieSample(ticks: 4000, tracks: [track]).bytes)
    #expect(facts.duration == .known(4))
    #expect(facts.framesPerSecond == .known(25))
  }

  @Test("A movie with audio only has no size")
  func aMovieOfSoundAloneHasNoPicture() {
    let sound = MovieSample.Track(handler: "soun", mediaTimescale: 48_000, samples: [(469, 1024)])
    let facts = facts(MovieSample(brand: "M4A ", tracks: [sound]).bytes)
    #expect(facts.duration == .known(10))
    #expect(facts.stored.isUnknown && facts.displayed.isUnknown && facts.framesPerSecond.isUnknown)
  }

  @Test("A disabled track doesn't count if another is enabled")
  func aDisabledTrackDoesNotCountBesideAnEnabledOne() {
    var cover = MovieSample.Track(id: 2)
    cover.flags = 2
    cover.coded = (3000, 3000)
    #expect(facts(MovieSample(tracks: [cover, .init()]).bytes).displayed == .size(640, 360))
    #expect(facts(MovieSample(tracks: [cover]).bytes).displayed == .size(3000, 3000))
    cover.flags = 1
    #expect(facts(MovieSample(tracks: [cover, .init()]).bytes).displayed.isUnknown)
  }

  @Test("QuickTime metadata without a version are ignored")
  func quickTimeMetadataWithoutVersionDoNoHarm() {
    let metadata = box("meta", fullBox("hdlr", zeros(4), ascii("mdta"), zeros(12)), box("keys"))
    var track = MovieSample.Track()
    track.extraBoxes = metadata
    let movie = MovieSample(
      brand: "qt  ", tracks: [track], extraBoxes: metadata + box("udta", zeros(4)))
    #expect(facts(movie.bytes).displayed == .size(640, 360))
  }

  @Test("A compressed movie header is unknown")
  func aCompressedHeaderIsUnknown() {
    let file =
      box("ftyp", ascii("qt  "), zeros(4)) + box("moov", box("cmov", box("dcom", ascii("zlib"))))
    #expect(facts(file).format == .mov)
    #expect(facts(file).duration.isUnknown && facts(file).stored.isUnknown)
  }

  @Test("A movie without a header is malformed")
  func aMovieWithoutHeaderIsMalformed() {
    let file = box("ftyp", ascii("isom"), zeros(4)) + box("mdat", zeros(100))
    #expect(facts(file).stored.isMalformed && facts(file).duration.isMalformed)
  }

  @Test("A box that is larger than its parent is malformed")
  func aBoxLargerThanItsParentIsMalformed() {
    let file = box("ftyp", ascii("isom"), zeros(4)) + box("moov", big(5000, 4), ascii("trak"))
    #expect(facts(file + zeros(8000)).stored.isMalformed)
    let small = box("ftyp", ascii("isom"), zeros(4)) + big(7, 4) + ascii("moov") + zeros(100)
    #expect(facts(small).stored.isMalformed)
  }
}
