public import SchemaRules

/// Media fields. Each kind has methods of its own, as in ``ValidationIssues``.
extension FieldVisitor {
  /// An image.
  public mutating func visit(
    _ key: StaticString, _ value: ImageInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// A video.
  public mutating func visit(
    _ key: StaticString, _ value: VideoInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// A piece of audio.
  public mutating func visit(
    _ key: StaticString, _ value: AudioInput?, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), rules: rules())
    }
  }

  /// Images.
  public mutating func visit(
    _ key: StaticString, _ values: [ImageInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, values)
    } else {
      issues.check(
        values, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems,
        rules: rules())
    }
  }

  /// Videos.
  public mutating func visit(
    _ key: StaticString, _ values: [VideoInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, values)
    } else {
      issues.check(
        values, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems,
        rules: rules())
    }
  }

  /// Pieces of audio.
  public mutating func visit(
    _ key: StaticString, _ values: [AudioInput]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    if isWriting {
      writer.write(key, values)
    } else {
      issues.check(
        values, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems,
        rules: rules())
    }
  }
}
