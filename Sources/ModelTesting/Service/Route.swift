import ModelCore

/// The meaning of a path.
enum Route: Equatable {
  case models
  case categories
  /// The entry of a model, or its submissions.
  case model(id: String)
  case status(id: String)
  case result(id: String)
  case cancel(id: String)
  case download(job: String, name: String)

  /// - Parameter path: With its escapes. They are undone segment by segment, since an escaped slash
  ///   separates nothing.
  init?(path: String) {
    var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .map { PercentEncoding.decode(String($0)) }
    if segments.last == "" { segments.removeLast() }
    switch segments.first {
    case "outputs":
      guard segments.count == 3 else { return nil }
      self = .download(job: segments[1], name: segments[2])
    case "v1": self.init(service: segments.dropFirst())
    default: return nil
    }
  }

  private init?(service segments: ArraySlice<String>) {
    let rest = segments.dropFirst()
    switch (segments.first, rest.count) {
    case ("models", 0): self = .models
    case ("models", 1) where rest.first == "categories": self = .categories
    case ("models", _): self = .model(id: rest.joined(separator: "/"))
    case ("requests", 2):
      guard let id = rest.first, let verb = rest.last else { return nil }
      switch verb {
      case "status": self = .status(id: id)
      case "result": self = .result(id: id)
      case "cancel": self = .cancel(id: id)
      default: return nil
      }
    default: return nil
    }
  }

  /// The verbs that it takes.
  var methods: [String] {
    switch self {
    case .models, .categories, .status, .result, .download: ["GET", "HEAD"]
    case .model: ["GET", "HEAD", "POST"]
    case .cancel: ["POST"]
    }
  }

  /// Returns the call that a request with this method makes.
  func call(_ method: String) -> MockCall {
    switch self {
    case .models, .categories: .catalogue
    case .model: method == "POST" ? .submit : .catalogue
    case .status: .status
    case .result: .result
    case .cancel: .cancel
    case .download: .download
    }
  }

  /// The job that is meant, where one is.
  var jobID: String? {
    switch self {
    case .status(let id), .result(let id), .cancel(let id), .download(let id, _): id
    case .models, .categories, .model: nil
    }
  }
}
