/// What a client asks the service for.
public enum MockCall: String, Sendable, Hashable, CaseIterable {
  case submit, status, result, cancel, download, catalogue
}
