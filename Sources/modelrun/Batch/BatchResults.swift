import ModelCore
import ModelRuntime
import ModelTransport
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file with the results of a batch, a line for each. Lines are only added, so that a killed
/// command leaves those before.
final class BatchResults: Sendable {
  private let path: String
  private let known: [String: BatchRecord]

  /// - Parameter folder: The folder for outputs.
  init(in folder: String, shard: BatchPlan.Shard) throws(CommandFailure) {
    let ending = shard.count == 1 ? "" : "-\(shard.index)-of-\(shard.count)"
    path = "\(folder)/results\(ending).jsonl"
    do throws(FileError) {
      try Files.createFolder(folder)
      known = Files.exists(path) ? BatchResults.records(in: try Files.read(path)) : [:]
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
    guard append([]) else { throw CommandFailure(.cannotWrite, "can't write to \(path)") }
  }

  private static func records(in bytes: [UInt8]) -> [String: BatchRecord] {
    var records: [String: BatchRecord] = [:]
    for line in bytes.split(separator: 10) {
      guard let json = try? JSONValue(parsing: Array(line)), let record = BatchRecord(json),
        let key = record.key
      else { continue }
      records[key] = record
    }
    return records
  }

  /// Returns the result of a line that succeeded before, if its files are still there.
  ///
  /// - Parameter needsFiles: A Boolean value that indicates whether the files must be on the disk.
  func finished(_ line: BatchLine, at baseURL: String, needsFiles: Bool) -> BatchRecord? {
    guard var record = known[line.key], record.status == .succeeded, record.body == line.digest,
      record.baseURL == baseURL, record.files.allSatisfy({ Files.exists($0) })
    else { return nil }
    let promised = record.output.map { MediaOutput(json: $0).promisedFiles.count } ?? 0
    if needsFiles, record.files.count < promised { return nil }
    record.line = line.number
    return record
  }

  /// Adds a result. One that can't be written is found again by its job key.
  func add(_ record: BatchRecord) { _ = append(Array("\(record.json)\n".utf8)) }

  private func append(_ bytes: [UInt8]) -> Bool {
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    // A line that was cut must not swallow the next one.
    var last: UInt8 = 10
    let size = lseek(file, 0, SEEK_END)
    if size > 0 { _ = pread(file, &last, 1, size - 1) }
    let all = last == 10 ? bytes : [10] + bytes
    return all.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == all.count
  }
}
