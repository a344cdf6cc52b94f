/// Tells the format from the first bytes and runs its parser.
func readAnyFormat(
  _ input: ProbeInput, into findings: inout Findings
) throws(ProbeStop) {
  let file = input.cursor(.big)
  let head = try file.peek(18)
  guard !head.isEmpty else { throw .malformed("the file is empty") }

  if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
    findings.format = .png
    try PNGImage.read(input, into: &findings)
  } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
    findings.format = .jpeg
    try JPEGImage.read(input, into: &findings)
  } else if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) {
    findings.format = .gif
    try GIFImage.read(input, into: &findings)
  } else if head.starts(with: "BM".utf8), BMPImage.hasPlausibleHeader(head) {
    findings.format = .bmp
    try BMPImage.read(input, into: &findings)
  } else if let riff = RIFFKind(head) {
    switch riff {
    case .webp:
      findings.format = .webp
      try WebPImage.read(input, into: &findings)
    case .wave:
      findings.format = .wav
      try WAVSound.read(input, into: &findings)
    }
  } else if ISOFile.isLikely(head) {
    try ISOFile.read(input, into: &findings)
  } else if let name = try OtherFormat.name(head: head, of: file) {
    findings.format = .unsupported(name)
    throw .unknown("\(name) files aren't supported")
  } else if try MP3Sound.read(input, into: &findings) {
    return
  } else {
    throw .unknown("the format is not recognized")
  }
}

/// The RIFF files that are read.
private enum RIFFKind {
  case webp, wave

  init?(_ head: [UInt8]) {
    guard head.count >= 12 else { return nil }
    let form = head[8..<12]
    let outer = head[0..<4]
    if outer.elementsEqual("RIFF".utf8), form.elementsEqual("WEBP".utf8) {
      self = .webp
    } else if form.elementsEqual("WAVE".utf8),
      ["RIFF", "RF64", "BW64"].contains(where: { outer.elementsEqual($0.utf8) })
    {
      self = .wave
    } else {
      return nil
    }
  }
}
