#if os(Linux)
  import Foundation
  import ModelTransport
  import RawServer
  import Testing

  /// Cancelling in masses, at random moments: the process lives, every caller is resumed once, and
  /// nothing is left behind. In a process of its own, so that a crash is a result and not the end
  /// of the tests. `MODELGEN_STORM` sets the number of requests.
  @Suite("Many cancellations", .timeLimit(.minutes(10))) struct CancelStormTests {
    @Test("Many cancellations leak no memory, descriptor or thread")
    func storm() async throws {
      let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
        try await Self.run(
          ProcessInfo.processInfo.environment["MODELGEN_STORM"].flatMap { Int($0) } ?? 2_000)
      }
      let output = result?.standardOutputContent ?? []
      #expect(String(decoding: output, as: UTF8.self).contains("storm"))
      print(String(decoding: output, as: UTF8.self))
    }

    private static func run(_ count: Int) async throws {
      let server = try RawServer { connection in
        while connection.readRequest() != nil {
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n")
          connection.send(patterned(1_000))
          usleep(200)
          guard connection.send(patterned(1_000)) else { return }
        }
      }
      let transport = try CurlTransport()
      _ = try await transport.send(TransportRequest(.get, server.url()))
      let before = try Usage()
      var (answered, slowest) = (0, Duration.zero)
      for wave in stride(from: 0, to: count, by: 500) {
        let size = min(500, count - wave)
        for outcome in try await oneWave(of: size, to: server.url(), over: transport) {
          answered += outcome.isAnswered ? 1 : 0
          slowest = max(slowest, outcome.lasted)
        }
      }
      for _ in 0..<100 { _ = try await transport.send(TransportRequest(.get, server.url())) }
      let after = try Usage()
      print(
        """
        storm of \(count): \(answered) answered, \(count - answered) cancelled, \
        \(server.connectionCount) connections, longest from cancel to resumption \(slowest)
        resident \(before.residentKB) KB before, \(after.residentKB) KB after
        descriptors \(before.descriptors) before, \(after.descriptors) after
        threads \(before.threads) before, \(after.threads) after
        """)
      // At most the connections that are kept open, and each has two ends in this process.
      #expect(after.descriptors <= before.descriptors + 2 * 64 + 8)
    }

    private struct Outcome {
      let isAnswered: Bool
      /// From the cancellation to the end of the task.
      let lasted: Duration
    }

    /// Anything but an answer or a cancellation is an error.
    private static func oneWave(
      of size: Int, to url: String, over transport: CurlTransport
    ) async throws -> [Outcome] {
      try await withThrowingTaskGroup { group in
        for number in 0..<size {
          group.addTask {
            let task = Task { () throws -> Bool in
              do throws(TransportError) {
                let request = TransportRequest(number % 3 == 0 ? .post : .get, url)
                return try await transport.send(request).body.count == 2_000
              } catch {
                guard error.kind == .cancelled else { throw error }
                return false
              }
            }
            for _ in 0..<Int.random(in: 0..<200) { await Task.yield() }
            let cancelled = ContinuousClock.now
            task.cancel()
            let isAnswered = try await task.value
            return Outcome(isAnswered: isAnswered, lasted: ContinuousClock.now - cancelled)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }

    private struct Usage {
      let residentKB: Int
      let threads: Int
      let descriptors: Int

      init() throws {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        func number(_ name: String) -> Int {
          let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
          return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        }
        (residentKB, threads) = (number("VmRSS:"), number("Threads:"))
        descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      }
    }
  }
#endif
