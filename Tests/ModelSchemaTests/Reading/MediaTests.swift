import ModelSchema
import Testing
@_spi(Generated) import ModelCore

@Suite("Media properties")
struct MediaTests {
  @Test(
    "All three forms of media arrays are recognized",
    arguments: [
      #""format": "image_uris", "items": {"type": "string", "format": "image_uri"}"#,
      #""format": "image_uris""#, #""format": "image_uris", "items": {"type": "string"}"#,
      #""items": {"type": "string", "format": "image_uri"}"#, #""items": {"format": "image_uri"}"#,
    ])
  func arrays(keywords: String) {
    let schema = "{\"type\": \"array\", \"maxItems\": 9, \(keywords)}"
    let file = ModelFile(
      path: "m.json", relativePath: nil,
      bytes: Array(
        "{\"model_id\": \"a/b\", \"input\": {\"type\": \"object\", \"properties\": {\"x\": \(schema)}}}"
          .utf8))
    let reading = ModelReader.read(file)
    #expect(reading.model?.input.line == "{x: [image] ≤9}")
    #expect(!reading.diagnostics.contains { $0.severity > .note })
  }

  @Test(
    "A single file is recognized with its kind",
    arguments: [("image_uri", "image"), ("video_uri", "video"), ("audio_uri", "audio")])
  func single(format: String, line: String) {
    let property = expectFindings(inProperty: #"{"type": "string", "format": "\#(format)"}"#)
    #expect(property?.line == line)
  }

  @Test(
    "All published forms of media rules are read",
    arguments: [
      ("file_size_mb<=", "15", "15"), ("file_size_mb<", "30", "30"),
      ("width_pixels>", "14", "14"), ("height_pixels>=", "14", "14"),
      ("width/height≥", #""0.33""#, "0.33"), ("width/height≤", #"" 3 ""#, "3"),
      ("width/height>", "0.0625", "0.0625"), ("width/height =", "1", "1"),
      ("duration_seconds==", "5", "5"), ("fps<=", "60", "60"),
    ])
  func rules(rule: String, value: String, bound: String) {
    let property = expectFindings(
      inProperty: #"""
        {"type": "string", "format": "video_uri", "validations": [{
          "validation_error": "No.", "validation_rule": "\#(rule)", "validation_value": \#(value)
        }]}
        """#)
    #expect(property?.line == "video \(rule)\(bound)")
    guard case .media(let media)? = property?.shape else {
      Issue.record("the property isn't media")
      return
    }
    #expect(media.rules.first?.message == "No.")
    #expect(media.rules.first?.quantity != nil)
    #expect(media.rules.first?.comparison != nil)
  }

  @Test("Rules of an array and of its items apply to each item")
  func arrayRules() {
    let property = expectFindings(
      inProperty: #"""
        {"type": "array", "items": {"type": "string", "format": "image_uri",
          "validations": [{"validation_rule": "width_pixels>", "validation_value": 9}]},
         "validations": [{"validation_rule": "file_size_mb<", "validation_value": 5}]}
        """#)
    #expect(property?.line == "[image width_pixels>9 file_size_mb<5]")
  }

  @Test("An unknown rule is kept and reported")
  func unknownRules() {
    let property = expectFindings(
      inProperty: #"""
        {"type": "string", "format": "image_uri", "validations": [
          {"validation_rule": 1️⃣"file_sise_mb<=", "validation_value": 1, "validation_error": ""},
          {"validation_rule": 2️⃣"bits_per_pixel<", "validation_value": 1, "validation_error": ""},
          {"validation_rule": 3️⃣"width_pixels!", "validation_value": 1, "validation_error": ""}
        ]}
        """#,
      .warning(
        #""file_sise_mb<=" measures something unknown; it is not checked"#,
        fix: #"did you mean "file_size_mb"?"#),
      .warning(#""bits_per_pixel<" measures something unknown; it is not checked"#),
      .warning(
        #""width_pixels!" ends in no known operator; it is not checked"#,
        fix: "the operators are < <= ≤ > >= ≥ = =="))
    #expect(property?.line == "image file_sise_mb<=1 bits_per_pixel<1 width_pixels!1")
    #expect(
      property?.facts == [
        "Not validated locally: `file_sise_mb<=` 1", "Not validated locally: `bits_per_pixel<` 1",
        "Not validated locally: `width_pixels!` 1",
      ])
  }

  @Test("An invalid rule is reported and listed as unchecked")
  func brokenRules() {
    let property = expectFindings(
      inProperty: #"""
        {"type": "string", "format": "image_uri", "validations": [
          1️⃣{"validation_value": 1}, 2️⃣"fps<5",
          3️⃣{"validation_rule": "fps<"},
          {"validation_rule": "fps>", "validation_value": 4️⃣"1 0"},
          {"validation_rule": "fps=", "validation_value": 1, 5️⃣"validation_eror": ""}
        ]}
        """#,
      .warning(
        #"a rule on media needs a "validation_rule"; this one is not checked"#,
        fix: #"write {"validation_rule": "file_size_mb<=", "validation_value": 10}"#),
      .warning(
        #"a rule on media needs a "validation_rule"; this one is not checked"#,
        fix: #"write {"validation_rule": "file_size_mb<=", "validation_value": 10}"#),
      .warning(
        #""fps<" has no "validation_value"; it is not checked"#, fix: "give a number"),
      .warning(
        #""fps>" has a value that isn't a number; it is not checked"#, fix: "give a number"),
      .warning(
        #""validation_eror" means nothing in a rule; it is ignored"#,
        fix: #"did you mean "validation_error"?"#))
    #expect(
      property?.line == #"image fps=1 unchecked {"validation_value": 1} "fps<5" fps< fps>"#)
    let noList = expectFindings(
      inProperty: #"{"type": "string", "format": "image_uri", "validations": 1️⃣{}}"#,
      .warning(#""validations" must be an array, not an object; it is ignored"#))
    #expect(noList?.line == "image")
  }

  @Test(
    "Media rules of other properties are reported and listed as unchecked",
    arguments: [
      (#""type": "string""#, "string"), (#""enum": ["a", "b"]"#, "strings a|b"),
      (#""type": "array", "items": {"type": "integer"}"#, "[integer]"),
    ])
  func misplaced(keywords: String, line: String) {
    let property = expectFindings(
      inProperty: #"""
        {\#(keywords), "validations": 1️⃣[
          {"validation_rule": "fps<", "validation_value": 5}]}
        """#,
      .warning(
        #""validations" are rules on media files, and this isn't media; they are not checked"#,
        fix: #"set the format, such as "image_uri""#))
    #expect(property?.line == "\(line) unchecked fps<")
  }

  @Test("A rule on the text of a media URL is listed as unchecked")
  func textRules() {
    let property = expectFindings(
      inProperty: #"{"type": "string", "format": "image_uri", "maxLength": 9, "pattern": "^h"}"#)
    #expect(property?.line == "image unchecked maxLength pattern")
  }

  @Test("A media property without a format is reported")
  func missingFormat() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "properties": {
          "video_url": 1️⃣{"type": "string"},
          "first_frame_image_url": 2️⃣{"type": "string"},
          "image_urls": 3️⃣{"type": "array", "items": {"type": "string"}},
          "image_url_format": {"type": "boolean"},
          "url": {"type": "string"},
          "audio_url": {"type": "string", "format": "uri"}}}
        """#,
      .note(
        #""video_url" looks like media but has no format; it is a plain string"#,
        fix: #""format": "video_uri" would make it media"#),
      .note(
        #""first_frame_image_url" looks like media but has no format; it is a plain string"#,
        fix: #""format": "image_uri" would make it media"#),
      .note(
        #""image_urls" looks like media but has no format; it is an array of plain strings"#,
        fix: #""format": "image_uris" would make it media"#))
    #expect(model?.input.properties.first?.line == "string")
  }

  @Test("A misspelled media format is reported")
  func misspelledFormat() {
    let property = expectFindings(
      inProperty: #"{"type": "string", "format": 1️⃣"image-uri"}"#,
      .warning(
        #""image-uri" isn't a media format; the value is a plain string"#,
        fix: #"did you mean "image_uri"?"#))
    #expect(property?.line == "string")
    #expect(
      expectFindings(inProperty: #"{"type": "string", "format": "date-time"}"#)?.line == "string")
  }
}
