@_spi(Generated) import ModelCore

/// A refusal in the service's own form: a code of six digits, a sentence, and for bodies that don't
/// fit what is wrong with which key.
struct ServiceRefusal: Error {
  let status: Int
  /// The service's own error code, or `nil` for an HTTP error.
  let code: Int?
  let message: String
  var details: [JSONValue] = []
  var headers: [(name: String, value: String)] = []

  var answer: Answer {
    var json = JSONObject()
    if let code { json["error_code"] = .number(JSONNumber(code)) }
    json["error_message"] = .string(message)
    if !details.isEmpty { json["detail"] = .array(details) }
    var answer = Answer(status, json: json)
    answer.headers += headers
    return answer
  }

  /// 400, since the service's codes begin with the status that they come with.
  static func account(_ message: String) -> ServiceRefusal {
    ServiceRefusal(status: 400, code: 400_004, message: "UserAccountError: \(message)")
  }

  static func unknownModel(_ id: String) -> ServiceRefusal {
    ServiceRefusal(
      status: 400, code: 400_001, message: "InvalidResourceIdentifier: there is no model \(id)")
  }

  static let noBalance = ServiceRefusal(
    status: 400, code: 400_002,
    message: "InsufficientResources: the account's balance doesn't cover this request")

  static let foreignRequest = ServiceRefusal(
    status: 403, code: 403_001, message: "PermissionDeniedError: this request is not yours")

  static func unknownRequest(_ id: String) -> ServiceRefusal {
    ServiceRefusal(
      status: 404, code: 404_001,
      message: "ResourceNotFound: the request \(id.prefix(128)) is unknown, deleted or expired")
  }

  static func invalid(_ message: String, _ details: [JSONValue]) -> ServiceRefusal {
    ServiceRefusal(status: 422, code: 422_001, message: message, details: details)
  }

  static func http(
    _ status: Int, _ message: String, headers: [(name: String, value: String)] = []
  ) -> ServiceRefusal {
    ServiceRefusal(status: status, code: nil, message: message, headers: headers)
  }
}

extension ServiceRefusal {
  /// A body that breaks its model's rules; the same that `modelgen validate` says of it.
  static func invalid(_ issues: [ValidationIssue]) -> ServiceRefusal {
    let details = issues.map { issue -> JSONValue in
      let steps = issue.path.steps.map { step -> JSONValue in
        switch step {
        case .key(let key): .string(key)
        case .index(let index): .number(JSONNumber(index))
        }
      }
      return [
        "loc": .array(["body"] + steps), "msg": .string(issue.message),
        "type": .string(issue.rule.rawValue),
      ]
    }
    let count = issues.count == 1 ? "one problem" : ValidationIssues.counted(issues)
    return invalid("the request body has \(count)", details)
  }
}
