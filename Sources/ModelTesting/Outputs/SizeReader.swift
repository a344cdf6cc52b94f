import ModelCore

/// Finds out which size a request asks for, in the many ways that models have for it.
struct SizeReader {
  private let values: EffectiveValues
  private let kind: MediaKind
  /// `720p`, `2K`: said by the body, or by the last part of the model's id.
  private let resolution: String

  init(_ values: EffectiveValues, _ kind: MediaKind, modelID: String) {
    self.values = values
    self.kind = kind
    let said = values["resolution"]?.string ?? modelID.split(separator: "/").last.map(String.init)
    resolution = said?.lowercased() ?? ""
  }

  /// Width and height; a size that no file should have is brought down, its ratio kept.
  var size: (width: Int, height: Int) {
    limited(sides ?? pair ?? named ?? fitted(ratio ?? (kind == .video ? (16, 9) : (1, 1))))
  }

  private var sides: (Int, Int)? {
    guard let width = values["width"]?.int, let height = values["height"]?.int, width > 0,
      height > 0
    else { return nil }
    return (width, height)
  }

  /// `2304x1728 (4:3)`, `2048:2048 (1:1)`: two numbers too large for a ratio.
  private var pair: (Int, Int)? {
    values.all.lazy.compactMap(\.string).compactMap(Self.numbers).first { $0.0 >= 64 && $0.1 >= 64 }
  }

  private var named: (Int, Int)? {
    switch (values["image_size"] ?? values["size"])?.string {
    case "square_hd": (1_024, 1_024)
    case "square": (512, 512)
    case "portrait_4_3": (768, 1_024)
    case "portrait_16_9": (576, 1_024)
    case "landscape_4_3": (1_024, 768)
    case "landscape_16_9": (1_024, 576)
    default: nil
    }
  }

  private var ratio: (Int, Int)? {
    ["aspect_ratio", "ratio", "size"].lazy.compactMap { values[$0]?.string }
      .compactMap(Self.numbers).first { (1..<64).contains($0.0) && (1..<64).contains($0.1) }
  }

  /// A size of that ratio whose short side is what `720p` says, or as large as `2K` says.
  private func fitted(_ ratio: (Int, Int)) -> (Int, Int) {
    let number = Int(resolution.prefix { $0.isASCII && $0.isNumber }.prefix(6)) ?? 0
    let short: Int
    switch resolution.last {
    case "p" where number > 0: short = number
    case "k" where number > 0: short = kind == .video ? number * 540 : number * 1_024
    default: short = kind == .video ? 720 : 1_024
    }
    return ratio.0 >= ratio.1
      ? (short * ratio.0 / ratio.1, short) : (short, short * ratio.1 / ratio.0)
  }

  private func limited(_ size: (Int, Int)) -> (Int, Int) {
    let longest = kind == .video ? 4_096 : 8_192
    let longer = min(1_000_000, max(size.0, size.1))
    func side(_ side: Int) -> Int {
      let side = max(1, min(side, 1_000_000))
      let brought = longer > longest ? max(1, side * longest / longer) : side
      // The pixels of a video share their colours two by two.
      return kind == .video ? max(16, brought & ~1) : brought
    }
    return (side(size.0), side(size.1))
  }

  /// Two numbers with one sign between them, at the start of a text.
  private static func numbers(_ text: String) -> (Int, Int)? {
    let first = text.prefix { $0.isASCII && $0.isNumber }
    var rest = text[first.endIndex...].drop { $0 == " " }
    guard let sign = rest.popFirst(), "x×*:X".contains(sign) else { return nil }
    let second = rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    guard let left = Int(first.prefix(6)), let right = Int(second.prefix(6)) else { return nil }
    return (left, right)
  }
}
