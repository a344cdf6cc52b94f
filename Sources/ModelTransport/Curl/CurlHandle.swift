#if os(Linux)
  import CLibcurl

  /// One libcurl transfer with the memory it points to. Lives and dies on the loop's thread.
  final class CurlHandle {
    let library: CurlLibrary
    let easy: OpaquePointer
    private var headers: OpaquePointer?
    private let words: UnsafeMutablePointer<CChar>
    /// The first option that the library did not take.
    private(set) var refusal: String?

    init(_ library: CurlLibrary) throws(TransportError) {
      guard let easy = clc_easy_new(library.functions) else {
        throw TransportError(.unavailable, "libcurl is out of memory", nothingSent: true)
      }
      self.library = library
      self.easy = easy
      words = .allocate(capacity: Int(CLC_ERROR_BUFFER_SIZE))
      words.initialize(repeating: 0, count: Int(CLC_ERROR_BUFFER_SIZE))
      note(clc_set_pointer(library.functions, easy, Int(CLC_OPT_ERRORBUFFER), words), "ERRORBUFFER")
    }

    deinit {
      clc_easy_free(library.functions, easy)
      clc_headers_free(library.functions, headers)
      words.deallocate()
    }

    /// libcurl's own words about the failure.
    var problem: String { String(cString: words) }

    func set(_ option: Int, _ value: Int) {
      note(clc_set_number(library.functions, easy, option, value), "option \(option)")
    }

    func set(_ option: Int, _ value: Bool) { set(option, value ? 1 : 0) }

    func set(_ option: Int, _ value: String) {
      note(clc_set_pointer(library.functions, easy, option, value), "option \(option)")
    }

    func set(_ option: Int, _ context: UnsafeMutableRawPointer) {
      note(clc_set_pointer(library.functions, easy, option, context), "option \(option)")
    }

    func set(_ option: Int, _ function: @escaping CLCReceive) {
      note(clc_set_receive(library.functions, easy, option, function), "option \(option)")
    }

    /// For what newer libraries have and older ones can do without. True when it was taken.
    func setIfKnown(_ option: Int, _ value: Int) -> Bool {
      clc_set_number(library.functions, easy, option, value) == Int32(CLC_OK)
    }

    func setIfKnown(_ option: Int, _ value: String) -> Bool {
      clc_set_pointer(library.functions, easy, option, value) == Int32(CLC_OK)
    }

    func setIfKnown(beforeRequest function: @escaping CLCBeforeRequest) -> Bool {
      clc_set_before_request(library.functions, easy, function) == Int32(CLC_OK)
    }

    func set(openSocket function: @escaping CLCOpenSocket) {
      note(clc_set_open_socket(library.functions, easy, function), "OPENSOCKETFUNCTION")
    }

    func set(seek function: @escaping CLCSeek) {
      note(clc_set_seek(library.functions, easy, function), "SEEKFUNCTION")
    }

    /// Announces a body; the transfer asks for it when it can be sent.
    func setBodySize(_ size: Int) {
      let code = clc_set_offset(
        library.functions, easy, Int(CLC_OPT_POSTFIELDSIZE_LARGE), Int64(size))
      note(code, "POSTFIELDSIZE_LARGE")
      guard size == 0 else { return }
      note(
        clc_set_pointer(library.functions, easy, Int(CLC_OPT_COPYPOSTFIELDS), words),
        "COPYPOSTFIELDS")
    }

    func setHeaders(_ lines: [String]) {
      for line in lines {
        guard let longer = clc_headers_append(library.functions, headers, line) else {
          refusal = "a header line: out of memory"
          return
        }
        headers = longer
      }
      note(
        clc_set_pointer(
          library.functions, easy, Int(CLC_OPT_HTTPHEADER), headers.map { .init($0) }),
        "HTTPHEADER")
    }

    func number(_ info: Int) -> Int { clc_get_number(library.functions, easy, info) }

    private func note(_ code: Int32, _ what: @autoclosure () -> String) {
      guard code != Int32(CLC_OK), refusal == nil else { return }
      refusal = "\(what()): \(library.text(code))"
    }
  }
#endif
