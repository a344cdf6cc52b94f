@_spi(Generated) public import ModelCore

/// Media files. Each kind has methods of its own: a generic method would be several times slower in
/// the code that calls it.
@_spi(Generated) extension FieldVisitor {
  /// Visits a required image.
  public mutating func image(
    _ key: StaticString, _ value: inout ImageInput, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits an optional image.
  public mutating func image(
    _ key: StaticString, _ value: inout ImageInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits a required video.
  public mutating func video(
    _ key: StaticString, _ value: inout VideoInput, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits an optional video.
  public mutating func video(
    _ key: StaticString, _ value: inout VideoInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits a required audio file.
  public mutating func audio(
    _ key: StaticString, _ value: inout AudioInput, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits an optional audio file.
  public mutating func audio(
    _ key: StaticString, _ value: inout AudioInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Visits a required array of images.
  public mutating func images(
    _ key: StaticString, _ value: inout [ImageInput], minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }

  /// Visits an optional array of images.
  public mutating func images(
    _ key: StaticString, _ value: inout [ImageInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }

  /// Visits a required array of videos.
  public mutating func videos(
    _ key: StaticString, _ value: inout [VideoInput], minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }

  /// Visits an optional array of videos.
  public mutating func videos(
    _ key: StaticString, _ value: inout [VideoInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }

  /// Visits a required array of audio files.
  public mutating func audios(
    _ key: StaticString, _ value: inout [AudioInput], minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }

  /// Visits an optional array of audio files.
  public mutating func audios(
    _ key: StaticString, _ value: inout [AudioInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, rules: rules())
    }
  }
}
