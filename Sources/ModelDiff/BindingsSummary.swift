import SchemaRules

/// One line on what new bindings change for those who use the old ones.
///
/// It is read off the texts of the files, the only thing that is left of the state before: it knows
/// what is declared, and tells rules from documentation, but not which way a rule went.
/// `modelgen diff` compares the model files themselves.
package struct BindingsSummary: Sendable {
  private var total = 0
  /// The first reason of each model that breaks something.
  private var breaking: [String] = []
  private var additive = 0
  private var inRules = 0
  private var inTexts = 0
  private var new = 0

  /// - Parameters:
  ///   - files: The text of each file before and after; nil where there was or is none.
  ///   - unchanged: The text of another file of the bindings, by its name: models may have types of
  ///     values in common with one of these.
  package init(
    _ files: [(old: [UInt8]?, new: [UInt8]?)],
    unchanged: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    // Nobody uses bindings that weren't there, and reading a thousand files takes its time.
    guard files.contains(where: { $0.old != nil }) else { return }
    // By the model that a file declares: a twin may have taken another one's name, and its file's.
    let olds = BindingsSummary.models(in: files.compactMap(\.old), unchanged)
    let news = BindingsSummary.models(in: files.compactMap(\.new), unchanged)
    for (id, old) in olds.sorted(by: { $0.key < $1.key }) {
      if let now = news[id] {
        let isSameText = old.bytes.belowHead == now.bytes.belowHead
        compare(old.symbols, now.symbols, isSameText: isSameText)
      } else {
        addBreaking("\(old.symbols.modelType ?? id) is gone")
      }
    }
    new = news.keys.count { olds[$0] == nil }
  }

  private static func models(
    in files: [[UInt8]], _ unchanged: @escaping (String) -> [UInt8]?
  ) -> [String: (symbols: EmittedSymbols, bytes: [UInt8])] {
    var models: [String: (symbols: EmittedSymbols, bytes: [UInt8])] = [:]
    var declarations = SharedDeclarations(unchanged: unchanged)
    for bytes in files {
      let symbols = EmittedSymbols(of: bytes)
      declarations.add(symbols)
      if let id = symbols.modelID { models[id] = (symbols, bytes) }
    }
    for id in models.keys { models[id]?.symbols.resolveAliases(by: &declarations) }
    return models
  }

  /// Nil where nothing that was there has changed.
  package var line: String? {
    guard total > 0 else { return nil }
    var parts: [String] = []
    if !breaking.isEmpty {
      let shown = breaking.prefix(3).joined(separator: ", ")
      parts.append("\(breaking.count) breaking (\(shown)\(breaking.count > 3 ? ", …" : ""))")
    }
    for (count, word) in [
      (additive, "additive"), (inRules, "in rules"), (inTexts, "in documentation"), (new, "new"),
    ] where count > 0 {
      parts.append("\(count) \(word)")
    }
    return "\(ValueText.counted(total, "model")) changed: " + parts.joined(separator: ", ")
  }

  private mutating func addBreaking(_ reason: String) {
    total += 1
    breaking.append(reason)
  }

  private mutating func compare(_ old: EmittedSymbols, _ new: EmittedSymbols, isSameText: Bool) {
    if let was = old.modelType, let now = new.modelType, was != now {
      return addBreaking("\(was) is called \(now) now")
    }
    if isSameText { return }
    if let reason = BindingsSummary.firstBreak(old, new) { return addBreaking(reason) }
    if new.declared == old.declared, new.code == old.code, new.texts == old.texts { return }
    total += 1
    if new.declared.count > old.declared.count {
      additive += 1
    } else if new.code != old.code {
      inRules += 1
    } else {
      inTexts += 1
    }
  }

  /// What of the old declarations is no more, or is something else; the outermost first.
  private static func firstBreak(_ old: EmittedSymbols, _ new: EmittedSymbols) -> String? {
    if let type = old.modelType, old.reach > new.reach {
      return "\(type) is \(new.access.isEmpty ? "internal" : new.access) now"
    }
    let paths = old.declared.keys.sorted { ($0.depth, $0) < ($1.depth, $1) }
    for path in paths where new.declared[path] == nil { return "\(path) is gone" }
    for (path, parameters) in old.initializers.sorted(by: { $0.key < $1.key }) {
      guard let others = new.initializers[path], !others.accept(callsOf: parameters) else {
        continue
      }
      let labels = Set(parameters.filter { !$0.hasDefault }.map(\.label))
      let added = others.filter { !$0.hasDefault && !labels.contains($0.label) }.map(\.label)
      if !added.isEmpty { return "\(path) needs \(added.joined(separator: " and "))" }
    }
    for path in paths {
      guard let type = new.declared[path], type != old.declared[path] else { continue }
      return "\(path) is \(type.isEmpty ? "something else" : type) now"
    }
    for (path, parameters) in old.initializers.sorted(by: { $0.key < $1.key })
    where new.initializers[path]?.accept(callsOf: parameters) == false {
      return "\(path) takes its arguments in another order"
    }
    return nil
  }
}

extension String {
  fileprivate var depth: Int { utf8.count { $0 == UInt8(ascii: ".") } }
}

extension EmittedSymbols {
  /// How far the model is seen, as a number.
  fileprivate var reach: Int { access == "public" ? 2 : access == "package" ? 1 : 0 }
}

extension [EmittedSymbols.Parameter] {
  /// Whether every call of an initializer with those parameters is one of this one.
  fileprivate func accept(callsOf old: [EmittedSymbols.Parameter]) -> Bool {
    var rest = old[...]
    for parameter in self {
      if let next = rest.first, next.label == parameter.label {
        if parameter.type != next.type || next.hasDefault && !parameter.hasDefault { return false }
        rest.removeFirst()
      } else if !parameter.hasDefault {
        return false
      }
    }
    return rest.isEmpty
  }
}

extension [UInt8] {
  /// Everything but the first line, which names the digest of the model file.
  fileprivate var belowHead: ArraySlice<UInt8> { self[(firstIndex(of: 10) ?? endIndex)...] }
}
