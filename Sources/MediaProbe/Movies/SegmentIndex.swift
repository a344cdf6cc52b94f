/// The index of a fragmented movie: how long its parts last and how many bytes they take.
struct SegmentIndex {
  let seconds: Double
  private let end: Int

  init(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    let version = try content.versionAndFlags().version
    try content.skip(4)
    let timescale = try content.u32()
    guard timescale > 0 else { throw .malformed("the segment index has a timescale of 0") }
    let first: UInt64
    if version == 0 {
      try content.skip(4)
      first = UInt64(try content.u32())
    } else {
      try content.skip(8)
      first = try content.u64()
    }
    try content.skip(2)
    var ticks: UInt64 = 0
    var size: UInt64 = 0
    for _ in 0..<(try content.u16()) {
      try content.input.spend()
      size += UInt64(try content.u32() & 0x7FFF_FFFF)
      ticks += UInt64(try content.u32())
      try content.skip(4)
    }
    let (offset, tooFar) = first.addingReportingOverflow(size)
    guard !tooFar, let reach = Int(exactly: offset), reach <= Int.max - content.end else {
      throw .malformed("the segment index reaches beyond any file")
    }
    end = content.end + reach
    seconds = Double(ticks) / Double(timescale)
  }

  /// Returns a Boolean value that indicates whether the index covers all fragments. The only thing
  /// that may follow them is a table of random access points, which holds no samples.
  func reachesEnd(of input: ProbeInput) throws(ProbeStop) -> Bool {
    guard let fileEnd = input.end else { return try !input.exists(at: end) }
    guard end < fileEnd else { return end == fileEnd }
    var rest = input.cursor(.big, at: end)
    return try rest.nextTopLevelBox()?.type == "mfra"
  }
}
