@testable import ModelRuntime

/// One line for each fault: what it was, how many submissions the server saw, what came of it.
/// `swift test --filter Faults | grep '^F' | sort -V` is the table.
func note(_ fault: String, posts: Int, _ outcome: String) {
  // The table has one line for a fault, whatever records it.
  if JournalledScope.isOn { return }
  let name = fault + String(repeating: " ", count: max(0, 58 - fault.count))
  print("\(name) POSTs \(posts)  \(outcome)")
}

extension Result where Failure == ModelError {
  /// The outcome in one word.
  var word: String {
    switch self {
    case .success: "success"
    case .failure(let error):
      String("\(error.reason)".prefix { $0 != "(" }) + (error.handle == nil ? "" : " + handle")
    }
  }
}

extension Optional {
  func word<Value>() -> String where Wrapped == Result<Value, ModelError> {
    map(\.word) ?? "HANGS"
  }
}
