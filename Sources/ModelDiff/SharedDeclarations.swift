/// The declarations that an alias of an emitted file may name: models with the same values have one
/// type in common, which is declared in the file of one of them.
struct SharedDeclarations {
  /// The text of a file that hasn't changed, by its name.
  private let unchanged: (String) -> [UInt8]?
  private var known: [String: EmittedSymbols] = [:]

  init(unchanged: @escaping (String) -> [UInt8]?) { self.unchanged = unchanged }

  mutating func add(_ symbols: EmittedSymbols) {
    if let type = symbols.modelType { known[type] = symbols }
  }

  /// What is declared where a type is; nil if that can't be found.
  mutating func symbols(declaring type: String) -> EmittedSymbols? {
    var path = type.split(separator: ".")[...]
    while path.popLast() != nil, !path.isEmpty {
      let model = path.joined(separator: ".")
      if let symbols = known[model] { return symbols }
      guard let bytes = unchanged(model + ".swift") else { continue }
      let symbols = EmittedSymbols(of: bytes)
      add(symbols)
      return symbols
    }
    return nil
  }
}

extension EmittedSymbols {
  /// Puts the declaration of a type of values in the place of its alias, so that it makes no
  /// difference which of several models declares it.
  mutating func resolveAliases(by declarations: inout SharedDeclarations) {
    // Of all types that declarations name, only an alias goes by its whole path.
    for (path, original) in declared where original.contains(".") {
      guard let symbols = declarations.symbols(declaring: original),
        let parent = symbols.declared[original]
      else { continue }
      declared[path] = parent
      for (name, type) in symbols.declared where name.hasPrefix(original + ".") {
        declared[path + name.dropFirst(original.count)] = type
      }
      initializers[path] = symbols.initializers[original]
    }
  }
}
