#if os(Linux)
  import CLibcurl
  import Testing

  @testable import ModelTransport

  /// The library that is loaded is the one the numbers were written for.
  @Suite("Loading libcurl") struct CurlLibraryTests {
    @Test(
      "Every option has the number that the loaded library gives it",
      arguments: [
        "WRITEDATA": CLC_OPT_WRITEDATA, "URL": CLC_OPT_URL, "PROXY": CLC_OPT_PROXY,
        "ERRORBUFFER": CLC_OPT_ERRORBUFFER, "WRITEFUNCTION": CLC_OPT_WRITEFUNCTION,
        "HTTPHEADER": CLC_OPT_HTTPHEADER, "HEADERDATA": CLC_OPT_HEADERDATA,
        "SSLVERSION": CLC_OPT_SSLVERSION, "CUSTOMREQUEST": CLC_OPT_CUSTOMREQUEST,
        "NOBODY": CLC_OPT_NOBODY, "POST": CLC_OPT_POST, "NETRC": CLC_OPT_NETRC,
        "FOLLOWLOCATION": CLC_OPT_FOLLOWLOCATION, "SSL_VERIFYPEER": CLC_OPT_SSL_VERIFYPEER,
        "CAINFO": CLC_OPT_CAINFO, "ACCEPT_ENCODING": CLC_OPT_ACCEPT_ENCODING,
        "FRESH_CONNECT": CLC_OPT_FRESH_CONNECT,
        "FORBID_REUSE": CLC_OPT_FORBID_REUSE, "HEADERFUNCTION": CLC_OPT_HEADERFUNCTION,
        "HTTPGET": CLC_OPT_HTTPGET, "SSL_VERIFYHOST": CLC_OPT_SSL_VERIFYHOST,
        "HTTP_VERSION": CLC_OPT_HTTP_VERSION, "BUFFERSIZE": CLC_OPT_BUFFERSIZE,
        "NOSIGNAL": CLC_OPT_NOSIGNAL, "POSTFIELDSIZE_LARGE": CLC_OPT_POSTFIELDSIZE_LARGE,
        "TIMEOUT_MS": CLC_OPT_TIMEOUT_MS, "CONNECTTIMEOUT_MS": CLC_OPT_CONNECTTIMEOUT_MS,
        "HTTP_CONTENT_DECODING": CLC_OPT_HTTP_CONTENT_DECODING,
        "OPENSOCKETFUNCTION": CLC_OPT_OPENSOCKETFUNCTION,
        "OPENSOCKETDATA": CLC_OPT_OPENSOCKETDATA,
        "COPYPOSTFIELDS": CLC_OPT_COPYPOSTFIELDS, "PROTOCOLS": CLC_OPT_PROTOCOLS,
        "HEADEROPT": CLC_OPT_HEADEROPT, "PATH_AS_IS": CLC_OPT_PATH_AS_IS,
        "SUPPRESS_CONNECT_HEADERS": CLC_OPT_SUPPRESS_CONNECT_HEADERS,
        "HTTP09_ALLOWED": CLC_OPT_HTTP09_ALLOWED, "PREREQFUNCTION": CLC_OPT_PREREQFUNCTION,
        "PREREQDATA": CLC_OPT_PREREQDATA, "PROTOCOLS_STR": CLC_OPT_PROTOCOLS_STR,
        "READDATA": CLC_OPT_READDATA, "READFUNCTION": CLC_OPT_READFUNCTION,
        "SEEKDATA": CLC_OPT_SEEKDATA, "SEEKFUNCTION": CLC_OPT_SEEKFUNCTION,
        "QUICK_EXIT": CLC_OPT_QUICK_EXIT,
      ])
    func numbers(_ name: String, _ number: Int) throws {
      let library = try CurlLibrary.system.get()
      if let known = library.number(ofOption: name) {
        #expect(known == number)
      } else {
        // Before 7.73 no number can be asked for by name, and some options are younger than that.
        let canBeAsked = library.number(ofOption: "URL") != nil
        let young = ["PREREQFUNCTION", "PREREQDATA", "PROTOCOLS_STR", "QUICK_EXIT"]
        #expect(!canBeAsked || young.contains(name), "the loaded library has no such option")
      }
    }

    @Test("A missing library is reported with advice")
    func missing() throws {
      let error = #expect(throws: TransportError.self) {
        _ = try CurlLibrary(anyOf: ["libcurl-that-nobody-has.so.4"])
      }
      #expect(error?.kind == .unavailable && error?.nothingSent == true)
      #expect(error?.message.contains("libcurl-that-nobody-has.so.4") == true)
      #expect(error?.message.contains("Install it") == true)
    }

    @Test("A library that isn't libcurl is rejected before it is called")
    func wrong() throws {
      let error = #expect(throws: TransportError.self) {
        _ = try CurlLibrary(anyOf: ["libm.so.6"])
      }
      #expect(error?.message.contains("curl_global_init") == true)
    }

    @Test("Only errors of connecting prove that nothing was sent")
    func endings() {
      for code in [5, 6, 7, 35, 60, 77] { #expect(CurlEnding.isWhileConnecting(Int32(code))) }
      for code in [0, 1, 18, 23, 28, 42, 52, 55, 56, 92] {
        #expect(!CurlEnding.isWhileConnecting(Int32(code)))
      }
    }
  }
#endif
