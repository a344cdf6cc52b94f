#if os(Linux)
  import CLibcurl

  /// The system's libcurl, once it is open.
  ///
  /// Unchecked `Sendable` is sound: the C side fills the table of functions while opening and only
  /// reads it from then on, and a library stays open for the life of the process.
  final class CurlLibrary: @unchecked Sendable {
    let functions: OpaquePointer

    /// The library that FoundationNetworking links too, and the same interface built with another
    /// TLS library.
    static let usualFiles = ["libcurl.so.4", "libcurl-gnutls.so.4"]

    /// Opened on first use, once.
    static let system = Result { () throws(TransportError) in
      try CurlThreads.shared.opening { () throws(TransportError) in
        let library = try CurlLibrary(anyOf: usualFiles)
        try library.initialize()
        return library
      }
    }

    /// A handler registered between the two initialisations, and once more after them, runs before
    /// the cleanup of the TLS library whichever of them registers that.
    private func initialize() throws(TransportError) {
      clc_prepare_tls(functions)
      CurlThreads.shared.registerExitHandler()
      guard clc_initialize(functions) else {
        throw TransportError(.unavailable, "libcurl can't be initialised", nothingSent: true)
      }
      CurlThreads.shared.registerExitHandler()
    }

    init(anyOf files: [String]) throws(TransportError) {
      var problems: [String] = []
      for file in files {
        var problem = [CChar](repeating: 0, count: 512)
        if let opened = clc_open(file, &problem, problem.count) {
          functions = opened
          return
        }
        problems.append(String(decoding: problem.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
      }
      throw TransportError(
        .unavailable,
        """
        the system's libcurl can't be used: \(problems.joined(separator: "; ")). \
        Install it (Debian and Ubuntu: libcurl4; Fedora and Amazon Linux: libcurl; Alpine: libcurl)
        """,
        nothingSent: true)
    }

    /// The content codings that the library decodes.
    var contentCodings: Set<String> {
      let features = Int(clc_features(functions))
      var codings: Set<String> = []
      if features & CLC_FEATURE_ZLIB != 0 { codings = ["gzip", "x-gzip", "deflate"] }
      if features & CLC_FEATURE_BROTLI != 0 { codings.insert("br") }
      if features & CLC_FEATURE_ZSTD != 0 { codings.insert("zstd") }
      return codings
    }

    func text(_ code: Int32) -> String { String(cString: clc_text(functions, code)) }

    /// The number that the library has for an option's name; nil when it can't say.
    func number(ofOption name: String) -> Int? {
      let number = clc_option_number(functions, name)
      return number < 0 ? nil : number
    }
  }
#endif
