/// Movies built of their header alone, and of fragments without content.
struct MovieSample {
  static let upright = [1, 0, 0, 0, 1, 0, 0, 0, 16384].map { $0 << 16 }
  static let quarterTurn = [0, 1, 0, -1, 0, 0, 0, 0, 16384].map { $0 << 16 }
  static let halfTurn = [-1, 0, 0, 0, -1, 0, 0, 0, 16384].map { $0 << 16 }
  static let threeQuarterTurn = [0, -1, 0, 1, 0, 0, 0, 0, 16384].map { $0 << 16 }

  struct Track {
    var id = 1
    var handler = "vide"
    var flags = 3
    var coded = (640, 360)
    var shown: (Int, Int)?
    var matrix = MovieSample.upright
    var ticks = 10_000
    var mediaTimescale = 12_800
    var mediaTicks = 128_000
    /// Runs of samples: how many, how long each.
    var samples = [(250, 512)]
    var descriptionBoxes: Bytes = []
    var edits: Bytes = []
    var extraBoxes: Bytes = []

    var bytes: Bytes {
      let shown = shown ?? coded
      let isVideo = handler == "vide"
      let size = isVideo ? big(shown.0 << 16, 4) + big(shown.1 << 16, 4) : zeros(8)
      let header = fullBox(
        "tkhd", flags: flags, zeros(8), big(id, 4), zeros(4), big(ticks, 4), zeros(16),
        matrix.flatMap { big($0, 4) }, size)
      let description: Bytes =
        isVideo
        ? box(
          "avc1", zeros(6), big(1, 2), zeros(16), big(coded.0, 2), big(coded.1, 2), zeros(50),
          descriptionBoxes)
        : box("mp4a", zeros(28))
      let table = box(
        "stbl", fullBox("stsd", big(1, 4), description),
        fullBox(
          "stts", big(samples.count, 4), samples.flatMap { big($0.0, 4) + big($0.1, 4) }))
      let media = box(
        "mdia",
        fullBox("mdhd", zeros(8), big(mediaTimescale, 4), big(mediaTicks, 4), zeros(4)),
        fullBox("hdlr", zeros(4), ascii(handler), zeros(13)),
        box("minf", table))
      return box("trak", extraBoxes, header, edits, media)
    }
  }

  var brand: String? = "isom"
  var timescale = 1000
  var ticks = 10_000
  var hasLongHeader = false
  var matrix = MovieSample.upright
  var tracks = [Track()]
  var extraBoxes: Bytes = []
  var front: Bytes = []
  var behind: Bytes = []

  var header: Bytes {
    let size = hasLongHeader ? 8 : 4
    return fullBox(
      "mvhd", version: hasLongHeader ? 1 : 0, zeros(2 * size), big(timescale, 4),
      big(ticks, size), zeros(16), matrix.flatMap { big($0, 4) }, zeros(28))
  }

  var bytes: Bytes {
    let brands = brand.map { box("ftyp", ascii($0), zeros(4), ascii("mp41")) } ?? []
    return brands + front + box("moov", header, tracks.flatMap(\.bytes), extraBoxes) + behind
  }

  /// Marks a movie as fragmented, with the duration of its samples and perhaps of all of it.
  static func fragmentDefaults(track: Int, sampleTicks: Int, ticks: Int? = nil) -> Bytes {
    box(
      "mvex", ticks.map { fullBox("mehd", big($0, 4)) } ?? [],
      fullBox("trex", big(track, 4), big(1, 4), big(sampleTicks, 4), zeros(8)))
  }

  /// A fragment whose samples last as long as the movie says.
  static func fragment(track: Int, samples: Int) -> Bytes {
    box(
      "moof", fullBox("mfhd", big(1, 4)),
      box("traf", fullBox("tfhd", big(track, 4)), fullBox("trun", big(samples, 4))))
      + box("mdat", zeros(12))
  }

  /// A fragment that says how long each sample lasts.
  static func fragment(track: Int, sampleTicks: [Int]) -> Bytes {
    box(
      "moof", fullBox("mfhd", big(1, 4)),
      box(
        "traf", fullBox("tfhd", flags: 0x08, big(track, 4), big(99, 4)),
        fullBox(
          "trun", flags: 0x301, big(sampleTicks.count, 4), big(0, 4),
          sampleTicks.flatMap { big($0, 4) + big(100, 4) })))
      + box("mdat", zeros(12))
  }

  static func index(timescale: Int, parts: [(bytes: Int, ticks: Int)], first: Int = 0) -> Bytes {
    fullBox(
      "sidx", big(1, 4), big(timescale, 4), zeros(4), big(first, 4), zeros(2),
      big(parts.count, 2), parts.flatMap { big($0.bytes, 4) + big($0.ticks, 4) + zeros(4) })
  }
}
