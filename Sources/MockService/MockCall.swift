/// A kind of call that a client makes.
public enum MockCall: String, Sendable, Hashable, CaseIterable {
  case submit, status, result, cancel, download, catalogue
}
