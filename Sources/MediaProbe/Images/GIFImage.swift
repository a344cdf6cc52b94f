import ModelCore

/// GIF: the logical screen is the picture. The first frame is looked at too, because viewers
/// disagree where it does not fit the screen.
enum GIFImage {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.little, at: 6)
    let screen = PixelSize(width: try file.u16(), height: try file.u16())
    let flags = try file.u8()
    try file.skip(2)
    let hasScreen = screen.width > 0 && screen.height > 0
    if hasScreen { findings.stored = .known(screen) }

    try skipColors(&file, flags)
    let frame = try firstFrame(&file)
    if !hasScreen {
      guard frame.size.width > 0, frame.size.height > 0 else {
        throw .malformed("neither the GIF screen nor its first frame has a size")
      }
      findings.stored = .known(frame.size)
      findings.displayed = .known(frame.size)
    } else if frame.right > screen.width || frame.bottom > screen.height {
      findings.displayed = .unknown(
        "the first GIF frame of \(frame.size) reaches beyond the screen of \(screen)")
    } else {
      findings.displayed = .known(screen)
    }
  }

  private struct Frame {
    let right: Int
    let bottom: Int
    let size: PixelSize
  }

  private static func firstFrame(_ file: inout ByteCursor) throws(ProbeStop) -> Frame {
    while true {
      try file.input.spend()
      let block = try file.u8()
      switch block {
      case 0x2C:
        let left = try file.u16()
        let top = try file.u16()
        let size = PixelSize(width: try file.u16(), height: try file.u16())
        return Frame(right: left + size.width, bottom: top + size.height, size: size)
      case 0x21:
        try file.skip(1)
        try skipSubBlocks(&file)
      case 0x3B:
        throw .malformed("the GIF file ends without a frame")
      default:
        throw .malformed("the GIF file holds an unknown block")
      }
    }
  }

  private static func skipSubBlocks(_ file: inout ByteCursor) throws(ProbeStop) {
    while true {
      try file.input.spend()
      let length = try file.u8()
      if length == 0 { return }
      try file.skip(length)
    }
  }

  private static func skipColors(_ file: inout ByteCursor, _ flags: Int) throws(ProbeStop) {
    if flags & 0x80 != 0 { try file.skip(3 << (flags & 7 + 1)) }
  }
}
