import Testing

@testable import ModelImport

@Suite("Reading HTML")
struct HTMLTests {
  private func text(_ html: String) -> String {
    String(decoding: HTMLReader.read(Array(html.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "Character references are decoded",
    arguments: [
      ("&quot;&#34;&#x22;&QUOT;", "\"\"\"\""), ("&times;&#215;&#xd7;", "×××"),
      ("&lt;sks&gt;", "<sks>"), ("&amp;quot;", "&quot;"), ("&le;&ge;&hellip;", "≤≥…"),
      ("&nothing; & &#; &#x; a&b", "&nothing; & &#; &#x; a&b"), ("&lcub;&colon;&rcub;", "{:}"),
      ("&#128;&#0;&#xD800;&#9999999999;", "€\u{FFFD}\u{FFFD}\u{FFFD}"), ("&amp&lt", "&<"),
      ("&#x1F600;", "😀"), ("&", "&"), ("&#38", "&"),
    ])
  func references(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test("Tags and comments inside a word are removed")
  func inline() {
    #expect(text("<span class=\"a>b\">\"ty<!-- x -->pe</span>\"<wbr>:<b> 1</b>") == "\"type\": 1")
  }

  @Test("Unescaped less-than signs are kept")
  func noTags() {
    #expect(
      text("a < b, 1<2, <token> <sks>, </nothing>, <") == "a < b, 1<2, <token> <sks>, </nothing>, <"
    )
  }

  @Test("Blocks begin lines, and whitespace is kept")
  func blocks() {
    #expect(text("<p>one</p><div>two  three<br>four</div>") == "\none\ntwo  three\nfour\n")
  }

  @Test("Scripts, styles, drawings and line numbers aren't text")
  func hidden() {
    let html = """
      <style>a{}</style><script>if (a < b) "</b>";</script><svg><title>Icon</title><path d=""/></svg>\
      <span class="line-number">1</span>{<i class="lineno"><b>2</b></i>}
      """
    #expect(text(html) == "{}")
  }

  @Test("Title, description and URL are read from the head")
  func head() {
    let html = """
      <html lang='it'><head><title> A &amp; B </title><meta content="Words." name=description>
      <link rel="canonical" href="https://example.com/a"></head><body><h1>The <b>h1</b></h1>
      """
    let page = HTMLReader.read(Array(html.utf8))
    #expect(page.title == "A & B")
    #expect(page.description == "Words.")
    #expect(page.address == "https://example.com/a")
    #expect(page.isTranslated)
    #expect(page.headings.map(\.text) == ["The h1"])
  }

  @Test("Each byte of the text maps to a position in the file")
  func places() {
    let html = "<p>a&times;<b>c</b></p>"
    let page = HTMLReader.read(Array(html.utf8))
    let offset = page.bytes.firstIndex(of: UInt8(ascii: "c")) ?? 0
    #expect(page.origins.source(of: offset) == 14)
  }

  @Test(
    "Unfinished markup ends the text",
    arguments: [
      "a<span class=\"x", "a<!-- x", "a<script>x", "a<style", "a<![CDATA[", "a</span", "a<title>x",
      "a<svg>x",
    ])
  func unfinished(html: String) {
    #expect(text(html) == "a")
  }

  @Test("The schema of a page that is rendered by scripts is read from its data")
  func scriptData() throws {
    let schema = #"{"type": "object", "properties": {"n": {"type": "integer"}}}"#
    let curl = "<pre>curl --url https://x.example/v1/models/a/b --data '{\"n\": 1}'</pre>"
    let data = #"{"props": [{"model": {"model_id": "a/b", "input_schema": \#(schema)}}]}"#
    let stream = JSONValueText.quoted("1:" + data)
    let scripts = [
      "<script type=\"application/json\">\(data)</script>",
      "<script>self.__next_f.push([1,\(stream)])</script>",
      "<script>window.page = \(data);</script>",
    ]
    for script in scripts {
      let result = Fixtures.read("<html><body>\(curl)\(script)</body></html>")
      let model = try #require(result.models.first, "\(script)")
      #expect(model.id == "a/b")
      #expect(model.input["properties"]?["n"]?["type"]?.string == "integer")
      #expect(model.example?["n"]?.text == "1")
      #expect(!result.hasErrors)
    }
  }

  @Test("A text that mentions markup isn't HTML")
  func plainText() throws {
    let schema = #"{"type": "object", "title": "<pre>&quot;</pre>"}"#
    for broken in ["", "{a}", "\nx < y and </nothing>"] {
      let text = "curl --url https://x.example/v1/models/a/b\n" + schema + broken
      #expect(Fixtures.read(text).models.first?.input["title"]?.string == "<pre>&quot;</pre>")
    }
  }

  @Test("No-break spaces that indent code are whitespace, and those in strings are kept")
  func foreignBlanks() throws {
    let html = """
      <div>curl --url https://x.example/v1/models/a/b</div>
      <div>{<br>&nbsp;&nbsp;"type":&nbsp;"object", "title": "a&nbsp;b"<br>}</div>
      """
    #expect(Fixtures.read(html).models.first?.input["title"]?.string == "a\u{A0}b")
  }
}
