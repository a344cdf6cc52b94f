import JSONTree
import ModelTransport

/// A refusal or failure in the service's own words.
public struct ServiceError: Error, Sendable, Hashable {
  /// The HTTP status of the answer.
  public let status: Int
  /// The service's own code, such as 400002; it may come with HTTP status 200.
  public let code: Int?
  /// What the service says, or what its status means where it says nothing.
  public let message: String
  /// What is wrong with single fields of the request.
  public let fields: [Field]
  /// The beginning of the answer as it came, without the token.
  public let excerpt: String
  /// How long the service asks to be left alone.
  public let retryAfter: Duration?

  /// What is wrong with one field of a request.
  public struct Field: Sendable, Hashable, CustomStringConvertible {
    /// Where in the body, as the service spells it: `image_urls.1`.
    public let path: String
    public let message: String

    public var description: String {
      ServiceText.line(path.isEmpty ? message : "\(path): \(message)", limit: 1_000)
    }
  }

  /// What a caller can do about it.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    /// The request isn't what the model takes, or there is no such model.
    case invalidRequest
    /// The token is missing, wrong or expired, or the account inactive.
    case unauthorized
    /// The account has no money left.
    case insufficientFunds
    /// The job is somebody else's.
    case forbidden
    /// Unknown, deleted or expired.
    case notFound
    /// Too many requests: later.
    case tooManyRequests
    /// The service has trouble of its own: later.
    case unavailable
    /// A redirect, which is never followed: the token goes to the configured host only.
    case redirect
    case other
  }

  /// The status that the code stands for, where the two differ the code knows better.
  private var meaning: Int {
    guard let code, (100_000...599_999).contains(code) else { return status }
    return code / 1_000
  }

  public var category: Category {
    switch (code, meaning) {
    case (400_004, _), (_, 401): .unauthorized
    case (400_002, _), (10_001, _), (_, 402): .insufficientFunds
    case (_, 403): .forbidden
    case (_, 404), (_, 410): .notFound
    case (_, 429): .tooManyRequests
    case (_, 300..<400): .redirect
    case (_, 408), (_, 425), (_, 500...): .unavailable
    case (_, 400..<500): .invalidRequest
    default: .other
    }
  }
}

extension ServiceError: CustomStringConvertible {
  public var description: String {
    let codes = code.map { ", code \($0)" } ?? ""
    return (["\(message) (HTTP \(status)\(codes))"] + fields.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

extension ServiceError {
  /// Reads an answer that is no success, loosely: there is no one form that they all have.
  ///
  /// - Parameter body: The answer's JSON, where it is JSON.
  init(_ answer: HTTPResponse, body: JSONValue?, retryAfter: Duration?) {
    let wrapped = body?["error"]?.object == nil ? body : body?["error"]
    status = answer.status
    code = ["error_code", "code"].lazy.compactMap { body?[$0]?.int ?? wrapped?[$0]?.int }.first
    let details = ["detail", "errors", "details"].lazy
      .compactMap { wrapped?[$0]?.array ?? body?[$0]?.array }
    fields = details.first.map(Field.read) ?? []
    excerpt = ServiceError.excerpt(of: answer.body)
    let said = ["error_message", "message", "error", "detail"].lazy
      .compactMap { wrapped?[$0]?.string ?? body?[$0]?.string }.first { !$0.isEmpty }
    message = said.map { ServiceText.line($0) } ?? ServiceError.meaning(of: answer.status)
    self.retryAfter = retryAfter
  }

  static func excerpt(of bytes: [UInt8]) -> String {
    ServiceText.line(String(decoding: bytes.prefix(1_200), as: UTF8.self))
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 200..<300: "the service reports an error"
    case 300..<400: "the service redirects elsewhere, which is never followed"
    case 401: "the token was refused"
    case 402: "the account has no balance left"
    case 403: "not allowed"
    case 404, 410: "not found"
    case 408, 504: "the service took too long"
    case 429: "too many requests"
    case 500...: "the service has trouble of its own"
    default: "the service refused the request"
    }
  }
}

extension ServiceError.Field {
  fileprivate static func read(_ items: [JSONValue]) -> [Self] {
    items.prefix(100).map { item in
      var path: [String] = []
      if let place = item["loc"] ?? item["path"] ?? item["field"] {
        for step in place.array ?? [place] where step.string != "body" {
          path.append(step.string ?? step.description)
        }
      }
      let message = item.string ?? item["msg"]?.string ?? item["message"]?.string
      return Self(path: path.joined(separator: "."), message: message ?? item.description)
    }
  }
}
