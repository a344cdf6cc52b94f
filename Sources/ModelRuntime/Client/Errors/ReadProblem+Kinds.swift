extension ReadProblem {
  /// A Boolean value that indicates whether the same read may well succeed a little later.
  var isTransient: Bool {
    switch self {
    case .connection(let error):
      switch error.kind {
      case .tls, .invalidRequest, .unavailable, .tooLarge: false
      default: true
      }
    case .service(let error):
      error.category == .tooManyRequests || error.category == .unavailable
    case .unreadable: true
    }
  }

  /// A Boolean value that indicates whether the answer denies the job: not found, or a refusal that
  /// has nothing to do with the credential. Some of them pass, such as the page of a proxy.
  var isDenial: Bool {
    guard case .service(let error) = self else { return false }
    switch error.category {
    case .notFound, .invalidRequest, .insufficientFunds, .other: return true
    case .unauthorized, .forbidden, .tooManyRequests, .unavailable, .redirect: return false
    }
  }

  /// A Boolean value that indicates whether the answer has the form of the API's own errors.
  var isAnswerOfAPI: Bool {
    if case .service(let error) = self { error.isAnswerOfAPI } else { false }
  }

  var isNotFound: Bool {
    if case .service(let error) = self { error.category == .notFound } else { false }
  }

  var retryAfter: Duration? {
    if case .service(let error) = self { error.retryAfter } else { nil }
  }

  /// The problem as the end of a wait.
  var terminalReason: ModelError.Reason {
    switch self {
    case .connection(let error) where error.kind == .tls: .readFailed(self)
    case .connection, .unreadable: .unreadable(self)
    case .service(let error):
      error.category == .notFound ? .jobUnknown(error) : .refused(error)
    }
  }

  /// A Boolean value that indicates whether two problems have the same cause, whatever their words.
  func hasSameCause(as other: ReadProblem) -> Bool {
    switch (self, other) {
    case (.connection(let one), .connection(let two)): one.kind == two.kind
    case (.service(let one), .service(let two)): one.status == two.status && one.code == two.code
    case (.unreadable(let one, _), .unreadable(let two, _)): one == two
    default: false
    }
  }
}
