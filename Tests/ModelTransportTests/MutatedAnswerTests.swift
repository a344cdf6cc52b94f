import ModelTransport
import RawServer
import Testing
import TestSupport

/// Whatever bytes come, the request ends with an answer or an error.
@Suite("Randomly changed responses", .timeLimit(.minutes(2))) struct MutatedAnswerTests {
  private static let whole = Array(
    """
    HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\
    Content-Length: 5\r\nVia: a\r\nvia:b\r\nLong: x\r\n y\r\n\r\nhello
    """.utf8)

  private static let chunked = Array(
    """
    HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n10\r\n0123456789abcdef\r\n\
    0\r\nLate: x\r\n\r\n
    """.utf8)

  /// A server that answers the request for `/n` with the n-th of `answers` and closes.
  private func server(_ answers: [[UInt8]]) throws -> RawServer {
    try RawServer { connection in
      guard let request = connection.readRequest(), let number = Int(request.target.dropFirst())
      else { return }
      connection.send(answers[number])
    }
  }

  @Test("A response cut at any byte is an error", arguments: TransportUnderTest.sturdy)
  func everyCut(_ kind: TransportUnderTest) async throws {
    for answer in [Self.whole, Self.chunked] {
      let server = try server(answer.indices.map { Array(answer[..<$0]) } + [answer])
      let transport = try kind.make()
      // The blank line that ends the trailers may be missing without loss.
      let needed = answer == Self.chunked ? answer.count - 2 : answer.count
      for length in 0..<needed {
        let error = try await failure { () throws(TransportError) in
          try await transport.send(TransportRequest(.post, server.url("/\(length)")))
        }
        #expect(error.kind == .closed, "\(length): \(error)")
      }
      let request = TransportRequest(.post, server.url("/\(answer.count)"))
      #expect(try await transport.send(request).status == 200)
    }
  }

  @Test("Changed, lost and doubled bytes never crash or hang", arguments: TransportUnderTest.sturdy)
  func mutations(_ kind: TransportUnderTest) async throws {
    var random = SeededGenerator(seed: 0x5EED)
    let answers = (0..<600).map { round in
      var answer = round % 2 == 0 ? Self.whole : Self.chunked
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: answer.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: answer[place] = UInt8.random(in: 0...255, using: &random)
        case 1: answer.removeSubrange(place..<min(answer.count, place + 3))
        case 2: answer.insert(contentsOf: answer[place...].prefix(40), at: place)
        default: answer[place] = "0\r\n :;\u{0}9".utf8.randomElement(using: &random) ?? 0
        }
        if answer.isEmpty { answer = [0] }
      }
      return answer
    }
    let server = try server(answers)
    let transport = try kind.make()
    let limits = TransportTimeouts(total: .seconds(30))
    var ends: [String: Int] = [:]
    for number in answers.indices {
      do throws(TransportError) {
        let request = TransportRequest(
          .post, server.url("/\(number)"), timeouts: limits, maximumBodyBytes: 1_000)
        ends["\(try await transport.send(request).status)", default: 0] += 1
      } catch {
        #expect(error.kind != .timedOut && !error.nothingSent, "\(answers[number])")
        ends["\(error.kind)", default: 0] += 1
      }
    }
    #expect(ends.values.reduce(0, +) == answers.count && ends.count > 3, "\(ends)")
    #expect(server.requests.count == answers.count)
  }

}
