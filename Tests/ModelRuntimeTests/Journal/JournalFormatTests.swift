import Foundation
import ModelCore
import ModelTransport
import Testing

@testable import ModelRuntime

/// The lines of a journal, and what they say together.
@Suite("Format of the journal") struct JournalFormatTests {
  static let intent = JournalLine(
    job: "j1", time: 1_800_000_000.125,
    event: .intent(
      JournalLine.Intent(
        key: "order \"4711\"\n", model: "acme/sketch", service: "https://model-api.runcomfy.net",
        body: "sha256:00", writer: "w1", reserved: 0.04)))

  static let lines: [JournalLine] = [
    intent,
    JournalLine(job: "j1", time: 1, event: .accepted(id: "r-1")),
    JournalLine(job: "j1", time: 2, event: .notSubmitted(reason: "refused")),
    JournalLine(job: "j1", time: 3, event: .unclear(reason: "reset")),
    JournalLine(
      job: "j1", time: 4,
      event: .ended(
        JournalLine.End(
          status: "succeeded", output: ["image": "https://a.example/1.png"], cost: 0.04,
          seconds: 12.5))),
    JournalLine(job: "j1", time: 5, event: .resolved(.adopt(id: "r-9"))),
    JournalLine(job: "j1", time: 6, event: .resolved(.abandon)),
    JournalLine(
      job: "s1", time: 7,
      event: .summary(JournalLine.Summary(model: "acme/sketch", jobs: 12, cost: 1.5))),
  ]

  @Test("Every line is read as it was written", arguments: lines)
  func roundTrip(_ line: JournalLine) {
    #expect(JournalLine(Array(line.bytes.dropLast())) == line)
    #expect(line.bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test("A line reads as documented")
  func text() {
    #expect(
      String(decoding: Self.lines[1].bytes, as: UTF8.self)
        == #"{"v":1,"event":"accepted","job":"j1","time":"1970-01-01T00:00:01.000Z","id":"r-1"}"#
        + "\n")
    #expect(ISO8601.text(1_800_000_000.125) == "2027-01-15T08:00:00.125Z")
    #expect(ISO8601.text(1_709_164_800) == "2024-02-29T00:00:00.000Z")
    #expect(
      ISO8601.date(ISO8601.text(4_102_444_799.999))?.timeIntervalSince1970 == 4_102_444_799.999)
  }

  @Test("A line cut at any byte is never taken for another one")
  func cutLines() {
    for line in Self.lines {
      for count in 0..<line.bytes.count - 1 {
        #expect(JournalLine(Array(line.bytes.prefix(count))) == nil)
      }
    }
  }

  @Test("Members of a later version are ignored")
  func laterVersion() {
    let text = #"{"v":2,"event":"accepted","job":"j1","id":"r-1","shard":[1,2],"region":{"x":1}}"#
    #expect(JournalLine(Array(text.utf8))?.event == .accepted(id: "r-1"))
    #expect(JournalLine(Array(#"{"v":2,"event":"moved","job":"j1"}"#.utf8)) == nil)
    #expect(JournalLine(Array(#"{"event":"accepted","job":"j1","id":"../x"}"#.utf8)) == nil)
  }

  @Test("The digest of a body is SHA-256, whatever the order of its keys")
  func digests() {
    func hash(_ text: String) -> String {
      var hash = SHA256()
      for byte in text.utf8 { hash.add([byte]) }
      return hash.digits()
    }
    #expect(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    func digest(_ text: String) -> String { BodyDigest.text(of: Array(text.utf8)) }
    #expect(digest(#"{"a":1,"b":{"c":[1],"d":2}}"#) == digest(#"{ "b":{"d":2,"c":[1]}, "a":1}"#))
    #expect(digest(#"{"a":["x,y"]}"#) != digest(#"{"a":["x","y"]}"#))
    #expect(digest(#"{"a":"1"}"#) != digest(#"{"a":1}"#))
  }

  @Test("Neither bytes of files nor long outputs are kept")
  func outputs() {
    let uri = "data:image/png;base64," + String(repeating: "A", count: 4_000)
    let record = JobRecord([
      "status": "succeeded", "output": ["images": [.string(uri), "https://a"]],
    ])
    let end = JournalLine.End(record, observed: 2)
    #expect(end.output == ["images": ["data:image/png;base64,… (4022 bytes)", "https://a"]])
    let long = JobRecord([
      "status": "succeeded", "output": .string(String(repeating: "x", count: 20_000)),
    ])
    #expect(JournalLine.End(long, observed: nil).output == nil)
  }

  @Test("The time that a job took is the service's own where it tells it")
  func seconds() {
    func seconds(_ created: String, _ finished: String, observed: Double?) -> Double? {
      JournalLine.End(
        JobRecord([
          "status": "succeeded", "created_at": .string(created), "finished_at": .string(finished),
        ]), observed: observed
      ).seconds
    }
    let start = "2026-11-20T10:00:00Z"
    #expect(seconds(start, "2026-11-20T10:00:12.500Z", observed: 13) == 12.5)
    #expect(seconds(start, "2026-11-20T09:00:00Z", observed: 13) == 13)
    #expect(seconds(start, "2026-11-21T09:00:00Z", observed: 13) == 13)
    #expect(seconds("soon", "later", observed: nil) == nil)
  }
}
