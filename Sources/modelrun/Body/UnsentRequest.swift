import SchemaRules
import ToolSupport

/// A request that was not sent, for all that is wrong with it.
struct UnsentRequest: Error {
  let failure: CommandFailure
  let issues: [ValidationIssue]
}
