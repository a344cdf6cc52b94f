/// Spells out files byte by byte.
typealias Bytes = [UInt8]

/// An integer of `count` bytes, the highest first.
func big(_ value: Int, _ count: Int) -> Bytes {
  (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// An integer of `count` bytes, the lowest first.
func little(_ value: Int, _ count: Int) -> Bytes { big(value, count).reversed() }

func ascii(_ text: String) -> Bytes { Bytes(text.utf8) }

func zeros(_ count: Int) -> Bytes { Bytes(repeating: 0, count: count) }

/// A box of the ISO base media format.
func box(_ type: String, _ content: Bytes...) -> Bytes {
  let content = content.flatMap { $0 }
  return big(8 + content.count, 4) + ascii(type) + content
}

/// A box that starts with a version and flags.
func fullBox(_ type: String, version: Int = 0, flags: Int = 0, _ content: Bytes...) -> Bytes {
  box(type, big(version, 1), big(flags, 3), content.flatMap { $0 })
}

/// A chunk of a RIFF file, padded to an even size.
func riffChunk(_ type: String, _ content: Bytes) -> Bytes {
  ascii(type) + little(content.count, 4) + content + zeros(content.count % 2)
}

func riff(_ form: String, _ chunks: Bytes..., outer: String = "RIFF") -> Bytes {
  let content = ascii(form) + chunks.flatMap { $0 }
  return ascii(outer) + little(content.count, 4) + content
}

/// EXIF data as they stand behind any prefix: a TIFF header and one directory.
func exif(orientation: Int, order: Character = "M", type: Int = 3) -> Bytes {
  func number(_ value: Int, _ count: Int) -> Bytes {
    order == "M" ? big(value, count) : little(value, count)
  }
  let width = [1: 1, 3: 2, 4: 4][type] ?? 4
  let value: Bytes = number(orientation, width) + zeros(4 - width)
  let header: Bytes = ascii("\(order)\(order)") + number(42, 2) + number(8, 4)
  let maker: Bytes = number(0x010F, 2) + number(2, 2) + number(4, 4) + ascii("Cam\0")
  let turn: Bytes = number(0x0112, 2) + number(type, 2) + number(1, 4) + value
  let directory: Bytes = number(2, 2) + maker + turn + number(0, 4)
  return header + directory
}
