@_spi(Generated) import ModelCore

/// Compares the rules on media files, whatever signs they are written with.
extension ChangeList {
  mutating func compareMediaRules(
    _ old: [MediaRule], _ new: [MediaRule], _ place: ComparedPlace
  ) {
    var quantities: [WireName] = []
    for rule in old + new where !quantities.contains(rule.measured) {
      quantities.append(rule.measured)
    }
    let before = changes.count
    for quantity in quantities {
      let (olds, news) = (
        old.filter { $0.measured == quantity }, new.filter { $0.measured == quantity }
      )
      for isUpper in [false, true] {
        compare(
          Edge.tightest(olds.compactMap { $0.edge(isUpper: isUpper) }),
          Edge.tightest(news.compactMap { $0.edge(isUpper: isUpper) }), place,
          quantity: quantity.text)
      }
      compareOthers(olds, news, place)
    }
    let texts = { (rules: [MediaRule]) in rules.map { WireName($0.message) }.sorted() }
    if changes.count == before, texts(old) != texts(new) {
      add(.cosmetic, .textChanged, place.symbol, "the texts of its file rules changed")
    }
  }

  /// Rules with an exact value, and unknown rules.
  private mutating func compareOthers(
    _ old: [MediaRule], _ new: [MediaRule], _ place: ComparedPlace
  ) {
    let (olds, news) = (old.filter { !$0.isBound }, new.filter { !$0.isBound })
    func has(_ rules: [MediaRule], _ rule: MediaRule) -> Bool {
      rules.contains { $0.comparison == rule.comparison && $0.bound == rule.bound }
    }
    for rule in news where !has(olds, rule) {
      addNarrowed(place, "a file must keep `\(rule.rule)` \(rule.bound) now")
    }
    for rule in olds where !has(news, rule) {
      addWidened(place, "a file need not keep `\(rule.rule)` \(rule.bound) any more")
    }
  }
}

extension MediaRule {
  fileprivate var measured: WireName { WireName(MediaRule.parts(of: rule).quantity) }

  fileprivate var isBound: Bool { edge(isUpper: true) != nil || edge(isUpper: false) != nil }

  fileprivate func edge(isUpper: Bool) -> Edge? {
    switch (comparison, isUpper) {
    case (.less, true), (.greater, false): Edge(value: bound, isOpen: true, isUpper: isUpper)
    case (.lessOrEqual, true), (.greaterOrEqual, false):
      Edge(value: bound, isOpen: false, isUpper: isUpper)
    default: nil
    }
  }
}
