import Dispatch
import Foundation
import ModelRuntime
import ModelTransport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// This program as a client of a server in another process, so that its memory and its time are the
/// client's alone. What it finds out it writes to `figures.txt`, one number a line.
struct ClientProgram: Sendable {
  enum Errand: String, Sendable {
    /// Runs so many jobs at once.
    case load
    /// Asks after one job so often, over the transport alone.
    case bare
    /// The same with a millisecond between.
    case paced
    /// The same through the client, one look at a time.
    case looks
    /// The same as one wait.
    case wait
    /// Runs so many jobs, as many at a time as the ceiling says, without a server.
    case batch
    /// Measures what is kept for calls that are over, without a server.
    case deadlines
  }

  static let word = "client-of"
  static let file = "figures.txt"

  let errand: Errand
  let port: Int
  let count: Int
  let ceiling: Double

  init?(_ arguments: [String]) {
    guard arguments.count == 6, arguments[1] == Self.word,
      let errand = Errand(rawValue: arguments[2]),
      let port = Int(arguments[3]), let count = Int(arguments[4]),
      let ceiling = Double(arguments[5])
    else { return nil }
    (self.errand, self.port, self.count, self.ceiling) = (errand, port, count, ceiling)
  }

  init(_ errand: Errand, port: Int, count: Int, ceiling: Double) {
    (self.errand, self.port, self.count, self.ceiling) = (errand, port, count, ceiling)
  }

  /// Runs it in a process of its own.
  func spawn() throws -> (cost: ChildProgram.Cost, figures: [Double]) {
    try TemporaryFolder.with { folder in
      let numbers = ["\(port)", "\(count)", "\(ceiling)"]
      let program = ChildProgram.buildFolder + "/benchmarks"
      let cost = try ChildProgram.run(
        [program, Self.word, errand.rawValue] + numbers, in: folder.path)
      let text = try String(contentsOfFile: folder.path + "/" + Self.file, encoding: .utf8)
      return (cost, text.split(separator: "\n").compactMap { Double($0) })
    }
  }

  func run() throws {
    let done = DispatchSemaphore(value: 0)
    let outcome = Locked<Result<[Double], any Error>>(.success([]))
    Task {
      let result: Result<[Double], any Error>
      do { result = .success(try await figures()) } catch { result = .failure(error) }
      outcome.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    let text = try outcome.withLock { $0 }.get().map { "\($0)\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: Self.file))
  }

  private func figures() async throws -> [Double] {
    switch errand {
    case .load: try await load()
    case .bare: try await bare()
    case .paced: try await bare(pause: .milliseconds(1))
    case .looks: try await looks()
    case .wait: try await wait()
    case .batch: try await batch()
    case .deadlines: try await deadlines()
    }
  }
}

extension ClientProgram {
  /// The client that every errand uses.
  func client() throws -> ModelClient {
    var options = CallOptions()
    options.timeout = nil
    return try ModelClient(
      token: "token-of-a-benchmark", baseURL: URL(string: "http://127.0.0.1:\(port)"),
      options: options,
      requestsPerSecond: ceiling)
  }

  /// Seconds of work of all threads of this process.
  static var workSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
