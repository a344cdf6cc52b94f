#if os(Linux)
  import CLibcurl

  /// libcurl's result codes in the transport's terms.
  enum CurlEnding {
    /// - Parameters:
    ///   - detail: The words of libcurl.
    ///   - answered: The request may already have left when it ended.
    static func kind(of code: Int32, _ detail: String, answered: Bool) -> TransportError.Kind {
      switch Int(code) {
      // An answer that is no HTTP/1 at all is reported under this code too.
      case CLC_UNSUPPORTED_PROTOCOL: answered ? .badResponse : .unavailable
      case CLC_URL_MALFORMAT: .invalidRequest
      case CLC_COULDNT_RESOLVE_HOST: .couldNotResolve
      case CLC_COULDNT_RESOLVE_PROXY, CLC_PROXY: .proxy
      case CLC_COULDNT_CONNECT: .couldNotConnect
      case CLC_WEIRD_SERVER_REPLY, CLC_BAD_CONTENT_ENCODING: .badResponse
      case CLC_OPERATION_TIMEDOUT: .timedOut
      case CLC_PARTIAL_FILE, CLC_GOT_NOTHING, CLC_SEND_ERROR, CLC_RECV_ERROR: .closed
      case CLC_FILESIZE_EXCEEDED, CLC_TOO_LARGE: .tooLarge
      case CLC_ABORTED_BY_CALLBACK: .cancelled
      case CLC_SSL_CONNECT_ERROR: isHangUp(detail) ? .closed : .badResponse
      case let code where trust.contains(code): .tls
      default: .other
      }
    }

    /// Describes a failure without requiring knowledge of libcurl.
    static func message(
      for code: Int32, _ detail: String, answered: Bool
    ) -> String {
      switch Int(code) {
      case CLC_GOT_NOTHING: "the server closed the connection without a response"
      case CLC_UNSUPPORTED_PROTOCOL where answered:
        "the server doesn't speak HTTP/1.1: \(detail)"
      case CLC_SSL_CONNECT_ERROR where isHangUp(detail):
        "the server closed the connection during the TLS handshake"
      case CLC_SSL_CONNECT_ERROR where detail.contains("no application protocol"):
        "the server doesn't speak HTTP/1.1: \(detail)"
      case CLC_SSL_CONNECT_ERROR where isNoTLS(detail):
        "the server doesn't speak TLS on this port: \(detail)"
      case CLC_SSL_CACERT_BADFILE:
        "\(detail); the file comes from certificateAuthoritiesFile, CURL_CA_BUNDLE or SSL_CERT_FILE"
      case CLC_PEER_FAILED_VERIFICATION where isUnknownAuthority(detail):
        """
        \(detail); to trust another authority, name its PEM file in the environment variable \
        SSL_CERT_FILE or in TransportOptions.certificateAuthoritiesFile
        """
      default: detail
      }
    }

    /// Ends that libcurl reports before there is a connection to send over.
    static func isWhileConnecting(_ code: Int32) -> Bool {
      let names = [
        CLC_COULDNT_RESOLVE_HOST, CLC_COULDNT_RESOLVE_PROXY, CLC_COULDNT_CONNECT,
        CLC_SSL_CONNECT_ERROR,
      ]
      return names.contains(Int(code)) || trust.contains(Int(code))
    }

    private static func isHangUp(_ detail: String) -> Bool {
      let words = [
        "ssl_error_syscall", "ssl_error_zero_return", "reset by peer", "unexpected eof", "lib(0)",
        "non-properly terminated", "pull function", "broken pipe",
      ]
      let detail = detail.lowercased()
      return words.contains { detail.contains($0) }
    }

    private static func isNoTLS(_ detail: String) -> Bool {
      let words = ["wrong version number", "packet length too long", "unexpected tls packet"]
      let detail = detail.lowercased()
      return words.contains { detail.contains($0) }
    }

    private static func isUnknownAuthority(_ detail: String) -> Bool {
      let words = ["issuer", "self-signed", "self signed", "unable to get"]
      let detail = detail.lowercased()
      return words.contains { detail.contains($0) }
    }

    private static let trust: Set<Int> = [
      CLC_SSL_CERTPROBLEM, CLC_SSL_CIPHER, CLC_PEER_FAILED_VERIFICATION,
      CLC_SSL_CACERT_BADFILE, CLC_SSL_ISSUER_ERROR, CLC_SSL_PINNEDPUBKEYNOTMATCH,
      CLC_SSL_INVALIDCERTSTATUS, CLC_SSL_CLIENTCERT,
    ]
  }
#endif
