import ModelTransport
import Testing

/// A request that could leak or be misread is refused before anything is tried.
@Suite("Validating HTTP requests") struct RequestCheckTests {
  private func refusal(_ request: TransportRequest) -> TransportError? {
    do throws(TransportError) { try request.check() } catch { return error }
    return nil
  }

  @Test(
    "Unusual URLs are rejected",
    arguments: [
      "", "/v1/models", "example.com", "ftp://example.com/", "file:///etc/passwd", "https://",
      "https:///x", "https://user@example.com/", "https://user:word@example.com/",
      "https://example.com\\@evil.example/", "https://example.com:0/", "https://example.com:99999/",
      "https://example.com:8o/", "https://exa mple.com/", "https://example.com/a b",
      "https://example.com/\r\nHost: evil", "https://example.com/\u{0}", "https://exämple.com/",
      "https://%65xample.com/", "https://[::1/", "https://[::g]/", "https://::1/",
      "https://example.com:+80/", "javascript://x", "https://[]/", "https://a]b/",
    ])
  func oddURLs(_ url: String) {
    let error = refusal(TransportRequest(.get, url))
    #expect(error?.kind == .invalidRequest)
    #expect(error?.nothingSent == true)
  }

  @Test(
    "Ordinary URLs are accepted",
    arguments: [
      "https://example.com", "https://example.com?x=1", "HTTPS://EXAMPLE.com:8443/a/b?c=d&e=%20#f",
      "https://[::1]:8443/", "https://127.1/", "https://a_b.example.com/@x:y", "https://a./",
      "http://localhost:8080/", "http://127.0.0.1/", "http://127.255.0.3:1/x", "http://[::1]/",
    ])
  func ordinaryURLs(_ url: String) { #expect(refusal(TransportRequest(.get, url)) == nil) }

  @Test(
    "Plain http to other machines must be allowed",
    arguments: [
      "http://example.com/", "http://128.0.0.1/", "http://127.0.0.1.example.com/",
      "http://localhost.example.com/", "http://127.1/", "http://127.0.0.01/", "http://0x7f.0.0.1/",
      "http://[::2]/", "http://0.0.0.0/", "http://127.0.0.256/", "http://127.0.0.1./",
    ])
  func plainHTTP(_ url: String) {
    #expect(refusal(TransportRequest(.get, url))?.kind == .invalidRequest)
    #expect(refusal(TransportRequest(.get, url, plainHTTP: .anyHost)) == nil)
  }

  @Test("Plain http to loopback can be refused")
  func plainHTTPRefused() {
    #expect(refusal(TransportRequest(.get, "http://127.0.0.1/", plainHTTP: .refused)) != nil)
  }

  @Test(
    "Headers with line breaks, and those of the transport, are rejected",
    arguments: [
      TransportHeader("X-A", "1\r\nX-B: 2"), TransportHeader("X-A", "1\n"),
      TransportHeader("X-A", "1\u{0}"),
      TransportHeader("X-A", "\u{1B}[0m"), TransportHeader("X A", "1"), TransportHeader("", "1"),
      TransportHeader("X-A:", "1"), TransportHeader("X-Ä", "1"), TransportHeader("X-A\r\n", "1"),
      TransportHeader("Host", "evil"), TransportHeader("content-length", "0"),
      TransportHeader("Expect", "x"),
      TransportHeader("Transfer-Encoding", "chunked"), TransportHeader("Connection", "keep-alive"),
    ])
  func headers(_ field: TransportHeader) {
    var fields = TransportHeaders()
    fields.append(field)
    let error = refusal(TransportRequest(.get, "https://example.com/", headers: fields))
    #expect(error?.kind == .invalidRequest)
    #expect(error?.message.contains("evil") == false)
  }

  @Test("An invalid method is rejected", arguments: ["", "GET /x HTTP/1.1\r\n", "G T", "GÉT"])
  func methods(_ method: String) {
    #expect(refusal(TransportRequest(TransportMethod(method), "https://example.com/")) != nil)
  }

  @Test("No printed form shows a secret")
  func redaction() {
    var request = TransportRequest(
      .post, "https://example.com/a?signature=s3cret",
      headers: [
        "Authorization": "Bearer s3cret", "Cookie": "s3cret", "x-api-KEY": "s3cret",
        "X-Auth-Token": "s3cret", "Accept": "shown",
      ], body: Array("s3cret".utf8))
    request.headers.append(TransportHeader("authorization", "s3cret"))
    var dumped = ""
    dump(request, to: &dumped)
    dump(request.headers[0], to: &dumped)
    let printed = [
      "\(request)", String(reflecting: request), "\(request.headers)", dumped, "\([request])",
      "\(Optional(request) as Any)", String(reflecting: request.headers[0]),
    ]
    for text in printed { #expect(!text.contains("s3cret"), "\(text)") }
    #expect(printed[0].contains("Accept: shown"))
    let error = refusal(
      TransportRequest(.get, "https://s3cret@example.com/", headers: request.headers))
    #expect(error != nil && !"\(String(describing: error))".contains("s3cret"))
  }

  @Test("Header names are found whatever their case")
  func fields() {
    var fields: TransportHeaders = ["Via": "a", "VIA": "b", "X": "c"]
    #expect(fields["via"] == "a")
    #expect(fields.values(of: "vIa") == ["a", "b"])
    fields["via"] = "d"
    #expect(fields.values(of: "Via") == ["d"] && fields.count == 2)
    fields["x"] = nil
    #expect(fields["X"] == nil && fields.count == 1)
  }

  @Test("Unusual timeouts are clamped")
  func durations() {
    #expect(Duration.milliseconds(1_500).wholeMilliseconds == 1_500)
    #expect(Duration.nanoseconds(1).wholeMilliseconds == 1)
    #expect(Duration.zero.wholeMilliseconds == 1)
    #expect(Duration.seconds(-5).wholeMilliseconds == 1)
    #expect(Duration.seconds(Int64.max).wholeMilliseconds == 2_000_000_000)
  }
}
