import MediaProbe
public import SchemaRules

/// Checks of media fields. Each kind has methods of its own and not one generic method, which would
/// be several times slower in the code that calls it.
extension ValidationIssues {
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

  /// A piece of audio.
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

  /// Pieces of audio.
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

  /// Files whose bytes are at hand are looked at; what is behind a URL only by whoever gave the
  /// collector a lookup, since that spends signed URLs and reaches into the caller's network.
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
  /// Whether nothing can be wrong with it as far as can be told without looking at a file.
  func isClear(as kind: MediaKind) -> Bool {
    !holdsBytes && usableKinds.contains(UsableKinds(kind))
  }

  /// What the text is.
  var reference: MediaReference {
    switch storage {
    case .text(let text): MediaReference(text)
    case .data(let data): .data(type: data.type)
    }
  }
}
