import ModelCore

/// The orientation a camera writes into EXIF metadata.
///
/// Only the first directory is read: the second describes the thumbnail, and as no offset to a
/// further directory is followed, no chain of them can loop.
enum ExifOrientation {
  /// Returns a Boolean value that indicates whether the picture is displayed with width and height
  /// exchanged.
  ///
  /// No entry, and a value that means nothing (0, 9), both leave the picture as it is stored.
  static func exchangesSides(_ data: ByteCursor) throws(ProbeStop) -> Bool {
    var header = data
    let mark = try header.u16()
    switch mark {
    case 0x4949: header.order = .little
    case 0x4D4D: header.order = .big
    default: throw .malformed("the EXIF data have no byte order")
    }
    guard try header.u16() == 42 else { throw .malformed("the EXIF data are not TIFF") }
    let offset = try header.u32()
    guard offset >= 8 else { throw .malformed("the EXIF directory lies in its own header") }
    try header.skip(offset - 8)
    return try directory(&header)
  }

  private static func directory(_ entries: inout ByteCursor) throws(ProbeStop) -> Bool {
    for _ in 0..<(try entries.u16()) {
      try entries.input.spend()
      var entry = try entries.part(12, "the EXIF directory")
      guard try entry.u16() == 0x0112 else { continue }
      let type = try entry.u16()
      guard try entry.u32() >= 1 else { throw .malformed("the EXIF orientation has no value") }
      let value: Int
      switch type {
      case 1: value = try entry.u8()
      case 3: value = try entry.u16()
      case 4: value = try entry.u32()
      default: throw .malformed("the EXIF orientation isn't a number")
      }
      return (5...8).contains(value)
    }
    return false
  }
}

extension Findings {
  /// Sets the displayed size of an image that carries EXIF data, or none.
  ///
  /// Data that cannot be read leave it open which way up a viewer shows the picture; that matters
  /// only where the sides differ.
  mutating func setDisplayed(exchangesSides: Fact<Bool>?) {
    guard let stored else { return }
    guard let exchangesSides else { return displayed = stored }
    displayed = stored.flatMap { size in
      size.width == size.height ? .known(size) : exchangesSides.map { $0 ? size.turned : size }
    }
  }
}
