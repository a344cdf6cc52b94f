import BytedanceModels
import Foundation
import ModelRuntime
import ModelTesting

// A local mock service. With a token in the environment, use: let client = try ModelClient()
let service = try MockService.start(schemas: "schemas")
let client = try ModelClient(token: "any", baseURL: service.baseURL)

var request = Bytedance.Dreamina4_0.Edit(
  imageURLs: ["https://example.com/boat.jpg"], prompt: "Sunset over the lake", scale: 0.7)
let output = try await client.run(request)
let files = try await client.downloadAll(output, to: URL(fileURLWithPath: "pictures"))
print(files[0].relativePath)

request.prompt = String(repeating: "x", count: 900)
request.widthByHeight = "800x600"
do { _ = try await client.run(request) } catch { print(error) }
