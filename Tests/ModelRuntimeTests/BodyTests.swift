import Foundation
import ModelRuntime
import Testing

@Suite("Encoding request bodies")
struct BodyTests {
  @Test("Fields are in the order of the schema, and nil isn't sent")
  func order() {
    let request = SampleRequest(
      prompt: "a \"boat\"\n", images: ["https://example.com/a.jpg"], size: .large, scale: 0.7)
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"prompt":"a \"boat\"\n","images":["https://example.com/a.jpg"],"size":"large","scale":0.7}"#
    )
  }

  @Test("An extra field replaces the property of its key")
  func extraFields() {
    let request = SampleRequest(
      prompt: "x", scale: 0.5, extraFields: ["scale": nil, "new_field": [1, true]])
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"prompt":"x","scale":null,"new_field":[1,true]}"#)
  }

  @Test("Extra fields of a nested object stay in it")
  func nestedExtraFields() {
    let lora = SampleRequest.LoraItem(path: "p", weight: nil, extraFields: ["path2": "q"])
    let request = SampleRequest(prompt: "x", lora: [lora], extraFields: ["path": "outer"])
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"prompt":"x","lora":[{"path":"p","weight":null,"path2":"q"}],"path":"outer"}"#)
  }

  @Test("An extra field replaces a field that is encoded as null")
  func nullable() {
    func text(_ weight: Double?, _ extraFields: JSONObject = [:]) -> String {
      SampleRequest.LoraItem(path: "p", weight: weight, extraFields: extraFields).description
    }
    #expect(text(nil) == #"{"path":"p","weight":null}"#)
    #expect(text(0.5) == #"{"path":"p","weight":0.5}"#)
    #expect(text(nil, ["weight": 2]) == #"{"path":"p","weight":2}"#)
  }

  @Test("Requests are equal if their JSON is equal")
  func deepEquality() {
    func request(_ fields: JSONObject) -> SampleRequest {
      SampleRequest(prompt: "x", extraFields: fields)
    }
    func deep(_ word: String) -> JSONObject {
      var value = JSONValue.string(word)
      for _ in 0..<300 { value = .array([value]) }
      return ["deep": value]
    }
    #expect(request(["a": 1, "b": 2]) == request(["b": 2, "a": 1]))
    #expect(request(["a": 1]) != request(["a": 2]))
    #expect(request(deep("one")) == request(deep("one")))
    #expect(request(deep("one")) != request(deep("other")))
  }

  @Test("Generic code can compare, hash, encode, print and extend requests")
  func anyRequest() throws {
    func tell<Request: ModelRequest>(_ requests: [Request]) throws -> [String] {
      let data = try JSONEncoder().encode(requests.first)
      return [
        "\(Set(requests).count)", "\(requests[0] == requests[1])",
        requests[0].name, String(decoding: data, as: UTF8.self), "\(requests[1])",
      ]
    }
    let sample = SampleRequest(prompt: "x")
    #expect(
      try tell([sample, sample]) == [
        "1", "true", "vendor/model", #"{"prompt":"x"}"#, #"{"prompt":"x"}"#,
      ])
    let anyone: any ModelRequest = sample
    #expect(anyone.validationIssues().isEmpty)
    #expect("\(anyone)" == #"{"prompt":"x"}"#)
  }

  @Test("Generic code can compare, hash, print and extend open enums")
  func anyValue() {
    func tell<Value: OpenEnum & ExpressibleByStringLiteral>(_ value: Value) -> [String] {
      let other: Value = "other"
      return ["\(Set([value, other, value]).count)", "\(value)", value.label, other.label]
    }
    let size = SampleRequest.SizeValue.small
    #expect(tell(size) == ["2", "small", "known", "new"])
    let anyone: any OpenEnum = size
    #expect(anyone.isKnown)
    #expect(size.hashValue == SampleRequest.SizeValue(rawValue: "small").hashValue)
  }

  @Test("Requests with equal JSON are equal, however they were created")
  func equality() {
    let one = SampleRequest(prompt: "x", size: .small)
    let other = SampleRequest(prompt: "x", size: SampleRequest.SizeValue(rawValue: "small"))
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    #expect(one != SampleRequest(prompt: "y", size: .small))
  }

  @Test("Bytes are sent as a data URI, and never printed")
  func data() {
    let image = ImageInput(data: pngHeader(width: 2, height: 2))
    let request = SampleRequest(prompt: "x", mask: image)
    let text = String(decoding: request.jsonBytes, as: UTF8.self)
    #expect(text.hasPrefix(#"{"prompt":"x","mask":"data:image/png;base64,iVBORw0KGgo"#))
    #expect(request.description == #"{"prompt":"x","mask":"image/png, 45 bytes"}"#)
  }

  @Test("A media type can't break out of the data URI")
  func mediaType() {
    let image = ImageInput(data: [1], mediaType: "image/p\"ng\n")
    #expect(image.source.data?.mediaType == "image/png")
  }
}

extension OpenEnum {
  fileprivate var label: String { isKnown ? "known" : "new" }
}

extension ModelRequest {
  fileprivate var name: String { "\(Self.modelID)" }
}
