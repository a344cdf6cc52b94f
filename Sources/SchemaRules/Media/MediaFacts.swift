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
