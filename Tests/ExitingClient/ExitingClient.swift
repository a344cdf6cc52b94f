import ModelTransport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Begins many requests and ends the process while they are under way:
///
///     exiting-client HOW URL AUTHORITIES
///
/// Its exit code is 7. Prints nothing: whatever is wrong shows in how it ends.
@main
struct ExitingClient {
  enum Way: String {
    /// A return from `main`, as far as the process sees it.
    case `return`
    /// `exit` on a thread of its own.
    case thread
    /// `exit` on two threads at once.
    case twice
    /// `exit` on the thread that runs the transfers.
    case loop
    /// `exit` while transports that were released are still closing their connections.
    case release
  }

  static func main() async {
    let words = CommandLine.arguments
    guard words.count == 4, let way = Way(rawValue: words[1]) else { exit(2) }
    let options = TransportOptions(certificateAuthoritiesFile: words[3])
    var transports = (0..<3).compactMap { _ in try? SystemTransport.make(options) }
    let request = TransportRequest(.get, words[2], freshConnection: true)
    let (answers, answered) = AsyncStream<Void>.makeStream()
    var tasks: [Task<Void, Never>] = []
    for transport in transports {
      for _ in 0..<4 {
        tasks.append(
          Task {
            while !Task.isCancelled {
              if (try? await transport.send(request)) != nil { answered.yield() }
            }
          })
      }
    }
    var seen = answers.makeAsyncIterator()
    for _ in 0..<Int.random(in: 0...6) { await seen.next() }
    switch way {
    case .return: exit(7)
    case .thread: _ = BackgroundThread.start { exit(7) }
    case .twice: for _ in 0..<2 { _ = BackgroundThread.start { exit(7) } }
    case .loop:
      Task(executorPreference: InlineExecutor()) { [transports] in
        _ = try? await transports.first?.send(request)
        exit(7)
      }
    case .release:
      for task in tasks { task.cancel() }
      for task in tasks { await task.value }
      transports = []
      exit(7)
    }
    while true { await seen.next() }
  }
}

/// Runs a job where it becomes ready: that of a request, on the thread that the answer came on.
private final class InlineExecutor: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    job.runSynchronously(on: asUnownedTaskExecutor())
  }
}
