import ModelRuntime
import ModelTesting
import ZetaModels

@main
struct Sailor {
  static func main() async throws {
    let boat = Acme.Boat1.Edit(prompt: "A boat", imageURLs: ["https://example.com/a.jpg"])
    print(try await run(boat, modelsIn: "Sources/sailor/Models").images.count, "image")
    let film = Zeta.Film2(prompt: "A boat")
    print(try await run(film, modelsIn: "schemas").images.count, "image")
  }

  /// Sends a request to a service in this process.
  private static func run<Request: ModelRequest>(
    _ request: Request, modelsIn folder: String
  ) async throws -> Request.Output {
    var options = MockService.Options()
    options.pace = .instant
    let service = try MockService.start(schemas: root + "/" + folder, options: options)
    defer { service.stop() }
    return try await ModelClient(token: "any", baseURL: service.baseURL).run(request)
  }

  private static var root: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }
}
