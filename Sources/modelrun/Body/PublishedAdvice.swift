import JSONTree
import ModelSchema
import SchemaRules

/// What somebody may have meant whose value is none of those published.
enum PublishedAdvice {
  private static var listLimit: Int { 12 }

  static func added(to issue: ValidationIssue, _ input: ObjectShape, body: JSONNode)
    -> ValidationIssue
  {
    guard issue.rule == .enum, let node = body.node(at: issue.path.pointer),
      let set = published(at: issue.path.steps[...], .object(input))
    else { return issue }
    var issue = issue
    issue.message += advice(for: node.string ?? node.text, among: set.texts)
    return issue
  }

  private static func advice(for given: String, among values: [String]) -> String {
    let near =
      Spelling.nearest(to: given, among: values)
      ?? values.first { !given.isEmpty && $0.lowercased().hasPrefix(given.lowercased()) }
    if let near { return "; did you mean \(ValueText.quoted(near))?" }
    guard values.count <= listLimit else { return "" }
    return "; they are \(values.joined(separator: ", "))"
  }

  private static func published(
    at steps: ArraySlice<IssueStep>, _ shape: Shape
  ) -> PublishedSet? {
    switch (shape, steps.first) {
    case (.published(let set), nil): set
    case (.array(let array), .index?): published(at: steps.dropFirst(), array.item)
    case (.object(let object), .key(let key)?):
      object.properties.first { $0.key.isSameOnWire(as: key) }
        .flatMap { published(at: steps.dropFirst(), $0.shape) }
    default: nil
    }
  }
}
