import ModelTransport

extension RemoteFile {
  /// The reason there is nothing to inspect.
  struct Problem: Error {
    let reason: String
  }

  /// Asks for a range of the file.
  func fetch(
    _ range: Range<Int>, until end: Duration
  ) async -> Result<RangeSink.Answer, Problem> {
    let answer = await fetch(range, by: "bytes=\(range.lowerBound)-\(range.upperBound - 1)", end)
    guard case .success(let given) = answer, given.isPastEnd else { return answer }
    // A file that ends before its first byte is empty, or the server knows no ranges.
    return range.lowerBound > 0 ? answer : await fetch(range, by: nil, end)
  }

  private func fetch(
    _ range: Range<Int>, by header: String?, _ end: Duration
  ) async -> Result<RangeSink.Answer, Problem> {
    let left = end - time.now
    guard left > .zero else { return .failure(Problem(reason: tooSlow)) }
    var headers = TransportHeaders.forMedia
    if let header { headers.append(TransportHeader("Range", header)) }
    let request = TransportRequest(
      .get, url, headers: headers,
      timeouts: TransportTimeouts(connect: left, total: left, idle: left), maximumBodyBytes: .max,
      plainHTTP: .anyHost, reach: limits.allowsPrivateAddresses ? .anyAddress : .publicAddresses)
    let sink = RangeSink(range)
    do throws(TransportError) {
      _ = try await transport.stream(request, into: sink)
    } catch {
      switch error.kind {
      case .sinkFailed: break
      case .cancelled, .timedOut: return .failure(Problem(reason: tooSlow))
      default: return .failure(Problem(reason: "it can't be fetched: \(error.message)"))
      }
    }
    var answer = sink.current
    if let refusal = answer.refusal { return .failure(Problem(reason: refusal)) }
    // The end of a whole file tells its size.
    if answer.ignoresRanges, answer.bytes.count < range.count { answer.total = answer.bytes.count }
    return .success(answer)
  }
}
