import LocalService
import ModelRuntime

@main
struct Isolated {
  static func main() async throws {
    let boat = Acme.Boat1.Edit(
      prompt: "A boat", imageURLs: ["https://example.com/a.jpg"], style: .styleNone)
    print(try await LocalService.run(boat, modelsIn: LocalService.folder()).images.count, "image")
    // Bindings are nobody's in particular, whatever the target's default.
    let issues = await Task.detached { boat.validationIssues() }.value
    print(issues.isEmpty)
  }
}
