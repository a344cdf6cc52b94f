#if os(Linux)
  import ModelTransport
  import RawServer
  import TestSupport
  import Testing

  /// A token goes to nobody who can't prove to be the host, and every refusal comes before the
  /// request.
  @Suite(
    .serialized, .timeLimit(.minutes(2)),
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct TLSTests {
    private func refusal(
      by port: Int, trusting authority: String?, host: String = "localhost"
    ) async throws -> TransportError {
      let options = TransportOptions(certificateAuthoritiesFile: authority)
      let transport = try CurlTransport(options)
      return try await failure { () throws(TransportError) in
        try await transport.send(
          HTTPRequest(
            .post, "https://\(host):\(port)/", headers: ["Authorization": "Bearer s3cret"],
            body: [1]))
      }
    }

    @Test("A good certificate of a trusted authority is accepted, on every kind of connection")
    func good() async throws {
      let servers = try TLSServers()
      let port = try servers.start(.good)
      let transport = try CurlTransport(
        TransportOptions(certificateAuthoritiesFile: servers.authority))
      for freshConnection in [false, true] {
        let answer = try await transport.send(
          HTTPRequest(.get, "https://localhost:\(port)/", freshConnection: freshConnection))
        #expect(answer.status == 200 && !answer.body.isEmpty)
      }
    }

    @Test("An authority that the system does not know is refused")
    func unknownAuthority() async throws {
      let servers = try TLSServers()
      let error = try await refusal(by: servers.start(.good), trusting: nil)
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test(
      "Expired, foreign and self-signed certificates are refused",
      arguments: [TLSServers.Certificate.expired, .wrongHost, .selfSigned])
    func bad(_ certificate: TLSServers.Certificate) async throws {
      let servers = try TLSServers()
      let port = try servers.start(certificate)
      let error = try await refusal(by: port, trusting: servers.authority)
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test("A good certificate does not speak for the bare address")
    func address() async throws {
      let servers = try TLSServers()
      let port = try servers.start(.good)
      let error = try await refusal(by: port, trusting: servers.authority, host: "127.0.0.1")
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test("A missing file of authorities is said to be missing and trusts nobody")
    func missingAuthorities() async throws {
      let servers = try TLSServers()
      let error = try await refusal(by: servers.start(.good), trusting: "/nowhere/authorities.pem")
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
      #expect(error.message.contains("/nowhere/authorities.pem"))
    }

    @Test("A peer that speaks plain text on a TLS port never gets the request")
    func plainText() async throws {
      let server = try RawServer { connection in
        connection.answer()
        connection.waitForClose()
      }
      let error = try await refusal(by: server.port, trusting: nil)
      #expect(error.kind == .tls && error.nothingSent, "\(error)")
    }

    @Test("A peer that hangs up during the handshake never gets the request")
    func hangUp() async throws {
      let server = try RawServer { $0.close() }
      let error = try await refusal(by: server.port, trusting: nil)
      #expect(error.nothingSent, "\(error)")
    }
  }
#endif
