import ModelRuntime
import ModelTesting
import ToolSupport

/// The service that a command submits to; with `--mock` one that it starts itself.
struct OpenedService {
  let service: Service
  private let mock: MockService?

  init(
    for model: RequestedModel, _ arguments: ParsedArguments, _ context: CommandContext,
    journal: JobJournal? = nil
  ) throws {
    guard arguments.has("mock") else {
      mock = nil
      service = try .remote(arguments.value("base-url"), context, journal: journal)
      return
    }
    guard arguments.value("base-url") == nil else {
      throw CommandFailure(.usage, "--mock can't be combined with --base-url")
    }
    do throws(MockFailure) {
      switch model {
      case .described(let model): mock = try .start(models: [model])
      case .unknown: mock = try .start(schemas: arguments.schemas)
      }
    } catch {
      throw error.commandFailure
    }
    service = try .own(at: mock?.baseURL, context)
  }

  func close() { mock?.stop() }
}

extension MockFailure {
  /// As the end of a command.
  var commandFailure: CommandFailure {
    switch self {
    case .portInUse, .system: CommandFailure(.unavailable, description)
    case .noModels: CommandFailure(.inputMissing, description)
    case .script: CommandFailure(.badInput, description)
    }
  }
}
