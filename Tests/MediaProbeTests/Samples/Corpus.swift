/// One sound file of every kind that is read, with every part that a parser looks into.
enum Corpus {
  static let images: [Bytes] = [
    PNGSample.file(
      640, 480, before: PNGSample.chunk("CgBI", zeros(4)),
      behind: PNGSample.chunk("gAMA", zeros(4)) + PNGSample.chunk("eXIf", exif(orientation: 6))),
    JPEGSample.file(
      JPEGSample.jfif, JPEGSample.exifSegment(exif(orientation: 6, order: "I", type: 4)),
      [0xFF, 0xFF], JPEGSample.frame(640, 480, marker: 0xC2)),
    [0xFF, 0xD8] + JPEGSample.frame(640, 0) + JPEGSample.scan
      + JPEGSample.segment(0xDC, big(480, 2)) + [0xFF, 0xD9],
    GIFSample.file(
      screen: (320, 200), frame: (0, 0, 320, 200), extensions: [0x21, 0xF9, 4, 0, 0, 0, 0, 0]),
    riff("WEBP", WebPSample.lossy(640, 480)),
    riff("WEBP", WebPSample.lossless(640, 480)),
    riff(
      "WEBP", WebPSample.canvas(640, 480, flags: 8), WebPSample.lossy(640, 480),
      riffChunk("EXIF", exif(orientation: 8))),
    BMPSample.file(header: BMPSample.info(640, -480, size: 124)),
    BMPSample.file(header: BMPSample.core(640, 480)),
    heic, grid, wide,
  ]

  static let movies: [Bytes] = [
    MovieSample(
      tracks: [shapedTrack, MovieSample.Track(id: 2, handler: "soun", samples: [(469, 1024)])]
    ).bytes,
    MovieSample(brand: "qt  ", hasLongHeader: true, front: longData).bytes,
    MovieSample(brand: nil, front: box("wide") + box("mdat", zeros(64))).bytes,
    fragmented,
  ]

  static let sounds: [Bytes] = [
    riff("WAVE", WAVSample.format(), riffChunk("LIST", zeros(3)), WAVSample.data(960)),
    riff(
      "WAVE", riffChunk("ds64", zeros(8) + little(960, 8) + zeros(12)), WAVSample.format(code: 17),
      riffChunk("fact", little(480, 4)), WAVSample.data(960, stated: 0xFFFF_FFFF), outer: "RF64"),
    MP3Sample.tag(40) + MP3Sample.counted(frames: 20) + MP3Sample.frame(),
    MP3Sample.countedByVBRI(frames: 20) + MP3Sample.frame(),
    MP3Sample.frames(6) + ascii("TAG") + zeros(125),
  ]

  static var all: [Bytes] { images + movies + sounds }

  private static var heic: Bytes {
    var sample = HEIFSample.picture(
      HEIFSample.size(640, 480), HEIFSample.aperture((600, 1), (400, 1)), HEIFSample.rotation(1))
    sample.behind = box("mdat", zeros(32))
    return sample.bytes
  }

  private static var grid: Bytes {
    HEIFSample(
      properties: [HEIFSample.size(1024, 768)], items: [(1, "grid", [1])],
      itemData: HEIFSample.grid(1024, 768), locations: HEIFSample.locationInItemData(1, 8)
    ).bytes
  }

  private static var wide: Bytes {
    let header: Bytes = [0x0A, 4, 0b0001_1000, 0b0001_0101, 0b0111_1111, 0b1011_1100]
    var sample = HEIFSample.picture(
      HEIFSample.size(64, 48), box("av1C", [0x81, 0, 0, 0], header), brand: "avis")
    sample.hasWideIndices = true
    sample.behind = MovieSample(brand: nil).bytes
    return sample.bytes
  }

  private static var shapedTrack: MovieSample.Track {
    var track = MovieSample.Track(matrix: MovieSample.quarterTurn)
    track.descriptionBoxes = box("pasp", big(1, 4), big(1, 4))
    return track
  }

  private static var longData: Bytes { big(1, 4) + ascii("mdat") + big(80, 8) + zeros(64) }

  private static var fragmented: Bytes {
    let fragments =
      MovieSample.fragment(track: 1, samples: 50)
      + MovieSample.fragment(track: 1, sampleTicks: [512, 512, 512])
    let index = MovieSample.index(timescale: 1000, parts: [(fragments.count, 2120)])
    return MovieSample(
      ticks: 0, tracks: [MovieSample.Track(ticks: 0, mediaTicks: 0, samples: [])],
      extraBoxes: MovieSample.fragmentDefaults(track: 1, sampleTicks: 512),
      behind: index + fragments
    ).bytes
  }
}
