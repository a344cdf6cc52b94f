#if canImport(Darwin) || URLSESSION_ON_LINUX
  import Foundation

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif
  #if URLSESSION_ON_LINUX
    import ModelTransport
  #endif

  /// Foundation's errors in the transport's terms.
  enum SessionEnding {
    /// `neverSent`: the session's own record says that no transaction began to send.
    static func failure(_ error: any Error, isFresh: Bool, neverSent: Bool) -> TransportError {
      guard let error = error as? URLError else {
        return TransportError(.other, "\(type(of: error)): \(error.localizedDescription)")
      }
      let kind = kind(of: error.code)
      return TransportError(
        kind, "\(error.localizedDescription) (URLError \(error.code.rawValue))",
        nothingSent: isProof(kind, isFresh: isFresh, neverSent: neverSent))
    }

    private static func isProof(
      _ kind: TransportError.Kind, isFresh: Bool, neverSent: Bool
    ) -> Bool {
      #if canImport(Darwin)
        return neverSent && [.couldNotResolve, .couldNotConnect, .tls].contains(kind)
      #else
        // There is no record here. But a connection of its own that was never made carried
        // nothing; a reused one may have carried a first attempt.
        return isFresh && [.couldNotResolve, .couldNotConnect].contains(kind)
      #endif
    }

    private static func kind(of code: URLError.Code) -> TransportError.Kind {
      switch code {
      case .cannotFindHost, .dnsLookupFailed: .couldNotResolve
      case .cannotConnectToHost, .notConnectedToInternet, .dataNotAllowed,
        .internationalRoamingOff:
        .couldNotConnect
      case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
        .clientCertificateRejected, .clientCertificateRequired,
        .appTransportSecurityRequiresSecureConnection:
        .tls
      case .timedOut: .timedOut
      case .networkConnectionLost: .closed
      case .badServerResponse, .zeroByteResource, .cannotParseResponse, .cannotDecodeRawData,
        .cannotDecodeContentData:
        .badResponse
      case .dataLengthExceedsMaximum: .tooLarge
      case .cancelled: .cancelled
      case .badURL, .unsupportedURL: .invalidRequest
      default: .other
      }
    }
  }
#endif
