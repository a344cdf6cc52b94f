/// Everything a probe has to say about a file.
package struct MediaFacts: Sendable, Hashable {
  /// The format of the file, detected from its first bytes.
  package var format: MediaFormat
  /// Size of the whole file.
  package var byteCount: Fact<Int>
  /// The picture as it is coded, before any rotation, cropping or stretching.
  package var stored: Fact<PixelSize>
  /// The picture as a viewer shows it.
  package var displayed: Fact<PixelSize>
  /// Length in seconds.
  package var duration: Fact<Double>
  /// Frames per second, known only where the rate is steady.
  package var framesPerSecond: Fact<Double>

  /// Makes the facts of a file, for instance for a test of what is built on them.
  package init(
    format: MediaFormat, byteCount: Fact<Int>, stored: Fact<PixelSize>,
    displayed: Fact<PixelSize>, duration: Fact<Double>, framesPerSecond: Fact<Double>
  ) {
    self.format = format
    self.byteCount = byteCount
    self.stored = stored
    self.displayed = displayed
    self.duration = duration
    self.framesPerSecond = framesPerSecond
  }
}

/// A property of a file, as far as a probe can find it.
///
/// Only a `known` value may be used to reject a file. `unknown` and `malformed` are worth a
/// warning: the receiver of the file may still be able to read it.
package enum Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The file says so, in a place that is meant to say it.
  case known(Value)
  /// It could not be told; the reason is a phrase for people.
  case unknown(String)
  /// The place that should say it is damaged or contradicts itself; the reason is for people.
  case malformed(String)

  /// The value, if it is known.
  package var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// The reason for the missing value, or `nil` if there is a value.
  package var reason: String? {
    switch self {
    case .known: nil
    case .unknown(let reason), .malformed(let reason): reason
    }
  }

  /// The same fact in other terms; a reason stays as it is.
  package func map<Other: Sendable & Hashable>(_ change: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .known(let value): .known(change(value))
    case .unknown(let reason): .unknown(reason)
    case .malformed(let reason): .malformed(reason)
    }
  }

  /// Goes on from a known value to another fact; a reason stays as it is.
  package func flatMap<Other: Sendable & Hashable>(_ next: (Value) -> Fact<Other>) -> Fact<Other> {
    switch self {
    case .known(let value): next(value)
    case .unknown(let reason): .unknown(reason)
    case .malformed(let reason): .malformed(reason)
    }
  }
}

/// Width and height in pixels.
package struct PixelSize: Sendable, Hashable, CustomStringConvertible {
  /// Pixels from left to right.
  package var width: Int
  /// Pixels from top to bottom.
  package var height: Int

  /// Makes a size of the two sides.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size after a quarter turn.
  package var turned: PixelSize { PixelSize(width: height, height: width) }

  /// For example `1920 × 1080`.
  package var description: String { "\(width) × \(height)" }
}
