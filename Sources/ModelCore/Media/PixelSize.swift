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
