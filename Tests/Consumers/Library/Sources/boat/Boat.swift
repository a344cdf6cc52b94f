import BytedanceModels
import Foundation
import ModelRuntime

@main
struct Boat {
  static func main() async throws {
    let client = try ModelClient(token: "a-token", transport: Service.scripted)
    let request = Bytedance.Dreamina4_0.Edit(
      imageURLs: ["https://example.com/boat.jpg"],
      prompt: "Sunset over the lake",
      widthByHeight: .size2304x1728,
      scale: 0.7)

    let output = try await client.run(request)
    print(output.images)

    // Submit here, wait elsewhere.
    let job = try await client.submit(request)
    let saved = try JSONEncoder().encode(job.handle)
    let handle = try JSONDecoder().decode(JobHandle.self, from: saved)
    let later = client.job(for: handle, of: Bytedance.Dreamina4_0.Edit.self)
    for try await update in later.updates() { print(update.status) }
    print(try await later.output().image?.absoluteString ?? "nothing")

    // What can't succeed isn't sent.
    var wrong = request
    wrong.prompt = String(repeating: "x", count: 900)
    wrong.widthByHeight = "800x600"
    do {
      _ = try await client.run(wrong)
    } catch {
      print(error)
    }
  }
}
