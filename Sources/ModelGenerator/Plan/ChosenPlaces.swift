import ModelCore

/// The files that bindings go to where somebody else has named them.
///
/// A build has to know its outputs before anyone has read a model file, so that the plugin names
/// them after the paths of the model files, and promises that all of them will be there.
package struct ChosenPlaces: Sendable {
  /// Model files below their folder, and the files of their bindings below the output folder.
  let all: [(source: String, path: String)]
  private let bySource: [WireName: String]

  package init(_ all: [(source: String, path: String)]) {
    self.all = all
    bySource = Dictionary(all.map { (WireName($0.source), $0.path) }) { first, _ in first }
  }

  subscript(source: String) -> String? { bySource[WireName(source)] }
}
