import Testing

extension ChangeTests {
  /// Swift's build system to be: what it makes must not be less than what the present one makes.
  @Test("The swiftbuild build system picks up the same changes")
  func theOtherBuildSystemNoticesTheSame() throws {
    #expect(try printed() == "{\"prompt\":\"A boat\"}\n")

    try package.addModel("nova/boat-1/edit", at: "Models/nova.model.json")
    try package.write("main.swift", "print(Nova.Boat1.Edit(prompt: \"A boat\"))\n")
    #expect(try printed() == "{\"prompt\":\"A boat\"}\n")

    try package.write("Models/nova.model.json", "{\n  \"model_id\": }\n")
    let outcome = try package.build(.swiftbuild)
    #expect(outcome.code != 0)
    let place = package.path("Models/nova.model.json") + ":2:15: error: "
    #expect(outcome.text.split(separator: "\n").contains { $0.hasPrefix(place) }, "\(outcome.text)")

    try package.addModel("nova/boat-2/edit", at: "Models/nova.model.json")
    try package.write("main.swift", "print(Nova.Boat2.Edit(prompt: \"A boat\"))\n")
    #expect(try printed() == "{\"prompt\":\"A boat\"}\n")

    try package.remove("Models/nova.model.json")
    let last = try package.build(.swiftbuild)
    #expect(last.code != 0 && last.text.contains("cannot find 'Nova' in scope"), "\(last.text)")
  }

  private func printed() throws -> String { try package.printed(.swiftbuild) }
}
