import ModelCore

/// The part of a page that tells of one model.
struct PageSection {
  let id: String
  /// Where the model is named first.
  let offset: Int
  /// Where the section's own text begins, which may hold a title.
  let start: Int
  var schemas: [PageParts.Schema] = []
  var examples: [PageParts.Example] = []
  var broken: [EmbeddedJSON.Broken] = []

  var hasInput: Bool {
    schemas.contains { $0.role == .input } || schemas.contains { $0.role == .unlabelled }
  }

  /// Splits a page at the places where another model is named. What stands before the first
  /// belongs to the first.
  ///
  /// - Parameter id: The model of a page that names none.
  static func split(_ parts: PageParts, unnamed id: String?) -> [PageSection] {
    var sections: [PageSection] = []
    var known: [WireName: Int] = [:]
    var runs: [(offset: Int, section: Int)] = []
    var addresses = parts.addresses
    if addresses.isEmpty, parts.named.isEmpty, let id, let first = parts.schemas.first {
      addresses = [ModelAddress(id: id, offset: first.offset)]
    }
    for address in addresses {
      if let section = known[WireName(address.id)] {
        runs.append((address.offset, section))
      } else {
        known[WireName(address.id)] = sections.count
        let start = sections.isEmpty ? 0 : parts.end(before: address.offset)
        runs.append((address.offset, sections.count))
        sections.append(PageSection(id: address.id, offset: address.offset, start: start))
      }
    }
    guard !sections.isEmpty else { return [] }
    func owner(of offset: Int) -> Int {
      var low = 0
      var high = runs.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if runs[middle].offset <= offset { low = middle } else { high = middle }
      }
      return runs[low].section
    }
    for schema in parts.schemas { sections[owner(of: schema.offset)].schemas.append(schema) }
    for example in parts.examples { sections[owner(of: example.offset)].examples.append(example) }
    for broken in parts.broken { sections[owner(of: broken.start)].broken.append(broken) }
    return sections
  }
}

extension PageParts {
  /// Where the last schema before an offset begins, or 0.
  fileprivate func end(before offset: Int) -> Int {
    schemas.last { $0.offset < offset }?.offset ?? 0
  }
}
