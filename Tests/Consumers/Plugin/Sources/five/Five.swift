import LocalService
import ModelRuntime

@main
struct Five {
  static func main() async throws {
    let boat = Acme.Boat1.Edit(
      prompt: "A boat", imageURLs: ["https://example.com/a.jpg"], style: .pencil)
    let folder = LocalService.folder() + "/Models"
    print(try await LocalService.run(boat, modelsIn: folder).images.count, "image")
  }
}
