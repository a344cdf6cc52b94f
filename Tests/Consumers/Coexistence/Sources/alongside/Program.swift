import Foundation
import HTTPTypes
import ModelRuntime
import ModelTesting

@main
struct Program {
  static func main() async throws {
    var options = MockService.Options()
    options.pace = .instant
    let service = try MockService.start(schemas: "schemas", options: options)
    let client = try ModelClient(token: "any", baseURL: service.baseURL)

    // The other library's types need no module's name.
    let fields = HTTPFields([HTTPField(name: HTTPField.Name("accept"), value: "image/png")])
    let request = HTTPRequest(method: .get, path: "/", headerFields: fields)
    print(request.path, HTTPResponse(status: 200, headerFields: fields).status)

    try values()
    try requests()
    try await jobs(client)
    try await batches(client)
    try await failures(client)
  }
}
