import ModelCore
import ModelGenerator
import ModelSchema
import Testing

@testable import ModelDiff

/// Models of JSON text, compared.
enum Sample {
  static func model(_ id: String = "acme/boat", _ text: String) throws -> Model {
    let file = ModelFile(
      path: "m.json", relativePath: nil, bytes: Array(#"{"model_id": "\#(id)", \#(text)}"#.utf8))
    let reading = ModelReader.read(file)
    return try #require(reading.model, "\(reading.diagnostics)")
  }

  /// Returns the changes between two texts of a model, as `severity kind symbol` with the symbol
  /// relative to the type.
  static func changes(
    _ old: String, _ new: String, overrides: (NameOverrides, NameOverrides) = (.init(), .init())
  ) throws -> [String] {
    try set([("acme/boat", old)], [("acme/boat", new)], overrides: overrides)
      .map { $0.replacingPrefix("Acme.Boat") }
  }

  /// Returns the changes between two sets of models.
  static func set(
    _ old: [(String, String)], _ new: [(String, String)],
    overrides: (NameOverrides, NameOverrides) = (.init(), .init())
  ) throws -> [String] {
    let comparison = SetComparison(
      try named(old, overrides.0), try named(new, overrides.1))
    return comparison.changes.map { "\($0.severity) \($0.kind.rawValue) \($0.symbol)" }
  }

  private static func named(
    _ models: [(String, String)], _ overrides: NameOverrides
  ) throws -> [WireName: NamedModel?] {
    let paths = TypePaths(ids: models.map(\.0), overrides: overrides)
    var named: [WireName: NamedModel?] = [:]
    for (id, text) in models {
      let path = try #require(paths[id])
      named[WireName(id)] = NamedModel(try model(id, text), path: path, overrides: overrides)
    }
    return named
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    split(separator: " ").map {
      $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : String($0)
    }
    .joined(separator: " ")
  }
}
