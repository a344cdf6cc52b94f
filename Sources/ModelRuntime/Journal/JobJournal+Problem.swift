extension JobJournal {
  /// The reason why a journal, a job key or a budget keeps a job from being submitted.
  public enum Problem: Error, Sendable, Hashable {
    /// The journal can't be read or written. Nothing was submitted.
    case unavailable(String)
    /// The client has no journal, which a key or a budget needs.
    case missing
    /// The key is empty or longer than 1,024 bytes.
    case invalidKey
    /// The key belongs to a job with another body, model or service, as the text says.
    case keyInUse(key: String, difference: String)
    /// The key belongs to a job that was given up.
    case abandoned(key: String)
    /// The job can't be resolved in this way, as the text says.
    case notResolvable(String)
    /// The job could cost more than is left of the budget. The amounts are in US dollars.
    case overBudget(limit: Double, spent: Double, price: Double)
    /// It is unknown what a job of the model costs.
    case unpriced(ModelID)
  }
}

extension JobJournal.Problem: CustomStringConvertible {
  /// The message of the problem.
  public var description: String {
    switch self {
    case .unavailable(let text): "the journal isn't available: \(ServiceText.line(text))"
    case .missing: "a job key or a budget needs a client with a journal"
    case .invalidKey: "the job key isn't valid; expected 1 to 1,024 bytes"
    case .keyInUse(let key, let difference):
      "the job key \"\(ServiceText.line(key))\" belongs to another job: \(difference)"
    case .abandoned(let key):
      "the job with the key \"\(ServiceText.line(key))\" was abandoned"
    case .notResolvable(let text): ServiceText.line(text)
    case .overBudget(let limit, let spent, let price):
      "the budget of \(USDollars.text(limit)) isn't enough: \(USDollars.text(spent)) is spent or "
        + "reserved, and the job costs up to \(USDollars.text(price))"
    case .unpriced(let model):
      "the price of \(ServiceText.line(model.rawValue)) is unknown, so the budget can't be kept"
    }
  }

  /// A suggestion for what to do about the problem.
  public var recoverySuggestion: String? {
    switch self {
    case .unavailable: "Nothing was submitted. Make the folder writable, or free space on its disk."
    case .missing: "Create the client with a journal."
    case .keyInUse: "Use another key for another request."
    case .abandoned: "Resolve the job as resubmitted, or use another key."
    case .unpriced: "Give the budget a price for the model, or allow jobs without a known price."
    case .invalidKey, .notResolvable, .overBudget: nil
    }
  }
}

extension JobJournal.Problem {
  init(_ failure: SystemFailure) { self = .unavailable("\(failure)") }
}
