extension ReadProblem {
  /// Whether the same read may well succeed a little later.
  var isPassing: Bool {
    switch self {
    case .connection(let error):
      switch error.kind {
      case .invalidRequest, .unavailable, .tooLarge: false
      default: true
      }
    case .service(let error):
      error.category == .tooManyRequests || error.category == .unavailable
    case .unreadable: true
    }
  }

  var isNotFound: Bool {
    if case .service(let error) = self { error.category == .notFound } else { false }
  }

  var retryAfter: Duration? {
    if case .service(let error) = self { error.retryAfter } else { nil }
  }

  /// The problem as the end of a wait.
  var asEnd: ModelError.Reason {
    switch self {
    case .connection, .unreadable: .unreadable(self)
    case .service(let error):
      error.category == .notFound ? .jobUnknown(error) : .refused(error)
    }
  }
}
