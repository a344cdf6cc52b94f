import ModelRuntime
import ModelTesting
import ToolSupport

/// The service that a command submits to; with `--mock` one that it starts itself.
struct OpenedService {
  let service: Service
  private let mock: MockService?

  /// - Parameter model: The model of the mock service, or `nil` for all of the folder.
  init(
    for model: RequestedModel? = nil, _ arguments: ParsedArguments, _ context: CommandContext,
    journal: JobJournal? = nil, requestsPerSecond: Double = 20
  ) throws {
    guard arguments.has("mock") else {
      mock = nil
      service = try .remote(
        arguments.value("base-url"), context, journal: journal,
        requestsPerSecond: requestsPerSecond)
      return
    }
    guard arguments.value("base-url") == nil else {
      throw CommandFailure(.usage, "--mock can't be combined with --base-url")
    }
    do throws(MockFailure) {
      switch model {
      case .described(let model): mock = try .start(models: [model])
      case .unknown, nil: mock = try .start(schemas: arguments.schemas)
      }
    } catch {
      throw error.commandFailure
    }
    service = try .own(at: mock?.baseURL, context, requestsPerSecond: requestsPerSecond)
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
