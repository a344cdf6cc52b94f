/// A tone in a WAV file: mono, 8 bits, 8000 samples a second.
enum WAVFile {
  private static let rate = 8_000

  /// The seed chooses the tone.
  static func bytes(seconds: Int, seed: UInt32) -> [UInt8] {
    let count = seconds * rate
    var file = ByteWriter()
    file.add("RIFF")
    file.little(UInt32(36 + count))
    file.add("WAVEfmt ")
    file.little(UInt32(16))
    file.little(UInt16(1))
    file.little(UInt16(1))
    file.little(UInt32(rate))
    file.little(UInt32(rate))
    file.little(UInt16(1))
    file.little(UInt16(8))
    file.add("data")
    file.little(UInt32(count))
    file.add(samples(count, period: 20 + Int(seed % 20)))
    return file.bytes
  }

  /// A triangle, which sounds softer than a square and needs no sine; it fades at both ends, so
  /// that it doesn't click.
  private static func samples(_ count: Int, period: Int) -> [UInt8] {
    let fade = rate / 10
    return (0..<count).map { place in
      let phase = place % period * 4
      let wave = phase < 2 * period ? phase - period : 3 * period - phase
      let loudness = min(fade, place, count - place)
      return UInt8(clamping: 128 + wave * 60 * loudness / (period * fade))
    }
  }
}
