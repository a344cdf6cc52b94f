/// Something on the wire and the Swift name that it has.
struct NameOwner {
  let owner: String
  let natural: String
  /// The name that the configuration gives it.
  let chosen: String?

  init(_ owner: String, natural: String, chosen: String?) {
    self.owner = owner
    self.natural = natural
    self.chosen = chosen
  }

  func has(_ name: String) -> Bool {
    let own = chosen ?? natural
    return own == name || own.filter { $0 != "`" } == name.filter { $0 != "`" }
  }
}
