/// Leads from a text that was made out of another back to the bytes it was made from.
struct OffsetMap: Sendable {
  private var pieces: [(text: Int, source: Int)] = []

  /// The text is the source.
  static var identity: OffsetMap {
    var map = OffsetMap()
    map.add(text: 0, source: 0)
    return map
  }

  /// Records that text and source continue in parallel from here.
  mutating func add(text: Int, source: Int) {
    if let last = pieces.last {
      if last.text == text {
        pieces[pieces.count - 1].source = source
        return
      }
      if text - last.text == source - last.source { return }
    }
    pieces.append((text, source))
  }

  func source(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    guard high > 0 else { return offset }
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].text <= offset { low = middle } else { high = middle }
    }
    return pieces[low].source + (offset - pieces[low].text)
  }
}
