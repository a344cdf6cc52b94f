import ModelRuntime
import Testing

@Suite("MediaOutput")
struct MediaOutputTests {
  @Test("Files are found once and in order")
  func both() {
    let output = MediaOutput(
      json: ["image": "https://a/1.png", "images": ["https://a/1.png", "https://a/2.png"]])
    #expect(output.images.map(\.absoluteString) == ["https://a/1.png", "https://a/2.png"])
    #expect(output.image?.absoluteString == "https://a/1.png")
    #expect(output.files == output.images)
  }

  @Test("Audio and video are found")
  func kinds() {
    let output = MediaOutput(json: ["video": "v", "videos": nil, "audios": ["a", "b"]])
    #expect(output.videos.map(\.absoluteString) == ["v"])
    #expect(output.audios.map(\.absoluteString) == ["a", "b"])
  }

  @Test("A string or array is read as files")
  func bare() {
    #expect(MediaOutput(json: "https://a/1.png").files.map(\.absoluteString) == ["https://a/1.png"])
    #expect(
      MediaOutput(json: ["https://a/1", "https://a/2"]).others.map(\.absoluteString) == [
        "https://a/1", "https://a/2",
      ])
  }

  @Test("Unknown keys stay readable")
  func unknown() {
    let output = MediaOutput(json: ["seed": 7, "thumbnail": "https://a/t.png"])
    #expect(output.json["seed"]?.int == 7)
    #expect(output.others.map(\.absoluteString) == ["https://a/t.png"])
  }

  @Test("An empty output has no files", arguments: [JSONValue.null, 3, "", [], [:]])
  func nothing(json: JSONValue) {
    #expect(MediaOutput(json: json).files.isEmpty)
  }

  @Test("A file deep in the JSON of a model without bindings isn't left behind")
  func nested() {
    let output = MediaOutput(
      json: [
        "image": ["url": "https://a/1.png", "preview": "https://a/2.png"],
        "result": ["layers": [["href": "https://a/3.png"]], "copy": "https://a/1.png"],
      ])
    #expect(output.images.map(\.lastPathComponent) == ["1.png"])
    #expect(output.others.map(\.lastPathComponent) == ["2.png", "3.png"])
    #expect(output.files.map(\.lastPathComponent) == ["1.png", "2.png", "3.png"])
  }

  @Test("The files of a typed output are found anywhere in its JSON")
  func anyOutput() {
    let json: JSONValue = [
      "result": ["layers": [["href": "https://a/2.png"], ["href": "https://a/2.png"]]],
      "image": "https://a/1.png", "note": "see https://a/3.png",
    ]
    #expect(json.files.map(\.absoluteString) == ["https://a/1.png", "https://a/2.png"])
  }
}
