#if os(Linux)
  import Foundation

  /// Certificates of every kind, made with the `openssl` command, and servers that show them. Ends
  /// its servers and removes its files when released.
  public final class TLSServers {
    public enum Certificate: String, CaseIterable, Sendable {
      case good, expired, wrongHost, selfSigned
    }

    /// The reason tests that need it are skipped.
    public static let missing = "the openssl command is not installed: nothing is tried over TLS"

    /// The path of the command, if it is installed.
    public static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }

    public struct ServerError: Error, CustomStringConvertible { public let description: String }

    private let folder: URL
    private var servers: [Process] = []

    /// A file with the authority that signed all but the self-signed one.
    public var authority: String { file("authority.pem") }

    public init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try makeSelfSigned("authority", host: "authority.invalid")
      try makeSelfSigned("selfSigned", host: "localhost")
      try makeSigned("good", host: "localhost", days: "2")
      try makeSigned("expired", host: "localhost", days: "-1")
      try makeSigned("wrongHost", host: "elsewhere.invalid", days: "2")
    }

    deinit {
      // A child may inherit a thread's blocked signals, so that asking it politely does nothing.
      for server in servers {
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
      }
      try? FileManager.default.removeItem(at: folder)
    }

    /// Starts a server that answers every GET; its port on 127.0.0.1.
    ///
    /// - Parameter options: Further options of `openssl s_server`.
    public func start(_ certificate: Certificate, _ options: [String] = []) throws -> Int {
      let words = [
        "s_server", "-accept", "127.0.0.1:0", "-www", "-key", file("key-\(certificate).pem"),
        "-cert", file("\(certificate).pem"),
      ]
      return try start(Self.openssl ?? "", words + options, portAfter: "ACCEPT")
    }

    /// Puts TLS in front of a server that speaks none; the port to use instead of the server's.
    public func encrypt(port: Int, _ certificate: Certificate = .good) throws -> Int {
      let words = [file("\(certificate).pem"), file("key-\(certificate).pem"), "\(port)"]
      return try start(BuildFolder.program("tls-relay"), words, portAfter: "")
    }

    private func start(
      _ program: String, _ words: [String], portAfter prefix: String
    ) throws -> Int {
      let (server, output) = (Process(), Pipe())
      server.executableURL = URL(fileURLWithPath: program)
      server.arguments = words
      server.standardInput = FileHandle.nullDevice
      server.standardOutput = output
      server.standardError = FileHandle.nullDevice
      try server.run()
      servers.append(server)
      var text = ""
      while true {
        let piece = output.fileHandleForReading.availableData
        guard !piece.isEmpty else { throw ServerError(description: "\(program) ended: \(text)") }
        text += String(decoding: piece, as: UTF8.self)
        let line = text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1)
          .first { $0.hasPrefix(prefix) }
        if let port = line?.split(separator: ":").last.flatMap({ Int($0) }) { return port }
      }
    }

    private func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func makeSelfSigned(_ name: String, host: String) throws {
      try run([
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", file("key-\(name).pem"), "-out", file("\(name).pem"), "-days", "2",
        "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)",
      ])
    }

    private func makeSigned(_ name: String, host: String, days: String) throws {
      try run([
        "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", file("key-\(name).pem"), "-out", file("\(name).csr"), "-subj", "/CN=\(host)",
      ])
      try "subjectAltName=DNS:\(host)\n".write(
        toFile: file("\(name).cnf"), atomically: true, encoding: .utf8)
      try run([
        "x509", "-req", "-in", file("\(name).csr"), "-CA", file("authority.pem"),
        "-CAkey", file("key-authority.pem"), "-CAcreateserial", "-days", days,
        "-extfile", file("\(name).cnf"), "-out", file("\(name).pem"),
      ])
    }

    private func run(_ arguments: [String]) throws {
      let ending = try ChildProcess(Self.openssl ?? "", arguments, in: folder.path).end()
      guard ending.code == 0 else {
        throw ServerError(
          description: "openssl \(arguments.joined(separator: " ")): \(ending.error)")
      }
    }
  }
#endif
