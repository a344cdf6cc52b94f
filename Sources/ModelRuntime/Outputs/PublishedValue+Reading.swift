public import JSONTree

/// Published values in outputs: open there too, so that a new one reads as what it is.
extension OpenString {
  public init?(reading json: JSONValue) {
    guard let text = json.string else { return nil }
    self.init(rawValue: text)
  }
}

extension OpenInteger {
  public init?(reading json: JSONValue) {
    guard let int = json.int else { return nil }
    self.init(rawValue: int)
  }
}

extension OpenNumber {
  public init?(reading json: JSONValue) {
    guard let double = json.double else { return nil }
    self.init(rawValue: double)
  }
}
