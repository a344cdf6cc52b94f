/// Limits the number of requests to each host that are under way at the same time.
///
/// The wait for admission doesn't count towards the time limits of a request.
package final class AdmissionGate: Sendable {
  private struct Host {
    /// The number of requests under way.
    let running = Monitor(0)
    /// The number of requests that run or wait. The host is forgotten when there are none.
    var users = 0
  }

  private let limit: Int
  private let hosts = Locked<[HTTPOrigin: Host]>([:])

  /// - Parameter limit: The maximum number of requests to one host.
  package init(limit: Int) { self.limit = limit }

  /// Runs the exchange of a request when there are few enough to the same host. Requests are admitted
  /// in the order in which they came.
  package func admit<Answer: Sendable>(
    to origin: HTTPOrigin, _ exchange: () async -> Result<Answer, TransportError>
  ) async -> Result<Answer, TransportError> {
    let running = hosts.withLock { hosts in
      hosts[origin, default: Host()].users += 1
      return hosts[origin]?.running ?? Monitor(0)
    }
    defer { leave(origin) }
    do throws(CancellationError) {
      try await running.wait { [limit] count -> Void? in
        guard count < limit else { return nil }
        count += 1
        return ()
      }
    } catch {
      return .failure(.cancelled(nothingSent: true))
    }
    defer { running.change { $0 -= 1 } }
    return await exchange()
  }

  private func leave(_ origin: HTTPOrigin) {
    hosts.withLock { hosts in
      hosts[origin]?.users -= 1
      if hosts[origin]?.users == 0 { hosts[origin] = nil }
    }
  }
}
