// Types named as those of swift-http-types.

public struct HTTPField: Sendable, Hashable {
  public struct Name: Sendable, Hashable {
    public var rawName: String

    public init(_ rawName: String) { self.rawName = rawName }
  }

  public var name: Name
  public var value: String

  public init(name: Name, value: String) {
    self.name = name
    self.value = value
  }
}

public struct HTTPFields: Sendable, Hashable {
  public var fields: [HTTPField]

  public init(_ fields: [HTTPField]) { self.fields = fields }
}

public struct HTTPRequest: Sendable, Hashable {
  public struct Method: Sendable, Hashable {
    public static var get: Self { Self() }
  }

  public var method: Method
  public var path: String
  public var headerFields: HTTPFields

  public init(method: Method, path: String, headerFields: HTTPFields) {
    self.method = method
    self.path = path
    self.headerFields = headerFields
  }
}

public struct HTTPResponse: Sendable, Hashable {
  public var status: Int
  public var headerFields: HTTPFields

  public init(status: Int, headerFields: HTTPFields) {
    self.status = status
    self.headerFields = headerFields
  }
}
