public import JSONTree

/// Published values in outputs: open there too, so that a new one reads as what it is.
extension PublishedString {
  public init?(reading json: JSONValue) {
    guard let text = json.string else { return nil }
    self.init(rawValue: text)
  }
}

extension PublishedInteger {
  public init?(reading json: JSONValue) {
    guard let int = json.int else { return nil }
    self.init(rawValue: int)
  }
}

extension PublishedNumber {
  public init?(reading json: JSONValue) {
    guard let double = json.double else { return nil }
    self.init(rawValue: double)
  }
}
