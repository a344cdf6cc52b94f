import Foundation
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Faults while a file is downloaded: whole under its name, or not there at all.
@Suite("Faults: downloads") struct DownloadFaultTests {
  static let url = "https://files.runcomfy.net/a/boat.png?sig=secret"
  static let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }

  /// A directory that goes away with the test.
  final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-\(UUID().uuidString)").path
    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var files: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
    func bytes(_ name: String) -> [UInt8]? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
    }
  }

  private func download(
    _ name: String, _ folder: Folder, _ answers: [ScriptedAnswer], from url: String = url,
    to directory: String? = nil, limits: DownloadOptions = DownloadOptions()
  ) throws -> (Result<String, ModelError>?, [TransportRequest]) {
    let fixture = try Fixture()
    fixture.transport.on(ScriptedMatch(.get, "*"), answers)
    let directory = directory ?? folder.path
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.download(url, to: directory, options: limits)
    }
    note(name, posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 0)
    for request in fixture.transport.requests {
      #expect(request.headers["authorization"] == nil)
    }
    return (outcome, fixture.transport.requests)
  }

  private static func whole(_ tag: String = "\"v1\"") -> ScriptedAnswer {
    .status(200, headers: ["ETag": tag, "Content-Length": "50000"], body: bytes)
  }

  private static func first(_ count: Int, tag: String = "\"v1\"") -> ScriptedAnswer {
    ScriptedAnswer.status(
      200, headers: ["ETag": tag, "Content-Length": "50000"], body: Array(bytes[..<count])
    ).then(TransportError(.closed, "cut"))
  }

  private static func rest(_ start: Int, _ range: String, tag: String = "\"v1\"") -> ScriptedAnswer
  {
    .status(206, headers: ["Content-Range": range, "ETag": tag], body: Array(bytes[start...]))
  }

  @Test("F44: an interrupted download resumes at any byte")
  func resumes() throws {
    for cut in [0, 1, 16_384, 25_000, 49_999] {
      let folder = try Folder()
      let rest = cut == 0 ? Self.whole() : Self.rest(cut, "bytes \(cut)-49999/50000")
      let (outcome, requests) = try download("F44 cut at \(cut)", folder, [Self.first(cut), rest])
      #expect(outcome.word() == "success")
      #expect(folder.files == ["boat.png"] && folder.bytes("boat.png") == Self.bytes)
      #expect(requests.last?.headers["range"] == (cut == 0 ? nil : "bytes=\(cut)-"))
      #expect(requests.last?.headers["if-range"] == (cut == 0 ? nil : "\"v1\""))
    }
  }

  @Test("F44: a download that can't be resumed starts again")
  func restarts() throws {
    let others: [(String, [ScriptedAnswer])] = [
      ("200 instead of 206", [Self.first(9_000), Self.whole()]),
      ("another range", [Self.first(9_000), Self.rest(0, "bytes 0-49999/50000"), Self.whole()]),
      ("a range without sense", [Self.first(9_000), Self.rest(9_000, "pages 2"), Self.whole()]),
      (
        "another length",
        [Self.first(9_000), Self.rest(9_000, "bytes 9000-49999/7"), Self.whole()]
      ),
      (
        "another version",
        [
          Self.first(9_000), Self.rest(9_000, "bytes 9000-49999/50000", tag: "\"v2\""),
          Self.whole(),
        ]
      ),
      ("416", [Self.first(9_000), .status(416), Self.whole()]),
      ("a weak tag", [Self.first(9_000, tag: "W/\"v1\""), Self.whole()]),
      ("503 first", [.status(503), .status(429), Self.whole()]),
    ]
    for (name, answers) in others {
      let folder = try Folder()
      let (outcome, _) = try download("F44 \(name)", folder, answers)
      #expect(outcome.word() == "success", "\(name)")
      #expect(folder.files == ["boat.png"] && folder.bytes("boat.png") == Self.bytes, "\(name)")
    }
  }

  @Test("F44: a failed download leaves no file and has a reason")
  func failures() throws {
    let small = DownloadOptions(maxBytes: 20_000)
    let any = DownloadOptions()
    typealias Case = (String, [ScriptedAnswer], DownloadOptions, DownloadError?)
    let short = ScriptedAnswer.status(200, headers: ["Content-Length": "9"], body: [1]).always
    let away = ScriptedAnswer.status(302, headers: ["Location": "/x"])
    let cases: [Case] = [
      ("403", [.status(403)], any, .expired(status: 403)),
      ("404", [.status(404)], any, .expired(status: 404)),
      ("302", [away], any, .refused(status: 302)),
      ("zero bytes", [.status(200)], any, .empty),
      ("over the cap", [Self.whole()], small, .tooLarge(maxBytes: 20_000)),
      (
        "over the cap in two pieces",
        [Self.first(18_000), Self.rest(18_000, "bytes 18000-49999/50000")], small,
        .tooLarge(maxBytes: 20_000)
      ),
      ("cut for ever", [Self.first(5_000).always], any, nil),
      ("shorter than announced", [short], any, nil),
    ]
    for (name, answers, limits, expected) in cases {
      let folder = try Folder()
      let (outcome, requests) = try download("F44 \(name)", folder, answers, limits: limits)
      guard case .failure(let error)? = outcome, case .download(let problem) = error.reason else {
        Issue.record("\(name): \(outcome.word())")
        continue
      }
      #expect(expected == nil || problem == expected, "\(name): \(problem)")
      #expect(folder.files.isEmpty, "\(name): \(folder.files)")
      #expect(requests.count < 20)
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test("F44: an existing file or link isn't overwritten")
  func targets() throws {
    let folder = try Folder()
    try Data([7]).write(to: URL(fileURLWithPath: "\(folder.path)/boat.png"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/boat-1.png", withDestinationPath: "/nonexistent/elsewhere")
    let (outcome, _) = try download("F44 target exists, then a link", folder, [Self.whole()])
    #expect(try outcome?.get() == "\(folder.path)/boat-2.png")
    #expect(folder.bytes("boat.png") == [7])
    #expect(folder.files == ["boat-1.png", "boat-2.png", "boat.png"])
  }

  @Test("F44: a missing directory is created, and one that can't be written is an error")
  func places() throws {
    let folder = try Folder()
    try Data().write(to: URL(fileURLWithPath: "\(folder.path)/file"))
    for place in ["\(folder.path)/file", "\(folder.path)/file/below", "/proc/nowhere/at/all"] {
      let (outcome, _) = try download("F44 can't write", folder, [Self.whole()], to: place)
      guard case .failure(let error)? = outcome, case .download(.cannotWrite) = error.reason else {
        Issue.record("\(place): \(outcome.word())")
        continue
      }
    }
    let (outcome, _) = try download(
      "F44 missing directory", folder, [Self.whole()], to: "\(folder.path)/x/y/z")
    #expect(try outcome?.get() == "\(folder.path)/x/y/z/boat.png")
    #if os(Linux)
      let (full, _) = try download("F44 disk full", folder, [Self.whole()], to: "/dev/full")
      #expect(full.word().hasPrefix("download"))
    #endif
  }

  @Test(
    "F44: file names are valid on every system",
    arguments: [
      ("https://h/a/boat.png?x#y", "boat.png"),
      ("https://h/..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
      ("https://h/a/..", "output"), ("https://h/", "output"), ("https://h", "output"),
      ("https://h/.hidden", "hidden"), ("https://h/con.png", "output-con.png"),
      ("https://h/COM1", "output-COM1"), ("https://h/a%00b%0A.png", "a_b_.png"),
      ("https://h/a%5Cb:c*.png", "a_b_c_.png"), ("https://h/x.png.%20.", "x.png"),
      ("https://h/-rf", "rf"), ("https://h/%FF%FE.png", "__.png"),
      ("https://h/%E2%80%AEgnp.x", "_gnp.x"),
    ])
  func names(_ url: String, _ expected: String) {
    #expect(FileName.safe(from: url) == expected)
    let long = FileName.safe(from: "https://h/\(String(repeating: "ä", count: 500)).png")
    #expect(long.utf8.count <= 120 && long.hasSuffix(".png"))
  }

  @Test(
    "F45: files come from the service's hosts only, unless others are allowed",
    arguments: [
      "https://evil.example/boat.png", "https://runcomfy.net.evil.example/boat.png",
      "https://evilruncomfy.net/boat.png", "https://93.184.216.34/boat.png",
      "http://files.runcomfy.net/boat.png", "http://127.0.0.1/boat.png", "https://[::1]/boat.png",
      "https://files.runcomfy.net@evil.example/boat.png", "https://evil.example\\@x.runcomfy.net/",
      "file:///etc/passwd", "//files.runcomfy.net/boat.png", "",
      "https://files.runcomfy.net./boat.png",
    ])
  func hosts(_ url: String) throws {
    let folder = try Folder()
    let (outcome, requests) = try download("F45 \(url)", folder, [Self.whole()], from: url)
    #expect(outcome.word() == "download")
    #expect(requests.isEmpty && folder.files.isEmpty)
  }

  @Test("F45: files come from the service's hosts, the base URL's host and allowed hosts")
  func allowedHosts() throws {
    let limits = DownloadOptions(allowedHosts: ["cdn.example.com", "*.example.org"])
    for url in [
      "https://files.runcomfy.net/boat.png", "https://A.B.RunComfy.com/boat.png",
      "https://cdn.example.com:8443/boat.png", "https://x.example.org/boat.png",
      "https://model-api.runcomfy.net/boat.png",
    ] {
      let folder = try Folder()
      let (outcome, _) = try download(
        "F45 \(url)", folder, [Self.whole()], from: url, limits: limits)
      #expect(outcome.word() == "success")
    }
  }
}
