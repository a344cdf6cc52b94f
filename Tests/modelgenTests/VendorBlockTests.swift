import Testing

/// The list of vendor modules in the package manifest beside the output folder.
@Suite("List of vendors in the manifest") struct VendorBlockTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  private func manifest(_ list: String, name: String = "Generated") -> String {
    """
    // swift-tools-version: 6.1
    // modelgen: begin vendors of \(name)
    \(list)
    // modelgen: end vendors of \(name)
    let other = 1

    """
  }

  private let full = """
    let vendorModules: [String] = [
      "AcmeModels",
      "ZetaModels",
    ]
    """

  @Test("generate updates the list, and --check checks it")
  func theListIsKeptAndCheckChecksIt() throws {
    try sandbox.write("Package.swift", manifest("let vendorModules: [String] = []"))
    #expect(sandbox.generate("--check").out.contains("would change Package.swift\n"))
    #expect(sandbox.generate().out.contains("changed Package.swift\n"))
    #expect(try sandbox.read("Package.swift") == manifest(full))
    #expect(sandbox.generate("--check").code == .done)
    try sandbox.write("Package.swift", manifest("let vendorModules: [String] = []"))
    let check = sandbox.generate("--check")
    #expect(check.code == .found && check.out == "would change Package.swift\n")
  }

  @Test("A removed vendor is removed from the list")
  func aVendorThatIsGoneLeavesTheList() throws {
    try sandbox.write("Package.swift", manifest(full))
    #expect(sandbox.generate().code == .done)
    try sandbox.remove("schemas/acme")
    #expect(sandbox.generate().code == .done)
    #expect(
      try sandbox.read("Package.swift")
        == manifest("let vendorModules: [String] = [\n  \"ZetaModels\"\n]"))
  }

  @Test("The last vendor is removed from the list too")
  func theLastVendorLeavesTheListToo() throws {
    try sandbox.write("Package.swift", manifest(full))
    #expect(sandbox.generate().code == .done)
    #expect(sandbox.generate("--single-module").code == .done)
    #expect(try sandbox.read("Package.swift") == manifest("let vendorModules: [String] = []"))
    #expect(sandbox.generate().code == .done)
    #expect(try sandbox.read("Package.swift") == manifest(full))
  }

  @Test("The name of the list and its indentation are kept")
  func theNameSomebodyGaveTheListAndItsIndentStay() throws {
    let list = "  let bindings = [\n  ]"
    try sandbox.write(
      "Package.swift",
      "  // modelgen: begin vendors of Generated\n\(list)\n  // modelgen: end vendors of Generated")
    #expect(sandbox.generate().code == .done)
    #expect(
      try sandbox.read("Package.swift") == """
          // modelgen: begin vendors of Generated
          let bindings = [
            "AcmeModels",
            "ZetaModels",
          ]
          // modelgen: end vendors of Generated
        """)
  }

  @Test("All other bytes of the manifest are kept")
  func allOtherBytesOfTheManifestStay() throws {
    let head: [UInt8] = Array("// caf".utf8) + [0xE9, 0x0D, 0x0A]
    let marks = ["begin", "end"].map { "// modelgen: \($0) vendors of Generated\r\n" }.joined()
    try sandbox.write("Package.swift", head + Array(marks.utf8) + [0x00, 0xFF])
    #expect(sandbox.generate().code == .done)
    let bytes = try sandbox.snapshot()["Package.swift"] ?? []
    #expect(bytes.starts(with: head) && bytes.suffix(2) == [0x00, 0xFF])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("[\r\n  \"AcmeModels\",\r\n  \"ZetaModels\",\r\n]\r\n// modelgen: end"))
    #expect(sandbox.generate().out.isEmpty)
  }

  @Test(
    "A missing end marker is reported with its position, and nothing is written",
    arguments: ["", "  "])
  func aMissingEndIsLocatedAndNothingIsWritten(indent: String) throws {
    let text = "import X\n\(indent)// modelgen: begin vendors of Generated\nlet x = 1\n"
    try sandbox.write("Package.swift", text)
    for options in [[], ["--check"]] {
      let outcome = sandbox.run(
        ["generate", "--schemas=@schemas", "--output=@Generated"] + options)
      #expect(outcome.code == .badInput)
      #expect(
        outcome.errorLines.first
          == "Package.swift:2:\(indent.count + 1): error: the line "
          + "\"// modelgen: end vendors of Generated\" is missing below this one")
    }
    #expect(try sandbox.read("Package.swift") == text)
    #expect(!sandbox.exists("Generated"))
  }

  @Test("A list for another folder is kept", arguments: ["Other", "Generated2", "generated"])
  func aListOfAnotherFolderStays(name: String) throws {
    try sandbox.write("Package.swift", manifest("let x = 1", name: name))
    #expect(sandbox.generate().code == .done)
    #expect(try sandbox.read("Package.swift") == manifest("let x = 1", name: name))
  }

  /// Otherwise there are files that no build reads, without a warning.
  @Test("A manifest without markers is kept, and advice is printed once")
  func aManifestWithoutMarksStaysAndItsAuthorIsToldOnce() throws {
    try sandbox.write("Package.swift", "let package = 1\n")
    let outcome = sandbox.generate()
    #expect(outcome.code == .done)
    #expect(
      outcome.error == """
        Package.swift has no target for AcmeModels, ZetaModels yet. Add one with the path \
        "Generated/AcmeModels" that depends on ModelRuntime, or these two lines, between which a \
        list of all modules is kept:
          // modelgen: begin vendors of Generated
          // modelgen: end vendors of Generated

        """)
    #expect(try sandbox.read("Package.swift") == "let package = 1\n")
    #expect(sandbox.generate().error.isEmpty)
  }

  @Test("No advice is printed if the manifest names the modules")
  func whoseManifestNamesTheModulesItselfIsToldNothing() throws {
    try sandbox.write("Package.swift", "let modules = [\"AcmeModels\", \"ZetaModels\"]\n")
    #expect(sandbox.generate().error.isEmpty)
  }

  @Test(
    "The folder is recognized however its path is spelled",
    arguments: ["@Generated/", "@Generated/.", "@schemas/../Generated"])
  func theFolderIsKnownHoweverItIsSpelled(output: String) throws {
    try sandbox.makeFolder("Generated")
    try sandbox.write("Package.swift", manifest(""))
    #expect(sandbox.run("generate", "--schemas=@schemas", "--output", output).code == .done)
    #expect(try sandbox.read("Package.swift") == manifest(full))
  }
}
