import Foundation
import ModelTesting
import ModelTransport
import RawServer
import Testing

@testable import ModelRuntime

/// A page, an error or a compressed text in the place of a picture is never taken for the picture.
@Suite("Unexpected files") struct UnexpectedFileTests {
  private static let url = "https://files.runcomfy.net/a/boat.png?sig=secret"
  private static let html = Array("<!DOCTYPE html><html><body>Sign in</body></html>".utf8)
  private static let png = pngHeader(width: 3, height: 2)
  /// `gzip` of the word "boat".
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0xCA, 0x4F, 0x2C, 1, 0, 0x57, 0x48, 0x9B, 0x62, 4, 0,
    0, 0,
  ]

  private func download(
    _ body: [UInt8], _ headers: TransportHeaders = [:], as kind: MediaKind?,
    _ folder: DownloadFaultTests.Folder, from url: String = url
  ) throws -> Result<String, ModelError>? {
    let fixture = try Fixture()
    fixture.transport.on(
      ScriptedMatch(.get, "*"), [.status(200, headers: headers, body: body)])
    let path = folder.path
    return fixture.attempt { client throws(ModelError) in
      try await client.download(url, as: kind, to: path)
    }
  }

  private func unexpected(_ outcome: Result<String, ModelError>?) -> UnexpectedFile? {
    guard case .failure(let error)? = outcome,
      case .download(.unexpected(let file)) = error.reason
    else { return nil }
    return file
  }

  @Test(
    "An unexpected file is saved under another name, and the error names it",
    arguments: [
      (html, "text/html; charset=utf-8", "an HTML page", "html"),
      (html, "image/png", "an HTML page", "html"),
      (Array(#"{"error": "expired"}"#.utf8), "application/json", "a JSON text", "json"),
      (Array("[1, 2]".utf8), "application/octet-stream", "a JSON text", "json"),
      (Array("<?xml version=\"1.0\"?><Error/>".utf8), "application/xml", "an XML text", "xml"),
      (Array("Zugriff verweigert für böse Boote".utf8), "text/plain", "a text", "txt"),
      (gzip, "image/png", "gzip data", "gz"),
    ])
  func keptApart(_ body: [UInt8], _ type: String, _ content: String, _ ending: String) throws {
    for kind in MediaKind.allCases {
      let folder = try DownloadFaultTests.Folder()
      let outcome = try download(body, ["Content-Type": type], as: kind, folder)
      let file = try #require(unexpected(outcome))
      #expect(file.content == content && file.expected == kind && file.contentType == type)
      #expect(file.path == "\(folder.path)/boat.unexpected.\(ending)")
      #expect(file.byteCount == body.count)
      #expect(folder.files == ["boat.unexpected.\(ending)"])
      #expect(folder.bytes("boat.unexpected.\(ending)") == body)
      // Another one doesn't replace it.
      let again = try #require(unexpected(try download(body, as: kind, folder)))
      #expect(again.path == "\(folder.path)/boat.unexpected-1.\(ending)")
    }
  }

  @Test("The error reads as a sentence, without the secrets of the URL")
  func words() throws {
    let folder = try DownloadFaultTests.Folder()
    let outcome = try download(Self.html, ["Content-Type": "text/html"], as: .image, folder)
    guard case .failure(let error)? = outcome else {
      Issue.record("it was taken")
      return
    }
    #expect(
      error.description == "expected an image, received an HTML page (text/html, 48 bytes); "
        + "it was saved as \(folder.path)/boat.unexpected.html")
  }

  @Test(
    "Media files of any kind and unknown formats are accepted",
    arguments: [
      png, Array("II*\0 tiff".utf8), [0xFF, 0x0A, 1, 2, 3], Array("<svg xmlns=\"x\"/>".utf8),
      Array("OggS\0\0".utf8), [1, 2, 3, 0, 200], Array("PK\u{3}\u{4}".utf8),
    ])
  func taken(_ body: [UInt8]) throws {
    for kind in MediaKind.allCases {
      let folder = try DownloadFaultTests.Folder()
      let outcome = try download(body, ["Content-Type": "text/html"], as: kind, folder)
      #expect(outcome.word() == "success" && folder.files == ["boat.png"])
    }
  }

  @Test("Without an expected kind, text is accepted")
  func unpromised() throws {
    for body in [Self.html, Array("{\"a\": 1}".utf8), Array("plain".utf8), Self.gzip] {
      let folder = try DownloadFaultTests.Folder()
      #expect(try download(body, as: nil, folder).word() == "success")
      #expect(folder.files == ["boat.png"] && folder.bytes("boat.png") == body)
    }
  }

  @Test("Compressed data is never saved as the file")
  func encoded() throws {
    for kind: MediaKind? in [.image, nil] {
      let folder = try DownloadFaultTests.Folder()
      let outcome = try download(Self.gzip, ["Content-Encoding": "gzip"], as: kind, folder)
      #expect(unexpected(outcome)?.content == "gzip data")
      #expect(folder.files == ["boat.unexpected.gz"])
    }
    let folder = try DownloadFaultTests.Folder()
    let strange = try download([1, 200, 3], ["Content-Encoding": "br"], as: .image, folder)
    #expect(unexpected(strange)?.content == #"data in the encoding "br""#)
  }

  @Test("A decoded download is never resumed with a range")
  func decoded() throws {
    let folder = try DownloadFaultTests.Folder()
    for body in [Self.png, [1, 200, 3]] {
      let fixture = try Fixture()
      fixture.transport.on(
        ScriptedMatch(.get, "*"),
        [
          Self.decoded(Array(body[..<2])).then(TransportError(.closed, "cut")),
          Self.decoded(body),
        ])
      let path = folder.path
      let file = try fixture.attempt { client throws(ModelError) in
        try await client.download(Self.url, as: .image, to: path)
      }?.get()
      #expect(file.flatMap { FileManager.default.contents(atPath: $0) } == Data(body))
      #expect(fixture.transport.requests.allSatisfy { $0.headers["range"] == nil })
    }
  }

  private static func decoded(_ body: [UInt8]) -> ScriptedAnswer {
    var answer = ScriptedAnswer.status(
      200, headers: ["Content-Encoding": "gzip", "ETag": "\"v1\""], body: body)
    answer.head?.isDecoded = true
    return answer
  }

  /// `gzip` of `png`.
  private static let compressedPNG: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xEB, 0x0C, 0xF0, 0x73,
    0xE7, 0xE5, 0x92, 0xE2, 0x62, 0x60, 0x60, 0xE0, 0xF5, 0xF4, 0x70, 0x09, 0x02, 0xD2,
    0xCC, 0x40, 0xCC, 0xC4, 0xC1, 0xC4, 0x80, 0x00, 0x9E, 0x2E, 0x8E, 0x21, 0x20, 0x1A,
    0x00, 0x81, 0xE2, 0x17, 0x4D, 0x2D, 0x00, 0x00, 0x00,
  ]

  @Test("Unrequested compression never leaves compressed data as an image")
  func encodedOnTheWire() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(
          headers: "Content-Type: image/png\r\nContent-Encoding: gzip\r\nETag: \"v1\"\r\n",
          body: Self.compressedPNG)
      }
    }
    let client = try ModelClient(token: "any", baseURL: URL(string: server.url("")))
    let folder = try DownloadFaultTests.Folder()
    _ = try await client.download(server.url("/boat.png"), as: .image, to: folder.path)
    #expect(folder.files == ["boat.png"] && folder.bytes("boat.png") == Self.png)
  }

  @Test("An interrupted encoded download starts again")
  func encodedAndCut() throws {
    let folder = try DownloadFaultTests.Folder()
    let headers: TransportHeaders = ["Content-Encoding": "gzip", "ETag": "\"v1\""]
    let fixture = try Fixture()
    fixture.transport.on(
      ScriptedMatch(.get, "*"),
      [
        .status(200, headers: headers, body: Array(Self.png[..<20]))
          .then(TransportError(.closed, "cut")),
        .status(200, headers: headers, body: Self.png),
      ])
    let path = folder.path
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.download(Self.url, as: .image, to: path)
    }
    #expect(outcome.word() == "success" && folder.bytes("boat.png") == Self.png)
    #expect(fixture.transport.requests.allSatisfy { $0.headers["range"] == nil })
    #expect(fixture.transport.requests.allSatisfy { $0.headers["accept-encoding"] == "identity" })
  }

  @Test("A data URI with a web page instead of an image is saved under another name too")
  func inline() throws {
    let folder = try DownloadFaultTests.Folder()
    let uri = "data:text/html,%3Chtml%3E"
    let file = try #require(unexpected(try download([], as: .image, folder, from: uri)))
    #expect(file.path == "\(folder.path)/output.unexpected.html" && file.contentType == "text/html")
    let forged = "data:text/a\nb\u{202E},%3Chtml%3E"
    let shown = try #require(unexpected(try download([], as: .image, folder, from: forged)))
    #expect(shown.description.contains(#"(text/a\nb\u{202E}, 6 bytes)"#))
  }

  @Test("Each file of an output is compared with its own key")
  func output() throws {
    let base = "https://files.runcomfy.net"
    let output = MediaOutput(
      json: [
        "images": ["\(base)/a.png", "\(base)/b.png"], "video": "\(base)/b.png",
        "files": ["\(base)/c.json"],
      ])
    #expect(output.promisedFiles.map(\.url) == output.files.map(\.absoluteString))
    #expect(output.promisedFiles.map(\.kind) == [.image, nil, nil])
    let folder = try DownloadFaultTests.Folder()
    let fixture = try Fixture()
    fixture.transport.on(ScriptedMatch(.get, "*"), [.status(200, body: Self.html).always])
    let path = folder.path
    let outcomes = try fixture.attempt { client throws(ModelError) in
      var outcomes: [DownloadOutcome] = []
      for await outcome in client.downloads(of: output, to: URL(fileURLWithPath: path)) {
        outcomes.append(outcome)
      }
      return outcomes
    }?.get()
    #expect(outcomes?.map { $0.result.word } == ["download", "success", "success"])
    #expect(folder.files == ["a.unexpected.html", "b.png", "c.json"])
  }

  @Test("A file that keeps changing on the server is an error")
  func changing() throws {
    let folder = try DownloadFaultTests.Folder()
    let fixture = try Fixture()
    let first = ScriptedAnswer.status(
      200, headers: ["ETag": "\"v1\"", "Content-Length": "90"], body: Self.png
    ).then(TransportError(.closed, "cut"))
    fixture.transport.on(
      ScriptedMatch(.get, "*"),
      [[ScriptedAnswer]](repeating: [first, .status(416)], count: 9).flatMap(\.self))
    let path = folder.path
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.download(Self.url, to: path)
    }
    guard case .failure(let error)? = outcome else {
      Issue.record("it was taken")
      return
    }
    #expect(!error.description.contains("otherFile"))
    #expect(folder.files.isEmpty)
  }
}
