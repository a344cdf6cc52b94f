#if os(Linux)
  import Foundation
  import ModelTransport
  import RawServer
  import TestSupport
  import Testing

  /// A token goes to nobody who can't prove to be the host, and every refusal comes before the
  /// request.
  @Suite(
    "TLS", .serialized, .timeLimit(.minutes(2)),
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct TLSTests {
    private func refusal(
      by port: Int, trusting authority: String?, host: String = "localhost"
    ) async throws -> TransportError {
      let options = TransportOptions(certificateAuthoritiesFile: authority)
      let transport = try CurlTransport(options)
      return try await failure { () throws(TransportError) in
        try await transport.send(
          TransportRequest(
            .post, "https://\(host):\(port)/", headers: ["Authorization": "Bearer s3cret"],
            body: [1]))
      }
    }

    @Test("A certificate of a trusted authority is accepted")
    func good() async throws {
      let servers = try TLSServers()
      let port = try servers.start(.good)
      let transport = try CurlTransport(
        TransportOptions(certificateAuthoritiesFile: servers.authority))
      for freshConnection in [false, true] {
        let answer = try await transport.send(
          TransportRequest(.get, "https://localhost:\(port)/", freshConnection: freshConnection))
        #expect(answer.status == 200 && !answer.body.isEmpty)
      }
    }

    @Test("An unknown certificate authority is rejected")
    func unknownAuthority() async throws {
      let servers = try TLSServers()
      let error = try await refusal(by: servers.start(.good), trusting: nil)
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test(
      "Expired, wrong and self-signed certificates are rejected",
      arguments: [TLSServers.Certificate.expired, .wrongHost, .selfSigned])
    func bad(_ certificate: TLSServers.Certificate) async throws {
      let servers = try TLSServers()
      let port = try servers.start(certificate)
      let error = try await refusal(by: port, trusting: servers.authority)
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test("A certificate isn't valid for the IP address")
    func address() async throws {
      let servers = try TLSServers()
      let port = try servers.start(.good)
      let error = try await refusal(by: port, trusting: servers.authority, host: "127.0.0.1")
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test("A missing file of certificate authorities is an error")
    func missingAuthorities() async throws {
      let servers = try TLSServers()
      let error = try await refusal(by: servers.start(.good), trusting: "/nowhere/authorities.pem")
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
      #expect(error.message.contains("/nowhere/authorities.pem"))
    }

    @Test("A server without TLS on a TLS port never receives the request")
    func plainText() async throws {
      let server = try RawServer { connection in
        connection.answer()
        connection.waitForClose()
      }
      let error = try await refusal(by: server.port, trusting: nil)
      #expect(error.kind == .badResponse && error.nothingSent, "\(error)")
      #expect(error.message.contains("doesn't speak TLS"))
    }

    @Test("A server that closes the connection during the handshake can be retried")
    func hangUp() async throws {
      let server = try RawServer { $0.close() }
      let error = try await refusal(by: server.port, trusting: nil)
      #expect(error.kind == .closed && error.nothingSent, "\(error)")
      #expect(error.message.contains("closed the connection during the TLS handshake"))
    }

    @Test("A server with HTTP/2 only is reported")
    func http2() async throws {
      let frames = try RawServer { connection in
        connection.send([0, 0, 0, 4, 0, 0, 0, 0, 0])
        connection.waitForClose()
      }
      let servers = try TLSServers()
      let port = try servers.encrypt(port: frames.port)
      let error = try await refusal(by: port, trusting: servers.authority)
      #expect(error.kind == .badResponse, "\(error)")
      #expect(error.message.contains("doesn't speak HTTP/1.1"), "\(error)")
    }

    @Test("An unknown authority comes with advice; another host's certificate does not")
    func advice() async throws {
      let servers = try TLSServers()
      let unknown = try await refusal(by: servers.start(.good), trusting: nil)
      #expect(unknown.message.contains("SSL_CERT_FILE"), "\(unknown)")
      let wrong = try await refusal(by: servers.start(.wrongHost), trusting: servers.authority)
      #expect(!wrong.message.contains("SSL_CERT_FILE"), "\(wrong)")
    }

    @Test("Environment variables name the certificate authorities, and the option overrides them")
    func variables() async throws {
      let servers = try TLSServers()
      let url = "https://localhost:\(try servers.start(.good))/"
      let authority = servers.authority
      await #expect(processExitsWith: .success) {
        [url = url as String, authority = authority as String] in
        let names = ["SSL_CERT_FILE", "CURL_CA_BUNDLE"]
        for name in names { unsetenv(name) }
        for name in names {
          setenv(name, authority, 1)
          let answer = try await CurlTransport().send(TransportRequest(.get, url))
          #expect(answer.status == 200)
          let options = TransportOptions(certificateAuthoritiesFile: "/nowhere/authorities.pem")
          let transport = try CurlTransport(options)
          let error = try await failure { () throws(TransportError) in
            try await transport.send(TransportRequest(.get, url))
          }
          #expect(error.message.contains("/nowhere/authorities.pem"))
          unsetenv(name)
        }
      }
      withExtendedLifetime(servers) {}
    }
  }
#endif
