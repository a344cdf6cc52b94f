import BytedanceModels
import Foundation
import ModelRuntime
import ModelTesting

@main
struct Sunset {
  static func main() async throws {
    // A stand-in of the service on this machine. The real one: try ModelClient(), with the token
    // from the environment.
    let service = try MockService.start(schemas: "schemas")
    let client = try ModelClient(token: "any", baseURL: service.baseURL)

    var request = Bytedance.Dreamina4_0.Edit(
      imageURLs: ["https://example.com/boat.jpg"],
      prompt: "Sunset over the lake",
      widthByHeight: .size2304x1728,
      scale: 0.7)
    let output = try await client.run(request)
    for file in try await client.downloadAll(output, to: URL(fileURLWithPath: "pictures")) {
      print(file.relativePath)
    }

    request.prompt = String(repeating: "x", count: 900)
    request.widthByHeight = "800x600"
    do {
      _ = try await client.run(request)
    } catch {
      print(error)
    }
  }
}
