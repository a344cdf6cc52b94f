import ModelCore

extension ModelSet {
  /// A model by its id or by the path of its file.
  package func entry(of model: String) -> Entry? {
    entries.first { $0.opened.id.isSameOnWire(as: model) }
      ?? entries.first {
        $0.file.path == model || model.hasSuffix(".json") && Files.isSameFile($0.file.path, model)
      }
  }

  /// Returns the error for an unknown model, with a suggestion.
  package func failure(toFind model: String) -> ModelFilesError {
    if brokenIDs.contains(where: { $0.isSameOnWire(as: model) }) {
      return .brokenModel(model)
    }
    return .unknownModel(model, nearest: nearest(to: model))
  }

  /// A slip of the pen first, then the ids that share the most words.
  private func nearest(to model: String) -> [String] {
    let slip = Spelling.nearest(to: model, among: ids)
    var related: [(id: String, shared: Int)] = []
    for id in ids where id != slip {
      let shared = ModelSet.sharedWords(model, id)
      if shared > 0 { related.append((id, shared)) }
    }
    related.sort { left, right in
      if left.shared != right.shared { return left.shared > right.shared }
      return WireName(left.id) < WireName(right.id)
    }
    var nearest = related.map(\.id)
    if let slip { nearest.insert(slip, at: 0) }
    return Array(nearest.prefix(3))
  }

  private static func sharedWords(_ left: String, _ right: String) -> Int {
    let words = Set(right.lowercased().split { "/-._ ".contains($0) })
    return left.lowercased().split { "/-._ ".contains($0) }.filter(words.contains).count
  }
}
