import BytedanceModels
import Foundation
import ModelRuntime

extension ModelRequest {
  /// The last part of the model's ID.
  static var shortName: String {
    modelID.rawValue.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The request, stored and restored.
  func restored() throws -> Self {
    try JSONDecoder().decode(Self.self, from: JSONEncoder().encode(self))
  }
}

/// Generic code over any model.
func isSame<R: ModelRequest>(_ one: R, _ other: R) -> Bool { one == other }

extension Bytedance.Dreamina4_0.Edit {
  static var boat: Self {
    Self(
      imageURLs: ["https://example.com/boat.jpg"], prompt: "Sunset over the lake",
      widthByHeight: .size2304x1728, scale: 0.7)
  }
}

/// Any open enum in a menu.
func menu<Value: OpenEnum>(of type: Value.Type) -> [String] where Value.RawValue == String {
  type.allCases.map(\.rawValue)
}

func storage<Value: RawRepresentable>(_ value: Value) -> Value? { Value(rawValue: value.rawValue) }

func requests() throws {
  typealias Edit = Bytedance.Dreamina4_0.Edit
  let request = Edit.boat
  print(Edit.shortName, isSame(request, try request.restored()), request.validationIssues().count)

  var json = request.json
  json["new_key"] = 1
  let draft = try Edit(json: json)
  print(draft.extraFields, draft.widthByHeight == .size2304x1728)
  do {
    _ = try Edit(json: ["prompt": 5])
  } catch {
    print(error.localizedDescription)
  }

  print(
    menu(of: Edit.WidthByHeightValue.self).count,
    storage(Edit.WidthByHeightValue.size4096x4096) ?? "")
  let unknown: Edit.WidthByHeightValue = "1x1"
  print(unknown.isKnown, try JSONDecoder().decode([ModelID].self, from: Data(#"["a/b"]"#.utf8)))
  do {
    try Edit(imageURLs: [], prompt: "x").validate()
  } catch {
    print(error.localizedDescription)
    print(error.recoverySuggestion ?? "")
    let issues = try JSONDecoder().decode(
      [ValidationIssue].self, from: JSONEncoder().encode(error.issues))
    print(issues == error.issues)
  }
}
