/// The models that the shop shows.
public enum Catalog {
  public static var boat: Acme.Boat1.Edit {
    Acme.Boat1.Edit(prompt: "A boat", imageURLs: ["https://example.com/a.jpg"])
  }

  public static var folder: String {
    String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))
  }
}
