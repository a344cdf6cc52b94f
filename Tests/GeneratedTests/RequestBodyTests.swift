import BytedanceModels
import ModelRuntime
import Testing

@Suite("Encoding requests")
struct RequestBodyTests {
  static let smallest = Kinds.Everything(
    text: "abc", levels: [0.5, 1], subject: .init(name: "boat", extraFields: ["id": 7]),
    extraFields: ["promised": true])

  @Test("A nil field isn't sent, and a required nullable one is sent as null")
  func smallest() {
    #expect(
      String(decoding: Self.smallest.jsonBytes, as: UTF8.self)
        == #"{"text":"abc","nothing_or_text":null,"levels":[0.5,1.0],"#
        + #""subject":{"name":"boat","id":7},"promised":true}"#)
  }

  @Test("All kinds of fields are encoded in the schema's order")
  func everything() {
    var request = Self.smallest
    request.code = "abc"
    request.nothingOrText = "\"quoted\" \u{2028}\n"
    request.maybe = 0
    request.flag = false
    request.count = 10
    request.ratio = 0.1
    request.images = 3
    request.fps = .fps60
    request.scale = .scale0p5
    request.style = .ratio16x9
    request.mood = "odd"
    request.tags = []
    request.styles = [.auto, .stylesNone, "new"]
    request.grid = [[1, 2], []]
    request.gaps = [1, nil, 3]
    request.picture = "https://example.com/a.png"
    request.clips = [VideoInput(data: [1, 2, 3], mediaType: "video/mp4")]
    request.subject.kind = .thing
    request.subject.place = .init(x: -1.5)
    request.parts = [.init(path: "https://example.com/b.png", weight: 1)]
    request.options = ["a": [1, nil]]
    request.anything = [true, "x"]
    request.extraFields = [:]
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"text":"abc","code":"abc","nothing_or_text":"\"quoted\" "# + "\u{2028}"
        + #"\n","maybe":0,"flag":false,"count":10,"ratio":0.1,"images":3,"fps":60,"scale":0.5,"#
        + #""style":"16:9","mood":"odd","tags":[],"styles":["auto","none","new"],"#
        + #""grid":[[1,2],[]],"gaps":[1,null,3],"levels":[0.5,1.0],"#
        + #""picture":"https://example.com/a.png","clips":["data:video/mp4;base64,AQID"],"#
        + #""subject":{"name":"boat","kind":"thing","place":{"x":-1.5},"id":7},"#
        + #""parts":[{"path":"https://example.com/b.png","weight":1.0}],"#
        + #""options":{"a":[1,null]},"anything":[true,"x"]}"#)
  }

  @Test("An extra field replaces its property")
  func overriding() {
    var request = Self.smallest
    request.flag = true
    request.extraFields = ["flag": nil, "text": 5, "promised": true]
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"nothing_or_text":null,"levels":[0.5,1.0],"subject":{"name":"boat","id":7},"#
        + #""flag":null,"text":5,"promised":true}"#)
  }

  @Test("The README's request has the documented bytes")
  func seedModel() throws {
    let request = Bytedance.Dreamina4_0.Edit(
      imageURLs: ["https://example.com/boat.jpg"], prompt: "Sunset over the lake",
      widthByHeight: .size2304x1728, scale: 0.7)
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"image_urls":["https://example.com/boat.jpg"],"prompt":"Sunset over the lake","#
        + #""width×height":"2304x1728(4:3)","scale":0.7}"#)
    try request.validate()
    #expect(Bytedance.Dreamina4_0.Edit.modelID == "bytedance/dreamina-4-0/edit")
  }

  @Test("Defaults are available as constants")
  func defaults() {
    typealias Defaults = Kinds.Everything.Defaults
    #expect(Defaults.flag && Defaults.count == 4 && Defaults.ratio == 0.25)
    #expect(Defaults.images == 2 && Defaults.scale == .scale2 && Defaults.style == .auto)
    #expect(Defaults.fps.rawValue == 30 && !Defaults.fps.isKnown)
    #expect(Defaults.mood == "wild" && !Defaults.mood.isKnown)
    #expect(Defaults.styles.map(\.rawValue) == ["auto", "loud"])
    #expect(Defaults.grid == [[1, 2], [3]] && Defaults.levels == [0.5, 1])
    #expect(Kinds.Everything.SubjectValue.Defaults.kind == .person)
    #expect(Bytedance.Dreamina4_0.Edit.Defaults.widthByHeight == .size2048x2048)
  }

  @Test("Requests with equal bodies are equal")
  func equality() {
    var other = Self.smallest
    #expect(other == Self.smallest && other.hashValue == Self.smallest.hashValue)
    other.gaps = []
    #expect(other != Self.smallest)
  }
}
