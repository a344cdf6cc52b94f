import ModelCore
import ModelRuntime
import ToolSupport

/// A request that was not sent, for all that is wrong with it.
struct UnsentRequest: Error {
  let failure: CommandFailure
  let issues: [ValidationIssue]

  /// - Parameters:
  ///   - fatal: What keeps the request from being made at all.
  ///   - broken: The rules that keep it from being sent, unless the user says otherwise.
  init(of model: String, fatal: [Problem] = [], broken: [ValidationIssue]) {
    issues = fatal.map(\.issue) + broken
    let refusal = InvalidRequest(modelID: ModelID(rawValue: model), issues: issues)
    let isOnlyMissing = broken.isEmpty && fatal.allSatisfy { $0.code == .inputMissing }
    failure = CommandFailure(
      isOnlyMissing ? .inputMissing : .badInput,
      "\(refusal)\(UnsentRequest.advice(model, broken, canBeSent: fatal.isEmpty))")
  }

  private static func advice(
    _ model: String, _ broken: [ValidationIssue], canBeSent: Bool
  ) -> String {
    var advice = ""
    if let missing = broken.first(where: { $0.rule == .required }) {
      advice +=
        "\nTo set a key: --set \(ShellWord.quoted("\(missing.path)"))=…"
        + "\nTo show all keys: modelgen explain \(ShellWord.quoted(model))"
    }
    if canBeSent {
      let rules = Set(broken.map(\.rule.rawValue)).sorted()
      let names = rules.map { "--allow \(ShellWord.quoted($0))" }.joined(separator: " ")
      advice += "\nTo send it anyway: --no-validate, or \(names)"
    }
    return advice
  }
}
