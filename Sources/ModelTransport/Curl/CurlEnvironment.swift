#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The environment variables that decide where connections go and who is trusted.
  enum CurlEnvironment {
    /// The file of certificate authorities that the user names, as for other programs.
    static var authoritiesFile: String? { value("CURL_CA_BUNDLE") ?? value("SSL_CERT_FILE") }

    /// Host and port of the proxy that libcurl takes for an origin, without user and password. For
    /// messages: libcurl itself decides.
    static func proxy(for origin: HTTPOrigin, _ options: TransportOptions) -> String? {
      guard options.proxy == .system, !origin.isLoopback, !isExempt(origin.host),
        let value = proxyVariables(for: origin).lazy.compactMap(value).first
      else { return nil }
      let authority = value.firstRange(of: "://").map { value[$0.upperBound...] } ?? value[...]
      let place = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
      return String(place.prefix { $0 != "/" })
    }

    /// A text without the user and password of any proxy, however oddly its URL is written.
    static func withoutProxySecrets(_ text: String) -> String {
      let names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"]
      return names.compactMap(value).reduce(text) { text, value in
        guard let at = value.lastIndex(of: "@") else { return text }
        let start = value.firstRange(of: "://")?.upperBound ?? value.startIndex
        guard start < at else { return text }
        return text.replacing(value[start..<at], with: "•••")
      }
    }

    private static func proxyVariables(for origin: HTTPOrigin) -> [String] {
      (origin.isEncrypted ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"])
        + ["all_proxy", "ALL_PROXY"]
    }

    private static func isExempt(_ host: String) -> Bool {
      let list = value("no_proxy") ?? value("NO_PROXY") ?? ""
      return list.split { ", ".contains($0) }.contains { entry in
        let name = (entry.first == "." ? entry.dropFirst() : entry).lowercased()
        return entry == "*" || host == name || host.hasSuffix("." + name)
      }
    }

    private static func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
#endif
