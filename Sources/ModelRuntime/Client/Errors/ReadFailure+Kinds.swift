extension ReadFailure {
  /// A Boolean value that indicates whether the same read may succeed a little later.
  public var isRetryable: Bool {
    switch self {
    case .connection(let error): error.isRetryable
    case .service(let error): error.isRetryable
    case .invalidResponse: true
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
    case .connection, .invalidResponse: .invalidResponse(self)
    case .service(let error):
      error.category == .notFound ? .jobUnknown(error) : .refused(error)
    }
  }

  /// A Boolean value that indicates whether two problems have the same cause, whatever their words.
  func hasSameCause(as other: ReadFailure) -> Bool {
    switch (self, other) {
    case (.connection(let one), .connection(let two)): one.kind == two.kind
    case (.service(let one), .service(let two)): one.status == two.status && one.code == two.code
    case (.invalidResponse(let one, _), .invalidResponse(let two, _)): one == two
    default: false
    }
  }
}
