/// The four bytes that start every frame of MPEG audio.
struct MPEGAudioHeader {
  enum Layer: Int { case one = 3, two = 2, three = 1 }

  let layer: Layer
  let samplesPerFrame: Int
  let sampleRate: Int
  /// Bits per second; 0 for the free format, whose frames say no length.
  let bitRate: Int
  let frameLength: Int
  /// Bytes of side information behind the header of a layer III frame.
  let sideInformation: Int
  /// The header bits that are the same in all frames of one stream.
  let stream: UInt32

  init?(_ bits: UInt32) {
    let version = Int(bits >> 19 & 3)
    let bitRateIndex = Int(bits >> 12 & 15)
    let rateIndex = Int(bits >> 10 & 3)
    guard bits >> 21 == 0x7FF, version != 1, bitRateIndex != 15, rateIndex != 3,
      let layer = Layer(rawValue: Int(bits >> 17 & 3))
    else { return nil }
    self.layer = layer
    stream = bits & 0xFFFE_0C00

    let isFirstVersion = version == 3
    let isMono = bits >> 6 & 3 == 3
    let halvings = isFirstVersion ? 0 : version == 2 ? 1 : 2
    sampleRate = MPEGAudioHeader.sampleRates[rateIndex] >> halvings
    bitRate = 1000 * MPEGAudioHeader.kilobits(layer, isFirstVersion)[bitRateIndex]
    let padding = Int(bits >> 9 & 1)
    switch layer {
    case .one:
      samplesPerFrame = 384
      frameLength = (12 * bitRate / sampleRate + padding) * 4
    case .two:
      samplesPerFrame = 1152
      frameLength = 144 * bitRate / sampleRate + padding
    case .three:
      samplesPerFrame = isFirstVersion ? 1152 : 576
      frameLength = samplesPerFrame / 8 * bitRate / sampleRate + padding
    }
    sideInformation = isFirstVersion ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
  }

  /// Those of the first version.
  private static var sampleRates: [Int] { [44100, 48000, 32000] }

  private static func kilobits(_ layer: Layer, _ isFirstVersion: Bool) -> [Int] {
    switch (layer, isFirstVersion) {
    case (.one, true):
      [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448]
    case (.two, true): [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
    case (.three, true): [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    case (.one, false): [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
    default: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
    }
  }
}
