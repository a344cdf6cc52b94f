import LocalService
import ModelRuntime

@main
struct Awkward {
  static func main() async throws {
    let folder = LocalService.folder()
    let boat = Acme.Boat1.TextToImage(prompt: "A boat", widthByHeight: .size2304x1728)
    print(try await LocalService.run(boat, modelsIn: folder).images.count, "image")
    let film = Acme.Movie(prompt: "A boat", duration: .duration5)
    print(film)
    // Two files of one name.
    let first = Acme.Boat1.Edit(prompt: "Blue", imageURLs: ["https://example.com/a.jpg"])
    let second = Zeta.Boat.Edit(prompt: "Red", imageURLs: ["https://example.com/b.jpg"])
    print(first, second, separator: "\n")
    // The path of the file is its id where it has none.
    print(Bare.RowingBoat.modelID)
  }
}
