import ModelTransport

/// Collects an answer as it arrives, so that what came before the connection broke isn't lost.
final class ArrivingAnswer: HTTPBodySink {
  private let answer = Locked(HTTPResponse(head: HTTPResponseHead(status: 0)))

  /// What has come so far; status 0 before the head.
  var current: HTTPResponse { answer.withLock { $0 } }

  func begin(_ head: HTTPResponseHead) { answer.withLock { $0.head = head } }

  func receive(_ bytes: [UInt8]) { answer.withLock { $0.body += bytes } }
}
