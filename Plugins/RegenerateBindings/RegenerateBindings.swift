import Foundation
import PackagePlugin

/// Writes the bindings that a package checks in, or tells whether they are up to date.
@main
struct RegenerateBindings: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let request = try Request(arguments)
    if request.isHelp { return print(Request.help) }
    let package = context.package
    let places =
      try request.targets.isEmpty
      ? CheckedInBindings.all(of: package)
      : request.targets.map { try CheckedInBindings(of: package, target: $0) }
    guard !places.isEmpty else { throw Refusal(Request.nothingFound) }
    let tool = try context.tool(named: "modelgen").url
    var failed: [String] = []
    for place in places {
      let process = Process()
      process.executableURL = tool
      process.arguments = place.words + (request.isCheck ? ["--check"] : [])
      process.currentDirectoryURL = package.directoryURL
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus != 0 { failed.append(place.name) }
    }
    guard !failed.isEmpty else { return }
    let names = failed.joined(separator: ", ")
    throw Refusal(
      request.isCheck
        ? "the bindings of \(names) are out of date\nTo generate them: \(Request.commandLine)"
        : "some bindings of \(names) could not be written")
  }
}

/// The reason the command stops.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
