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
    let (result, _) = await connection.time.limit(to: deadline) {
      () -> Result<[WireName: MediaFacts], Never> in .success(await facts(of: urls))
    }
    guard case .success(let facts)? = result else { return first }
    return check(true) { facts[WireName($0)] }
  }

  private func facts(of urls: [String]) async -> [WireName: MediaFacts] {
    await withTaskGroup(of: (WireName, MediaFacts).self) { group in
      var facts: [WireName: MediaFacts] = [:]
      for (index, url) in urls.enumerated() {
        if index >= limits.maxConcurrentFetches, let (name, found) = await group.next() {
          facts[name] = found
        }
        let file = RemoteFile(
          url: url, transport: connection.transport, time: connection.time, limits: limits)
        group.addTask { (WireName(url), await file.facts()) }
      }
      for await (name, found) in group { facts[name] = found }
      return facts
    }
  }

  private static func distinct(_ urls: [String]) -> [String] {
    var seen: Set<WireName> = []
    return urls.filter { seen.insert(WireName($0)).inserted }
  }
}
