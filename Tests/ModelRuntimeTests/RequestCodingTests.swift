import Foundation
import ModelRuntime
import TestSupport
import Testing

@Suite("Requests saved as JSON and restored")
struct RequestCodingTests {
  private typealias Size = SampleRequest.SizeValue

  private func random(_ random: inout SeededGenerator) -> SampleRequest {
    let texts = ["", "a \"boat\"\n", "e\u{301}", "日本", "data:,x"]
    let images: [ImageInput] = [
      "https://example.com/a.jpg", "data:image/png;base64,AQID", "boat.png",
      ImageInput(data: [1, 2, 3, 4], mediaType: "image/jpeg"),
    ]
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    var request = SampleRequest(prompt: texts.randomElement(using: &random) ?? "")
    request.images = maybe((0..<2).map { _ in images.randomElement(using: &random) ?? "" })
    request.size = maybe([Size.small, .large, "huge"].randomElement(using: &random) ?? .small)
    request.scale = maybe(Double.random(in: -1e9...1e9, using: &random))
    request.steps = maybe(Int.random(in: .min ... .max, using: &random))
    request.mask = maybe(images.randomElement(using: &random) ?? "")
    request.lora = maybe([
      .init(path: "p", weight: maybe(0.1), extraFields: ["rank": [1, nil]]),
      .init(path: "q", weight: nil),
    ])
    if let extra = maybe(1) { request.extraFields["new"] = [.number(JSONNumber(extra)), "x"] }
    if request.scale == nil, let null = maybe(JSONValue.null) {
      request.extraFields["scale"] = null
    }
    return request
  }

  @Test("A request read from its own JSON is equal to the request")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let request = random(&generator)
      let restored = try SampleRequest(json: request.json)
      #expect(restored == request)
      #expect(restored.jsonBytes == request.jsonBytes || restored.json == request.json)
    }
  }

  @Test("A request survives JSONEncoder and JSONDecoder")
  func codable() throws {
    var request = SampleRequest(prompt: "x", size: "huge", scale: 0.1, steps: 4)
    request.mask = ImageInput(data: [1, 2, 3], mediaType: "image/png")
    request.extraFields = ["new": ["deep": [1, nil, true]]]
    let data = try JSONEncoder().encode([request])
    #expect(try JSONDecoder().decode([SampleRequest].self, from: data) == [request])
  }

  @Test("A data URI is decoded as data, and a URL as text")
  func media() throws {
    let request = try SampleRequest(
      json: [
        "prompt": "x", "mask": "data:image/png;base64,AQID",
        "images": ["https://example.com/a.png"],
      ])
    #expect(request.mask?.source.data?.bytes == [1, 2, 3])
    #expect(request.images?.first?.source.text == "https://example.com/a.png")
  }

  @Test("Keys that the bindings don't declare are kept as extra fields, at their own level")
  func extraFields() throws {
    let request = try SampleRequest(
      json: ["prompt": "x", "new": 1, "lora": [["path": "p", "weight": nil, "rank": 8]]])
    #expect(request.extraFields == ["new": 1])
    #expect(request.lora?.first?.extraFields == ["rank": 8])
    #expect(request.lora?.first?.weight == nil)
  }

  @Test("Missing keys and values of the wrong kind are all reported with their paths")
  func problems() throws {
    let json: JSONValue = [
      "images": ["https://example.com/a.png", 5], "size": 3, "scale": "big", "steps": 1.5,
      "lora": [["path": "p", "weight": []], "x"],
    ]
    let error = try #require(throws: FieldDecodingError.self) { try SampleRequest(json: json) }
    #expect(
      error.description == """
        prompt: is required
        images[1]: must be a string, not a number
        size: must be a string, not a number
        scale: must be a number, not a string
        steps: must be an integer, not 1.5
        lora[0].weight: must be a number, not an array
        lora[1]: must be an object, not a string
        """)
    let data = Data(json.description.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SampleRequest.self, from: data) }
  }

  @Test("An output survives JSONEncoder and JSONDecoder")
  func outputs() throws {
    let output = MediaOutput(json: ["images": ["https://example.com/a.png"], "seed": 7])
    let data = try JSONEncoder().encode(output)
    #expect(try JSONDecoder().decode(MediaOutput.self, from: data) == output)
  }
}
