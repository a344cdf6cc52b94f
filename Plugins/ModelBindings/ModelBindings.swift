import Foundation
import PackagePlugin

/// Makes bindings of the model files in a target, while the target is built.
@main
struct ModelBindings: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let dependencies = target.recursiveTargetDependencies
    if !dependencies.contains(where: { $0.name == "ModelRuntime" }) {
      Diagnostics.error(
        "the bindings of \(target.name) need ModelRuntime: add "
          + ".product(name: \"ModelRuntime\", package: \"modelgen\") to the target's dependencies")
    }
    return try BindingsBuild(
      of: target.name, files: TargetFiles(below: target.directoryURL),
      tool: context.tool(named: "modelgen-bindings").url,
      workFolder: context.pluginWorkDirectoryURL
    ).commands()
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension ModelBindings: XcodeBuildToolPlugin {
    func createBuildCommands(
      context: XcodePluginContext, target: XcodeTarget
    ) throws -> [Command] {
      try BindingsBuild(
        of: target.displayName,
        files: TargetFiles(
          target.inputFiles.map(\.url), below: context.xcodeProject.directoryURL),
        tool: context.tool(named: "modelgen-bindings").url,
        workFolder: context.pluginWorkDirectoryURL
      ).commands()
    }
  }
#endif
