/// RIFF and RF64 wave files: the length of the sound is the size of its data over their rate.
enum WAVSound {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.little, at: 12)
    var format: Format?
    var samples: Int?
    var longSize: UInt64?
    while try !file.isAtEnd() {
      // The data chunk's own size may be a stand-in, so its place is kept.
      var header = file
      let (type, part) = try RIFFChunk.next(&file)
      var content = part
      switch type {
      case "ds64":
        try content.skip(8)
        longSize = try content.u64()
      case "fmt ":
        format = try Format(content)
      case "fact":
        samples = try content.u32()
      case "data":
        try header.skip(4)
        let size = try header.u32()
        guard let format else { throw .malformed("the wave file has data before their format") }
        let length = try dataSize(size, longSize, from: part.position, input)
        findings.duration = .known(try format.duration(of: length, samples: samples))
        return
      default:
        continue
      }
    }
    throw .malformed("the wave file has no data")
  }

  private struct Format {
    let code: Int
    let rate: Int
    let bytesPerSecond: Int
    let blockSize: Int

    init(_ content: ByteCursor) throws(ProbeStop) {
      var content = content
      var code = try content.u16()
      try content.skip(2)
      rate = try content.u32()
      bytesPerSecond = try content.u32()
      blockSize = try content.u16()
      if code == 0xFFFE, content.remaining >= 26 {
        try content.skip(10)
        code = try content.u16()
      }
      self.code = code
    }

    /// Plain samples are counted; of packed ones the file must say how many they are, or else
    /// their mean rate is the best there is.
    func duration(of byteCount: Int, samples: Int?) throws(ProbeStop) -> Double {
      guard rate > 0 else { throw .malformed("the wave file has a sample rate of 0") }
      let isPlain = [1, 3, 6, 7].contains(code)
      if isPlain, blockSize > 0 {
        return Double(byteCount / blockSize) / Double(rate)
      }
      if !isPlain, let samples, samples > 0 { return Double(samples) / Double(rate) }
      guard bytesPerSecond > 0 else { throw .malformed("the wave file has a data rate of 0") }
      return Double(byteCount) / Double(bytesPerSecond)
    }
  }

  /// The size of the data. What a writer could not know when it began is taken from the file.
  private static func dataSize(
    _ size: Int, _ longSize: UInt64?, from start: Int, _ input: ProbeInput
  ) throws(ProbeStop) -> Int {
    let toEnd = input.end.map { max(0, $0 - start) }
    var stated = UInt64(size)
    if size == 0xFFFF_FFFF, let longSize { stated = longSize }
    if let toEnd, stated <= toEnd, stated > 0 || toEnd == 0 { return Int(stated) }
    let isStandIn = stated == 0 || stated >= 0x7FFF_0000 && longSize == nil
    if isStandIn {
      guard let toEnd else { throw .unknown("the wave file does not state the size of its data") }
      return toEnd
    }
    if let toEnd {
      throw .malformed("the wave file states \(stated) bytes of data but holds \(toEnd)")
    }
    guard let stated = Int(exactly: stated) else {
      throw .malformed("the wave file states \(stated) bytes of data")
    }
    return stated
  }
}
