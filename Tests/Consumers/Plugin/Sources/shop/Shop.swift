import Catalog
import LocalService
import ModelRuntime

@main
struct Shop {
  static func main() async throws {
    var boat = Catalog.boat
    boat.prompt = "A boat at night"
    print(try await LocalService.run(boat, modelsIn: Catalog.folder).images.count, "image")
    let film = Zeta.Film2(prompt: "A boat")
    print(try await LocalService.run(film, modelsIn: LocalService.folder()).images.count, "image")
  }
}
