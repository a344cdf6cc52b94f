public import ModelRuntime
import ModelTesting

/// A service in this process, so that the programs run without a token or a network.
public enum LocalService {
  /// Sends a request to a service of the model files in a folder.
  public static func run<Request: ModelRequest>(
    _ request: Request, modelsIn folder: String
  ) async throws -> Request.Output {
    var options = MockService.Options()
    options.files = .modelJSON
    options.pace = .instant
    let service = try MockService.start(schemas: folder, options: options)
    defer { service.stop() }
    return try await ModelClient(token: "any", baseURL: service.baseURL).run(request)
  }

  /// The folder of a source file.
  public static func folder(of file: String = #filePath) -> String {
    String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex))
  }
}
