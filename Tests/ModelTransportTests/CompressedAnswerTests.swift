import ModelTransport
import RawServer
import Testing

/// Servers send compressed bodies even if they weren't requested, and these must not end up in a
/// file.
@Suite("Compressed responses") struct CompressedAnswerTests {
  /// `hello hello hello hello\n`, compressed.
  private static let gzip: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 87, 200, 64, 39, 185, 0, 0, 136, 89,
    11, 24, 0, 0, 0,
  ]
  private static let text = Array("hello hello hello hello\n".utf8)

  private func server(
    _ coding: String, _ body: [UInt8], status: Int = 200
  ) throws -> RawServer {
    try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(status, headers: "Content-Encoding: \(coding)\r\n", body: body)
      }
    }
  }

  @Test("An unrequested compressed body is decoded", arguments: TransportUnderTest.sturdy)
  func decoded(_ kind: TransportUnderTest) async throws {
    let server = try server("gzip", Self.gzip)
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.body == Self.text && answer.head.isDecoded)
    // It is the length of something else than the body.
    #expect(answer.headers["content-length"] == nil)
    #expect(answer.headers["content-encoding"] == "gzip")
    #expect(server.requests.first?.header("accept-encoding") == "identity")
  }

  @Test("A compressed body that is streamed is decoded", arguments: TransportUnderTest.sturdy)
  func streamed(_ kind: TransportUnderTest) async throws {
    let server = try server("gzip", Self.gzip)
    let sink = CollectingSink()
    let head = try await kind.make().stream(TransportRequest(.get, server.url()), into: sink)
    #expect(await sink.bytes == Self.text && head.isDecoded)
    #expect(await sink.head?.isDecoded == true)
  }

  @Test(
    "A body with an unknown encoding isn't decoded", arguments: TransportUnderTest.sturdy)
  func unknownCoding(_ kind: TransportUnderTest) async throws {
    let server = try server("aws-chunked", Self.text)
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.body == Self.text && !answer.head.isDecoded)
    #expect(answer.headers["content-length"] == "\(Self.text.count)")
  }

  @Test(
    "A body that claims to be compressed is an error", arguments: TransportUnderTest.sturdy)
  func notCompressed(_ kind: TransportUnderTest) async throws {
    let server = try server("gzip", Self.text)
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.get, server.url()))
    }
    #expect(error.kind == .badResponse, "\(error)")
  }

  @Test(
    "A compressed body that decodes to more than allowed is an error",
    arguments: TransportUnderTest.sturdy)
  func bomb(_ kind: TransportUnderTest) async throws {
    let server = try server("gzip", Self.zeros)
    let transport = try kind.make()
    let request = TransportRequest(.get, server.url(), maximumBodyBytes: 300_000)
    #expect(Self.zeros.count < 300_000)
    let error = try await failure { () throws(TransportError) in try await transport.send(request) }
    #expect(error.kind == .tooLarge, "\(error)")
    let sink = CollectingSink()
    let streamed = try await failure { () throws(TransportError) in
      try await transport.stream(request, into: sink)
    }
    #expect(streamed.kind == .tooLarge, "\(streamed)")
    #expect(await sink.bytes.count <= 300_000)
  }

  @Test("HEAD returns the length of the compressed body", arguments: TransportUnderTest.sturdy)
  func head(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil {
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 77\r\n\r\n")
      }
    }
    let answer = try await kind.make().send(TransportRequest(.head, server.url()))
    #expect(answer.headers["content-length"] == "77" && !answer.head.isDecoded)
  }

  /// A megabyte of zeros, compressed.
  private static let zeros: [UInt8] =
    [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 8, 95, 160]
    + [UInt8](repeating: 0, count: 1_016) + [62, 3, 28, 234, 56, 167, 0, 0, 16, 0]
}
