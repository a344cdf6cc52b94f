import ModelCore
import ModelTransport

/// An error that the service reports.
public struct ServiceError: Error, Sendable, Hashable, Codable {
  /// The HTTP status of the answer.
  public let status: Int
  /// The service's own code, such as 400002; it may come with HTTP status 200.
  public let code: Int?
  /// The message of the service, or the meaning of the status if there is none.
  public let message: String
  /// The problems of single fields of the request.
  public let fields: [Field]
  /// The beginning of the answer, without the token.
  public let excerpt: String
  /// The time after which the service asks to retry.
  public let retryAfter: Duration?

  /// A Boolean value that indicates whether the answer has the form of the API's own errors, and
  /// isn't the page of a proxy.
  let isAnswerOfAPI: Bool

  /// A problem of one field of a request.
  public struct Field: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The path of the field in the body, as the service spells it, such as `image_urls.1`.
    public let path: String
    /// The message for the field.
    public let message: String

    /// The path and the message, on one line.
    public var description: String {
      ServiceText.line(path.isEmpty ? message : "\(path): \(message)", limit: 1_000)
    }
  }

  /// The kind of an error, by what a caller can do about it.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    /// The request isn't valid for the model, or there is no such model.
    case invalidRequest
    /// The token is missing, wrong or expired, or the account inactive.
    case unauthorized
    /// The account has no balance left.
    case insufficientFunds
    /// The job belongs to another account.
    case forbidden
    /// The job is unknown, deleted or expired.
    case notFound
    /// There were too many requests. Try again later.
    case tooManyRequests
    /// The service has an internal error. Try again later.
    case unavailable
    /// The service redirects. Redirects are never followed, so that the token goes to the
    /// configured host only.
    case redirect
    /// Any other error.
    case other
  }

  /// The status that the code stands for, where the two differ the code knows better.
  private var meaning: Int { codeMeaning ?? status }

  /// The HTTP status that the code stands for; nil for other codes.
  private var codeMeaning: Int? {
    code.flatMap { (100_000...599_999).contains($0) ? $0 / 1_000 : nil }
  }

  /// The kind of the error.
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

extension ServiceError {
  /// A Boolean value that indicates whether an answer to a submission says for certain that nothing
  /// was accepted. A code never outranks an HTTP status that leaves it open.
  var isClearRefusal: Bool {
    if (200..<300).contains(status) {
      return code == 10_001 || codeMeaning.map(ServiceError.refuses) ?? false
    }
    let isContradicted = codeMeaning.map { $0 != 429 && !ServiceError.refuses($0) } ?? false
    return ServiceError.refuses(status) && !isContradicted
  }

  /// Timeouts, conflicts and requests that came too early or too often leave it open.
  private static func refuses(_ status: Int) -> Bool {
    (400..<500).contains(status) && ![408, 409, 425, 429, 499].contains(status)
  }
}

extension ServiceError: CustomStringConvertible {
  /// The message with its status and code, and a line for each field.
  public var description: String {
    let codes = code.map { ", code \($0)" } ?? ""
    return (["\(message) (HTTP \(status)\(codes))"] + fields.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

extension ServiceError {
  /// Reads an error response leniently, because services don't share one format for them.
  ///
  /// - Parameter body: The answer's JSON, where it is JSON.
  init(_ answer: TransportResponse, body: JSONValue?, retryAfter: Duration?) {
    let wrapped = body?["error"]?.object == nil ? body : body?["error"]
    status = answer.status
    let codes = ["error_code", "code"].lazy.compactMap { key in
      ServiceError.code(body?[key]) ?? ServiceError.code(wrapped?[key])
    }
    code = codes.first
    let details = ["detail", "errors", "details"].lazy
      .compactMap { wrapped?[$0]?.array ?? body?[$0]?.array }
    fields = details.first.map(Field.read) ?? []
    excerpt = ServiceError.excerpt(of: answer.body)
    let said = ["error_message", "message", "error", "detail"].lazy
      .compactMap { wrapped?[$0]?.string ?? body?[$0]?.string }.first { !$0.isEmpty }
    message = said.map { ServiceText.line($0) } ?? ServiceError.meaning(of: answer.status)
    self.retryAfter = retryAfter
    // "Not found" is what any server says of a path that it doesn't have; the code is the API's.
    let hasWords = said != nil || details.first != nil
    let isPlain = answer.status == 404 || answer.status == 410
    isAnswerOfAPI = code.map { $0 >= 10_000 } ?? false || hasWords && !isPlain
  }

  /// A code of an error; nil where there is none, which some answers write as 0 or as no text.
  static func code(_ value: JSONValue?) -> Int? {
    let code = value?.int ?? value?.string.flatMap { Int($0) }
    return code == 0 ? nil : code
  }

  /// A Boolean value that indicates whether an answer of success carries the code of an error.
  static func isReported(in body: JSONValue) -> Bool {
    switch body["error_code"] {
    case nil, .null, .bool(false): false
    case .string(let text): !text.isEmpty && Int(text) != 0
    case let value?: value.int != 0
    }
  }

  static func excerpt(of bytes: [UInt8]) -> String {
    ServiceText.line(String(decoding: bytes.prefix(1_200), as: UTF8.self))
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 200..<300: "the service reports an error"
    case 300..<400: "the service redirects to another URL, which isn't followed"
    case 401: "the token was refused"
    case 402: "the account has no balance left"
    case 403: "not allowed"
    case 404, 410: "not found"
    case 408, 504: "the service took too long"
    case 429: "too many requests"
    case 500...: "the service reports an internal error"
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

/// Text of a service, made fit for messages: one line, on which nothing forges another or turns
/// the direction of writing.
package enum ServiceText {
  /// The text on one line, with a blank for each character that breaks it or that a terminal acts
  /// on, and without those that can't be seen. The joiners that emoji and several scripts are
  /// written with stay.
  ///
  /// - Parameter limit: How many characters stay at most.
  package static func line(_ text: String, limit: Int = 300) -> String {
    let shown = text.unicodeScalars.lazy.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format where isInvisible(scalar): nil
      default: scalar
      }
    }
    let short = String(String.UnicodeScalarView(shown.prefix(limit)))
    return shown.dropFirst(limit).isEmpty ? short : short + "…"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200C}" && scalar != "\u{200D}"
  }
}
