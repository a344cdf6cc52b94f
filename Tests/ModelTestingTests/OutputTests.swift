import MediaProbe
import ModelCore
import ModelSchema
import Testing

@testable import ModelTesting

/// The files that jobs make.
@Suite("Output files of the mock service") struct OutputTests {
  /// The output of a finished job of a model.
  private func output(_ model: String, _ body: String) throws -> (Fixture, JSONValue) {
    let fixture = try Fixture(model: model, pace: .instant)
    let id = fixture.service
    let path = try #require(model.firstMatch(of: /"model_id": "([^"]*)"/)).1
    let accepted = try fixture.call(
      "POST", "/v1/models/" + path.replacing(" ", with: "%20"), body: body)
    let request = try #require(accepted.json["request_id"]?.string, "\(accepted.json) \(id)")
    return (fixture, try #require(try fixture.result(request).json["output"]))
  }

  private func size(_ facts: MediaFacts) -> [Int]? {
    facts.displayed.value.map { [$0.width, $0.height] }
  }

  @Test(
    "An image has the requested size, up to a limit",
    arguments: [
      (#"{"prompt": "x", "size": "640x480"}"#, [640, 480]),
      (#"{"prompt": "x", "size": "2304x1728 (4:3)"}"#, [2304, 1728]),
      (#"{"prompt": "x", "size": "16:9"}"#, [1820, 1024]),
      (#"{"prompt": "x", "width": 333, "height": 77}"#, [333, 77]),
      (#"{"prompt": "x", "resolution": "2K"}"#, [2048, 2048]),
      (#"{"prompt": "x", "image_size": "portrait_4_3"}"#, [768, 1024]),
      (#"{"prompt": "x", "width": 1, "height": 1}"#, [1, 1]),
      (#"{"prompt": "x", "width": 900000000, "height": 450000000}"#, [8192, 8192]),
      (#"{"prompt": "x", "size": "99999x50000"}"#, [8192, 4096]),
      (#"{"prompt": "x", "resolution": "9223372036854775807k"}"#, [8192, 8192]),
      (#"{"prompt": "x"}"#, [1024, 1024]),
    ])
  func sizes(_ body: String, _ expected: [Int]) throws {
    let properties =
      #"{"prompt": {"type": "string"}, "size": {"type": "string"}, "width": {"type": "integer"}, "#
      + #""height": {"type": "integer"}, "resolution": {"type": "string"}, "#
      + #""image_size": {"type": "string"}}"#
    let model = Fixture.model("acme/draw/text-to-image", properties)
    let (fixture, output) = try output(model, body)
    let file = try fixture.download(try #require(output["image"]?.string))
    let facts = MediaProbe.facts(of: file.answer.body)
    #expect(facts.format == .png && size(facts) == expected)
    #expect(file.answer["content-type"] == "image/png")
    #expect(file.answer.body.count < 300_000)
  }

  @Test("Videos and audio have the requested size and duration, up to a limit")
  func movies() throws {
    let properties =
      #"{"prompt": {"type": "string"}, "duration": {"type": "integer"}, "resolution": {"type": "string"}}"#
    let video = Fixture.model("acme/film/text-to-video", properties)
    for (seconds, expected) in [(7, 7.0), (10_000, 60)] {
      let body = #"{"prompt": "x", "resolution": "480p", "duration": \#(seconds)}"#
      let (fixture, output) = try output(video, body)
      let file = try fixture.download(try #require(output["video"]?.string)).answer
      let facts = MediaProbe.facts(of: file.body)
      #expect(file["content-type"] == "video/mp4" && facts.format.kind == .video)
      #expect(size(facts) == [852, 480] && facts.duration.value == expected)
      #expect(facts.framesPerSecond.value == 12 && file.body.count < 500_000)
    }
    let sound = Fixture.model("acme/hum/text-to-music", properties)
    for (seconds, expected) in [(7, 7.0), (10_000, 30)] {
      let (fixture, output) = try output(sound, #"{"prompt": "x", "duration": \#(seconds)}"#)
      let file = try fixture.download(try #require(output["audio"]?.string)).answer
      let facts = MediaProbe.facts(of: file.body)
      #expect(file["content-type"] == "audio/wav" && facts.duration.value == expected)
    }
  }

  @Test("Several images are an array of different files, and the cost counts them")
  func several() throws {
    let fixture = try Fixture(pace: .instant)
    let id = try fixture.job(#"{"prompt": "x", "num_images": 3}"#)
    let result = try fixture.result(id, "?include_cost=true").json
    let urls = (result["output"]?["images"]?.array ?? []).compactMap(\.string)
    #expect(urls.count == 3 && result["cost"]?.double == 0.12)
    let files = try urls.map { try fixture.download($0).answer.body }
    #expect(Set(files).count == 3)
    #expect(try fixture.download(urls[0]).answer.body == files[0])
    let beyond = urls[0].replacing("image-1", with: "image-4")
    #expect(try fixture.download(beyond).status == 404)
  }

  @Test("A typed output is filled with valid samples")
  func ownOutput() throws {
    let schema =
      #"{"type": "object", "required": ["caption"], "properties": {"#
      + #""caption": {"type": "string", "minLength": 30}, "score": {"type": "number", "minimum": 0.5, "maximum": 0.9}, "#
      + #""mask_image": {"type": "string", "format": "uri"}, "label": {"type": "string", "enum": ["cat", "dog"]}, "#
      + #""boxes": {"type": "array", "minItems": 2, "items": {"type": "integer", "minimum": 3}}}}"#
    let model = Fixture.model("acme/look", #"{"prompt": {"type": "string"}}"#, output: schema)
    let (fixture, output) = try output(model, #"{"prompt": "x"}"#)
    #expect((output["caption"]?.string?.count ?? 0) >= 30)
    #expect((0.5...0.9).contains(output["score"]?.double ?? 0))
    #expect(output["label"]?.string == "cat" && output["boxes"] == [3, 3])
    let mask = try fixture.download(try #require(output["mask_image"]?.string))
    #expect(MediaProbe.facts(of: mask.answer.body).format == .png)
    let list = Fixture.model(
      "acme/list", #"{"prompt": {"type": "string"}}"#,
      output: #"{"type": "array", "items": {"type": "string", "format": "uri"}}"#)
    let (other, urls) = try self.output(list, #"{"prompt": "x"}"#)
    #expect(try other.download(try #require(urls.array?.first?.string)).status == 200)
  }

  @Test("A download of the same file can be resumed")
  func ranges() throws {
    let fixture = try Fixture(pace: .instant)
    let url = try #require(try fixture.result(try fixture.job()).json["output"]?["image"]?.string)
    let whole = try fixture.download(url).answer
    let tag = try #require(whole["etag"])
    func part(_ range: String, _ more: String = "") throws -> RawAnswer {
      try fixture.download(url, headers: "Range: \(range)\r\n\(more)").answer
    }
    let middle = try part("bytes=10-19", "If-Range: \(tag)\r\n")
    #expect(middle.status == 206 && middle.body == Array(whole.body[10..<20]))
    #expect(middle["content-range"] == "bytes 10-19/\(whole.body.count)")
    #expect(try part("bytes=100-").body == Array(whole.body[100...]))
    #expect(try part("bytes=-5").body == whole.body.suffix(5))
    #expect(try part("bytes=10-19", "If-Range: \"other\"\r\n").status == 200)
    for odd in ["bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=-"] {
      #expect(try part(odd).body == whole.body)
    }
    let beyond = try part("bytes=9999999-")
    #expect(beyond.status == 416 && beyond["content-range"] == "bytes */\(whole.body.count)")
  }

  @Test("The checksums are correct")
  func checksums() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    var stream = ZlibWriter()
    stream.line(Array("Wikipedia".utf8))
    #expect(stream.finish().suffix(4) == [0x11, 0xE6, 0x03, 0x98])
  }
}
