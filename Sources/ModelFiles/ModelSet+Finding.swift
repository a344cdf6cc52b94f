import JSONTree
import SchemaRules
public import ToolSupport

extension ModelSet {
  /// A model by its id or by the path of its file.
  public func entry(of model: String) -> Entry? {
    entries.first { $0.opened.id.isSameOnWire(as: model) }
      ?? entries.first {
        $0.file.path == model || model.hasSuffix(".json") && Files.isSameFile($0.file.path, model)
      }
  }

  /// Why there is no entry of a model, and which the user may have meant.
  public func failure(toFind model: String) -> CommandFailure {
    if brokenIDs.contains(where: { $0.isSameOnWire(as: model) }) {
      return CommandFailure(.badInput, "the file of \"\(model)\" can't be read as a model")
    }
    let near = nearest(to: model)
    return CommandFailure(
      .inputMissing,
      "there is no model \"\(model)\""
        + (near.isEmpty
          ? "; `modelgen models` lists them" : "; the nearest are \(near.joined(separator: ", "))"))
  }

  /// A slip of the pen first, then the ids that share the most words.
  private func nearest(to model: String) -> [String] {
    let slip = Spelling.nearest(to: model, among: ids)
    let related = ids.filter { $0 != slip }
      .map { (id: $0, shared: ModelSet.sharedWords(model, $0)) }
      .filter { $0.shared > 0 }
      .sorted { $0.shared == $1.shared ? WireName($0.id) < WireName($1.id) : $0.shared > $1.shared }
    return Array(((slip.map { [$0] } ?? []) + related.map(\.id)).prefix(3))
  }

  private static func sharedWords(_ left: String, _ right: String) -> Int {
    let words = Set(right.lowercased().split { "/-._ ".contains($0) })
    return left.lowercased().split { "/-._ ".contains($0) }.filter(words.contains).count
  }
}
