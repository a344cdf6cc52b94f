#if os(Linux)
  import CLibcurl

  /// libcurl's result codes in the transport's terms.
  enum CurlEnding {
    /// `answered`: the request may already have left when it ended.
    static func kind(of code: Int32, answered: Bool) -> TransportError.Kind {
      switch Int(code) {
      // An answer that is no HTTP/1 at all is reported under this code too.
      case CLC_UNSUPPORTED_PROTOCOL: answered ? .badResponse : .unavailable
      case CLC_URL_MALFORMAT: .invalidRequest
      case CLC_COULDNT_RESOLVE_HOST, CLC_COULDNT_RESOLVE_PROXY: .couldNotResolve
      case CLC_COULDNT_CONNECT, CLC_PROXY: .couldNotConnect
      case CLC_WEIRD_SERVER_REPLY, CLC_BAD_CONTENT_ENCODING: .badResponse
      case CLC_OPERATION_TIMEDOUT: .timedOut
      case CLC_PARTIAL_FILE, CLC_GOT_NOTHING, CLC_SEND_ERROR, CLC_RECV_ERROR: .closed
      case CLC_FILESIZE_EXCEEDED, CLC_TOO_LARGE: .tooLarge
      case CLC_ABORTED_BY_CALLBACK: .cancelled
      case let code where tls.contains(code): .tls
      default: .other
      }
    }

    /// Ends that libcurl reports before there is a connection to send over.
    static func isWhileConnecting(_ code: Int32) -> Bool {
      let names = [CLC_COULDNT_RESOLVE_HOST, CLC_COULDNT_RESOLVE_PROXY, CLC_COULDNT_CONNECT]
      return names.contains(Int(code)) || tls.contains(Int(code))
    }

    private static let tls: Set<Int> = [
      CLC_SSL_CONNECT_ERROR, CLC_SSL_CERTPROBLEM, CLC_SSL_CIPHER, CLC_PEER_FAILED_VERIFICATION,
      CLC_SSL_CACERT_BADFILE, CLC_SSL_ISSUER_ERROR, CLC_SSL_PINNEDPUBKEYNOTMATCH,
      CLC_SSL_INVALIDCERTSTATUS, CLC_SSL_CLIENTCERT,
    ]
  }
#endif
