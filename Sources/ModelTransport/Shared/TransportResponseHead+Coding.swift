extension TransportResponseHead {
  /// The codings in which the body comes, in lower case and the order of their application. None for
  /// a body that comes as it is.
  package var contentCodings: [String] {
    headers.values(of: "content-encoding")
      .flatMap { $0.split(separator: ",") }
      .map { $0.trimmingBlanks.lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" && $0 != "none" }
  }

  /// A Boolean value that indicates whether an answer with this head has a body at all.
  package func hasBody(answering method: TransportMethod) -> Bool {
    method != .head && status != 204 && status != 304
  }

  /// The head of the same answer with its body decoded: the length that the server names is of no
  /// more use.
  package var decoded: TransportResponseHead {
    var head = self
    head.headers["Content-Length"] = nil
    head.isDecoded = true
    return head
  }
}
