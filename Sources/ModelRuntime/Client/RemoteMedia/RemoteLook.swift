import ModelCore
import ModelTransport

/// A look at all files that a request names by URL and has rules for: each once, a few at a time.
struct RemoteLook: Sendable {
  let connection: ServiceConnection
  let limits: RemoteMediaValidation.Limits

  /// Checks twice: what the first check asks for is looked at, and the second knows it.
  ///
  /// - Parameter deadline: The looking ends then, whatever is left.
  func verdict(
    _ check: @Sendable (_ listsUnchecked: Bool, RemoteFileLookup?) -> ValidationReport,
    deadline: Duration?
  ) async -> ValidationReport {
    let wanted = Locked([String]())
    let first = check(true) { url in
      wanted.withLock { $0.append(url) }
      return nil
    }
    let urls = RemoteLook.distinct(wanted.withLock { $0 })
    if urls.isEmpty { return first }
    let found = await connection.time.limit(to: deadline) { await facts(of: urls) }.value
    guard let found else { return first }
    return check(true) { found[WireName($0)] }
  }

  private func facts(of urls: [String]) async -> [WireName: MediaFacts] {
    let facts = Locked<[WireName: MediaFacts]>([:])
    let rest = Locked(urls.makeIterator())
    await concurrently(
      maxConcurrent: limits.maxConcurrentFetches,
      next: {
        guard let url = rest.withLock({ $0.next() }) else { return nil }
        let file = RemoteFile(
          url: url, transport: connection.transport, time: connection.time, limits: limits)
        return { (WireName(url), await file.facts()) }
      },
      report: { name, found in facts.withLock { $0[name] = found } })
    return facts.withLock { $0 }
  }

  private static func distinct(_ urls: [String]) -> [String] {
    var seen: Set<WireName> = []
    return urls.filter { seen.insert(WireName($0)).inserted }
  }
}
