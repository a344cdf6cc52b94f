import ModelCore
import ModelSchema

/// References that apply beside other keywords, or whose target the check has to find.
extension SchemaCompiler {
  mutating func readReferences(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    guard reference != nil || !laterKeywords.isEmpty else { return }
    var found = ReferenceCheck()
    if let reference, let text = reference.string {
      do {
        let target = try references.target(of: text, in: node)
        if let number = number(of: target, in: node, reference, &rules) {
          found.targets.append(number)
        }
      } catch {
        note(.reference, reference, error.reason, in: &rules)
      }
    }
    for keyword in [Keyword.dynamicReference, .recursiveReference] {
      guard let reference = laterKeywords[keyword], let text = reference.string else { continue }
      do {
        let target =
          keyword == .dynamicReference
          ? try references.dynamicTarget(of: text, in: node)
          : try references.recursiveTarget(of: text, in: node)
        guard let fallback = number(of: target.fallback, in: node, reference, &rules) else {
          continue
        }
        found.dynamic.append(
          .init(
            fallback: fallback,
            candidates: target.candidates.map { ($0.resource, number(of: $0.schema)) }))
      } catch {
        note(ValidationRule(rawValue: keyword.word), reference, error.reason, in: &rules)
      }
    }
    if !found.isEmpty { rules.forms = FormCheck(references: .init(found)) }
  }

  /// The number of a reference's target; nil where that is the schema that refers to it.
  private mutating func number(
    of target: JSONNode, in schema: JSONNode, _ reference: JSONNode, _ rules: inout SchemaRuleSet
  ) -> Int? {
    let number = number(of: target)
    guard number == self.number(of: schema) else { return number }
    note(
      .reference, reference, "\(ValueText.shown(reference)) leads back to itself", in: &rules)
    return nil
  }
}
