import Foundation
import ModelRuntime
import ModelTransport

/// Runs jobs with keys and a journal, and ends itself by SIGKILL at a step of its choice:
///
///     journal-client FOLDER URL STEP KEY…
///
/// Steps are the calls of the journal to the file system and the parts of each exchange with the
/// service, counted from 1 in the order in which they happen; step 0 is never reached. Each line of its
/// output is a word and a key: `id` when it has learnt the job's ID, which follows, `done`, `unknown`
/// when it isn't known whether the job was submitted, or `failed`. At the end it prints the number of
/// steps.
@main
struct JournalClient {
  static func main() async {
    let words = CommandLine.arguments
    guard words.count > 4, let last = Int(words[3]) else { exit(2) }
    let steps = Steps(last: last)
    do {
      let journal = try JobJournal(
        at: URL(fileURLWithPath: words[1]), files: .counted(by: steps),
        // Small enough that it is compacted.
        retention: JournalRetention(age: 86_400, minimumSize: 2_000))
      var options = CallOptions()
      options.polling = .every(.milliseconds(2))
      options.timeout = .seconds(60)
      let client = try ModelClient(
        token: "token-of-a-test", baseURL: URL(string: words[2]), options: options,
        requestsPerSecond: 10_000,
        transport: CountedTransport(steps: steps, transport: try SystemTransport.make()),
        journal: journal)
      let keys = Array(words[4...])
      let requests = keys.map { DynamicRequest(modelID: "acme/sketch", body: ["key": .string($0)]) }
      let outcomes = client.run(
        requests, maxConcurrent: 4,
        submitted: { index, handle in print("id \(keys[index]) \(handle.jobID)") },
        key: { index, _ in keys[index] })
      for await outcome in outcomes { report(outcome, keys[outcome.index]) }
      print("steps \(steps.count)")
    } catch {
      print("error \(error)")
      exit(1)
    }
  }

  private static func report(_ outcome: BatchOutcome<MediaOutput>, _ key: String) {
    switch outcome.result {
    case .success: print("done \(key)")
    case .failure(let error):
      if case .submissionUnknown = error.reason {
        print("unknown \(key)")
      } else {
        print("failed \(key) \(error)")
      }
    }
  }

  /// Leaves nothing in a buffer that would die with the process.
  private static func print(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
