#if os(Linux)
  import CLibcurl

  extension CurlHandle {
    /// Everything about a request that does not depend on who listens to the answer.
    func prepare(
      _ request: TransportRequest, to origin: HTTPOrigin, with options: TransportOptions,
      streams: Bool
    ) {
      set(CLC_OPT_URL, request.url)
      restrict()
      verify(options)
      setMethod(of: request)
      setHeaders(Self.lines(of: request))
      // An address is looked at when a connection is made, not when one is reused.
      let isPublicOnly = request.reach == .publicAddresses
      set(CLC_OPT_FRESH_CONNECT, request.freshConnection || isPublicOnly)
      set(CLC_OPT_FORBID_REUSE, request.freshConnection || isPublicOnly)
      set(CLC_OPT_CONNECTTIMEOUT_MS, request.timeouts.connect.wholeMilliseconds)
      if let total = request.timeouts.total { set(CLC_OPT_TIMEOUT_MS, total.wholeMilliseconds) }
      if streams { set(CLC_OPT_BUFFERSIZE, 128 << 10) }
      // The empty name says "no proxy" and keeps libcurl from asking the environment. A proxy would
      // look up the host itself, where its address can't be checked.
      if options.proxy == .none || origin.isLoopback || isPublicOnly { set(CLC_OPT_PROXY, "") }
    }

    private func restrict() {
      if !setIfKnown(CLC_OPT_PROTOCOLS_STR, "http,https") {
        set(CLC_OPT_PROTOCOLS, CLC_PROTOCOLS_HTTP_AND_HTTPS)
      }
      // One request per connection at a time: HTTP/2 has ways of its own to run a request again.
      set(CLC_OPT_HTTP_VERSION, CLC_HTTP_VERSION_1_1)
      set(CLC_OPT_HTTP09_ALLOWED, false)
      set(CLC_OPT_FOLLOWLOCATION, false)
      set(CLC_OPT_NETRC, false)
      // Turns decoding on. The header line that goes out is the request's own, which asks for none.
      set(CLC_OPT_ACCEPT_ENCODING, library.contentCodings.sorted().joined(separator: ", "))
      set(CLC_OPT_PATH_AS_IS, true)
      set(CLC_OPT_HEADEROPT, CLC_HEADERS_NOT_FOR_PROXY)
      set(CLC_OPT_SUPPRESS_CONNECT_HEADERS, true)
      set(CLC_OPT_NOSIGNAL, true)
      // Without it (before 7.87) ending a transfer waits for its name lookup, and all others with
      // it; the caller is resumed before that, so only throughput suffers.
      _ = setIfKnown(CLC_OPT_QUICK_EXIT, 1)
    }

    private func verify(_ options: TransportOptions) {
      set(CLC_OPT_SSL_VERIFYPEER, true)
      set(CLC_OPT_SSL_VERIFYHOST, 2)
      set(CLC_OPT_SSLVERSION, CLC_TLS_1_2_OR_LATER)
      if let file = options.certificateAuthoritiesFile ?? CurlEnvironment.authoritiesFile {
        set(CLC_OPT_CAINFO, file)
      }
    }

    private func setMethod(of request: TransportRequest) {
      switch request.method {
      case .get: set(CLC_OPT_HTTPGET, true)
      case .head: set(CLC_OPT_NOBODY, true)
      case .post:
        set(CLC_OPT_POST, true)
        setBodySize(request.body?.count ?? 0)
      case let other:
        if let body = request.body {
          set(CLC_OPT_POST, true)
          setBodySize(body.count)
        }
        set(CLC_OPT_CUSTOMREQUEST, other.rawValue)
      }
    }

    /// libcurl drops a line `Name:` and sends an empty value only for `Name;`.
    private static func lines(of request: TransportRequest) -> [String] {
      var lines = request.headers.map { field in
        field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      }
      if request.headers["Accept-Encoding"] == nil { lines.append("Accept-Encoding: identity") }
      if request.headers["Content-Type"] == nil { lines.append("Content-Type:") }
      if request.freshConnection { lines.append("Connection: close") }
      // A server that answers 417 would otherwise get the request a second time.
      lines.append("Expect:")
      return lines
    }
  }
#endif
