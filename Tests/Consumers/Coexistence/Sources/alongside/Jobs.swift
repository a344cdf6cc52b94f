import BytedanceModels
import Foundation
import ModelRuntime

/// A row of a list of jobs.
func row<Item: Identifiable>(of item: Item) -> Item.ID { item.id }

func jobs(_ client: ModelClient) async throws {
  typealias Edit = Bytedance.Dreamina4_0.Edit
  let began = Date()
  let job = try await client.submit(Edit.boat)
  let handle = try JSONDecoder().decode(JobHandle.self, from: JSONEncoder().encode(job.handle))
  print(row(of: job) == row(of: handle), handle.baseURL == client.baseURL)
  print(handle.submittedAt.map { $0 >= began.addingTimeInterval(-1) } ?? false)

  let resumed = client.job(for: handle, of: Edit.self)
  for try await update in resumed.updates() where update.status.isTerminal { print(update.status) }
  let update = try await client.status(of: handle)
  print(try JSONDecoder().decode(JobUpdate.self, from: JSONEncoder().encode(update)) == update)
  let record = try await client.result(of: handle)
  print(try JSONDecoder().decode(JobRecord.self, from: JSONEncoder().encode(record)) == record)
  let result = try await resumed.result()
  let stored = try JSONDecoder().decode(
    JobResult<Edit.Output>.self, from: JSONEncoder().encode(result))
  print(stored == result, stored.finishedAt != nil)
  if case .alreadyFinished(let record) = try await client.cancel(handle) { print(record.status) }

  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("coexistence-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: directory) }
  var patient = client
  patient.options.timeout = .seconds(60)
  let output: Edit.Output = result.output
  let files: [URL] = try await patient.downloadAll(output, to: directory)
  print(files.map(\.lastPathComponent), output.files.count, output.image != nil)
  for await download in client.downloads(of: output, to: directory) {
    print(try download.result.get().lastPathComponent)
  }
  print(try await resumed.downloadAll(to: directory).map(\.lastPathComponent))
}

func batches(_ client: ModelClient) async throws {
  // The batch pulls the requests outside of any actor.
  let edits = (1...3).lazy.map { @Sendable number in
    Bytedance.Dreamina4_0.Edit(
      imageURLs: ["https://example.com/boat.jpg"], prompt: "boat \(number)")
  }
  var done: Set<Int> = []
  for await outcome in client.run(edits, maxConcurrent: 2) {
    if try outcome.result.get().output.image != nil { done.insert(outcome.index) }
  }
  print(done.sorted())

  let mixed: [any ModelRequest] = [
    Bytedance.Dreamina4_0.Edit.boat, Bytedance.Dreamina4_0.TextToImage(prompt: "a boat"),
  ]
  var handles: [JobHandle] = []
  for await outcome in client.run(mixed, maxConcurrent: 2) {
    if let handle = outcome.handle { handles.append(handle) }
  }
  print(handles.map(\.modelID.rawValue).sorted())
}
