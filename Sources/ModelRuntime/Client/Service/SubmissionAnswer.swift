import ModelCore
import ModelTransport

/// The meaning of the response to a submission. The HTTP status decides, and a request ID is never
/// lost.
enum SubmissionAnswer {
  case accepted(RequestID)
  /// Nothing was accepted, since the request came too soon.
  case tooSoon(ServiceError)
  /// Nothing was accepted.
  case refused(ServiceError, RequestID?)
  /// There may be a job.
  case unclear(SubmissionUncertainty, RequestID?)

  /// - Parameters:
  ///   - answer: The answer, without the token.
  ///   - meaning: What the same answer to a read would mean.
  init(_ answer: TransportResponse, _ meaning: Result<JSONValue, ReadFailure>) {
    switch meaning {
    case .success(let json):
      if let id = RequestID(json["request_id"]) {
        self = .accepted(id)
      } else {
        self = .unclear(.invalidResponse(answer), RequestID(foundIn: answer, json: json))
      }
    case .failure(.service(let error)):
      let id = RequestID(foundIn: answer, json: nil)
      let hasSucceeded = (200..<300).contains(answer.status)
      if answer.status == 429, id == nil {
        self = .tooSoon(error)
      } else if error.isClearRefusal, !hasSucceeded || id == nil {
        self = .refused(error, id)
      } else {
        self = .unclear(.service(error), id)
      }
    case .failure(.invalidResponse), .failure(.connection):
      self = .unclear(.invalidResponse(answer), RequestID(foundIn: answer, json: nil))
    }
  }
}

extension SubmissionUncertainty {
  /// - Parameter answer: The answer, without the token.
  static func invalidResponse(_ answer: TransportResponse) -> Self {
    .invalidResponse(status: answer.status, excerpt: ServiceError.excerpt(of: answer.body))
  }
}
