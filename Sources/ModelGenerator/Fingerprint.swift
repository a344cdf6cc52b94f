/// A short digest of bytes (FNV-1a, 64 bits): tells whether a text has changed, not who changed it.
package struct Fingerprint: Sendable, Hashable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(of bytes: [UInt8]) { combine(bytes) }

  /// Adds bytes and a mark of where they end.
  package mutating func combine(_ bytes: [UInt8]) {
    var state = state
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    self.state = (state ^ 0x1FF) &* 0x100_0000_01B3
  }

  package mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  /// Sixteen hexadecimal digits.
  package var hex: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
