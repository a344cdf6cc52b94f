import MediaProbe
@_spi(Generated) public import ModelCore

/// Checks of media fields. Each kind has methods of its own: a generic method would be several times
/// slower in the code that calls it.
@_spi(Generated) extension ValidationIssues {
  /// An image.
  public mutating func check(
    _ value: ImageInput?, _ step: @autoclosure () -> IssueStep,
    rules: @autoclosure () -> [MediaRule] = []
  ) {
    if let value { check(value.source, as: .image, rules: rules, at: step) }
  }

  /// A video.
  public mutating func check(
    _ value: VideoInput?, _ step: @autoclosure () -> IssueStep,
    rules: @autoclosure () -> [MediaRule] = []
  ) {
    if let value { check(value.source, as: .video, rules: rules, at: step) }
  }

  /// An audio file.
  public mutating func check(
    _ value: AudioInput?, _ step: @autoclosure () -> IssueStep,
    rules: @autoclosure () -> [MediaRule] = []
  ) {
    if let value { check(value.source, as: .audio, rules: rules, at: step) }
  }

  /// Images.
  public mutating func check(
    _ values: [ImageInput]?, _ step: @autoclosure () -> IssueStep, minItems: Int = 0,
    maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    guard let values else { return }
    check(items: values, at: step, minItems, maxItems, uniqueItems: uniqueItems)
    checkAll(values, as: .image, rules: rules, at: step)
  }

  /// Videos.
  public mutating func check(
    _ values: [VideoInput]?, _ step: @autoclosure () -> IssueStep, minItems: Int = 0,
    maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    guard let values else { return }
    check(items: values, at: step, minItems, maxItems, uniqueItems: uniqueItems)
    checkAll(values, as: .video, rules: rules, at: step)
  }

  /// Audio files.
  public mutating func check(
    _ values: [AudioInput]?, _ step: @autoclosure () -> IssueStep, minItems: Int = 0,
    maxItems: Int = .max,
    uniqueItems: Bool = false, rules: @autoclosure () -> [MediaRule] = []
  ) {
    guard let values else { return }
    check(items: values, at: step, minItems, maxItems, uniqueItems: uniqueItems)
    checkAll(values, as: .audio, rules: rules, at: step)
  }

  @inline(__always)
  private mutating func checkAll<Input: MediaInput>(
    _ values: [Input], as kind: MediaKind, rules: () -> [MediaRule], at step: () -> IssueStep
  ) {
    var isClear = !listsUnchecked && remoteFile == nil
    for value in values where !value.source.isClear(as: kind) { isClear = false }
    if isClear { return }
    nested(at: step()) { issues in
      for index in values.indices {
        if issues.isFull { return }
        issues.check(values[index].source, as: kind, rules: rules, at: { .index(index) })
      }
    }
  }

  /// Checks files whose bytes are in memory. A file behind a URL is checked only if the collector has
  /// a lookup, because fetching it spends signed URLs and reaches into the caller's network.
  private mutating func check(
    _ source: MediaSource, as kind: MediaKind, rules: () -> [MediaRule], at step: () -> IssueStep
  ) {
    if source.isClear(as: kind), !listsUnchecked, remoteFile == nil { return }
    if !source.usableKinds.contains(UsableKinds(kind)) {
      check(source.reference, text: source.description, as: kind, at: step())
    }
    if let bytes = source.bytesAtHand {
      let rules = rules()
      if !rules.isEmpty { check(MediaProbe.facts(of: bytes), rules: rules, at: step()) }
    } else if let url = source.text {
      check(fileBehind: url, rules: rules(), at: step())
    }
  }
}

extension MediaSource {
  /// Returns a Boolean value that indicates whether the source has no issue that can be found
  /// without reading the file.
  func isClear(as kind: MediaKind) -> Bool {
    !holdsBytes && usableKinds.contains(UsableKinds(kind))
  }

  /// The kind of reference.
  var reference: MediaReference {
    switch storage {
    case .text(let text): MediaReference(text)
    case .data(let data): .data(type: data.type)
    }
  }
}
