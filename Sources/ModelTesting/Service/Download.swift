/// The files of finished jobs. They are public, as the service's are: no token is asked for.
extension Service {
  func download(
    _ id: String, _ name: String, _ head: RequestHead
  ) throws(ServiceRefusal) -> Answer {
    let now = options.now()
    guard let job = jobs.job(id, at: now), case .finished = job.state(at: now, options.pace),
      case .succeeded = job.outcome,
      let (kind, index) = OutputFile.parse(name, count: job.settings.count)
    else { throw .http(404, "there is no such file, or it has expired") }
    let bytes = files.file("\(id)/\(name)") {
      OutputFile.bytes(kind, index, of: job.settings, model: job.model.model.id)
    }
    let tag = "\"\(job.settings.digest.hex)-\(index + 1)-\(bytes.count)\""
    let headers = [
      ("Content-Type", OutputFile.contentType(kind)), ("ETag", tag), ("Accept-Ranges", "bytes"),
    ]
    guard let range = head["range"], head["if-range"].map({ $0 == tag }) ?? true,
      let wanted = ByteRange(range)
    else { return Answer(200, headers: headers, body: bytes) }
    guard let part = wanted.part(of: bytes.count) else {
      throw .http(
        416, "the file has \(bytes.count) bytes",
        headers: [("Content-Range", "bytes */\(bytes.count)")])
    }
    let place = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"
    return Answer(206, headers: headers + [("Content-Range", place)], body: Array(bytes[part]))
  }
}

/// The files that were fetched last: a client that takes a download up again, or tries it many
/// times, doesn't have them made anew each time.
struct RecentFiles {
  private var files: [(name: String, bytes: [UInt8])] = []
  private static let limit = 8

  mutating func file(_ name: String, _ make: () -> [UInt8]) -> [UInt8] {
    if let known = files.first(where: { $0.name == name }) { return known.bytes }
    let bytes = make()
    if files.count == Self.limit { files.removeFirst() }
    files.append((name, bytes))
    return bytes
  }
}

/// The one range of a `Range` header; several, or another unit, are answered with the whole file.
struct ByteRange {
  private let first: Int?
  private let last: Int?

  init?(_ header: String) {
    guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
    let ends = header.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    (first, last) = (Int(ends[0]), Int(ends[1]))
    guard first ?? 0 >= 0, last ?? 0 >= 0, first != nil || last != nil,
      first != nil || ends[0].isEmpty, last != nil || ends[1].isEmpty
    else { return nil }
    if let first, let last, last < first { return nil }
  }

  /// Returns the part of the file in the range, or `nil` if the file ends before it.
  func part(of count: Int) -> Range<Int>? {
    guard let first else {
      let length = min(last ?? 0, count)
      return length > 0 ? (count - length)..<count : nil
    }
    guard first < count else { return nil }
    return first..<(last.map { min($0, count - 1) + 1 } ?? count)
  }
}
