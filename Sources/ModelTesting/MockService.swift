public import ModelSchema
import ModelTransport
import ToolSupport

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The service on this machine: the calls, answers, codes and files of the true one, on loopback.
///
///     let service = try MockService.start(schemas: "schemas")
///     let client = try ModelClient(token: "any", baseURL: service.baseURL)
///
/// It checks request bodies against the model files, lets jobs queue and run at a pace of its own,
/// and serves small files as outputs. Nothing leaves the machine and nothing costs money. The
/// service ends when it is stopped or released.
public final class MockService: Sendable {
  /// The URL of the service, such as `http://127.0.0.1:50123`.
  public let baseURL: URL
  public let port: UInt16
  /// The problems found in the model files. Models with errors aren't served.
  public let diagnostics: [Diagnostic]
  private let log: CallLog
  private let wake: Pipe
  private let ended: Pipe
  private let isStopped = Locked(false)

  /// Starts a service of the models of a folder.
  public static func start(
    schemas folder: String, options: Options = Options()
  ) throws(MockFailure) -> MockService {
    let files: SchemasFolder
    do throws(ModelFilesError) {
      files = try SchemasFolder(folder, where: options.files.isModelFile)
    } catch {
      throw .noModels(error.description)
    }
    let readings = ModelSet(files)
    let interpreted = readings.entries.map { $0.interpret() }
    let models = interpreted.compactMap(\.model)
    let diagnostics = readings.diagnostics + interpreted.flatMap(\.diagnostics)
    guard !models.isEmpty else {
      let errors = diagnostics.filter { $0.severity == .error }.map(\.description)
      throw .noModels(
        (["none of the files in \(folder) can be read as a model"] + errors)
          .joined(separator: "\n"))
    }
    return try MockService(models, options, diagnostics)
  }

  /// Starts a service of these models.
  package static func start(
    models: [Model], options: Options = Options()
  ) throws(MockFailure) -> MockService {
    guard !models.isEmpty else { throw .noModels("there are no models to serve") }
    return try MockService(models, options, [])
  }

  private init(
    _ models: [Model], _ options: Options, _ diagnostics: [Diagnostic]
  ) throws(MockFailure) {
    let (listener, wake, ended) = try MockService.descriptors(port: options.port)
    let (port, log) = (listener.port, CallLog(limit: options.submissionLimit))
    let address = "http://127.0.0.1:\(port)"
    let run = { @Sendable in
      let service = Service(options: options, baseURL: address, models: models, log: log)
      var loop = EventLoop(
        listener: listener, stop: wake.readEnd, options: options,
        answer: service.reply, refuse: service.refuse)
      loop.run()
      wake.endReading()
      ended.endWriting()
    }
    guard let baseURL = URL(string: address),
      BackgroundThread.start(stackBytes: 4 << 20, run)
    else {
      listener.end()
      for pipe in [wake, ended] { pipe.end() }
      throw .system("the system has no thread left")
    }
    (self.baseURL, self.port, self.diagnostics) = (baseURL, port, diagnostics)
    (self.log, self.wake, self.ended) = (log, wake, ended)
  }

  /// All of what a service needs of the system, or nothing.
  private static func descriptors(port: UInt16) throws(MockFailure) -> (Listener, Pipe, Pipe) {
    let listener = try Listener(port: port)
    do throws(MockFailure) {
      let wake = try Pipe()
      do throws(MockFailure) {
        return (listener, wake, try Pipe())
      } catch {
        wake.end()
        throw error
      }
    } catch {
      listener.end()
      throw error
    }
  }

  deinit {
    stop()
    ended.endReading()
  }

  /// Ends the service. When this returns, every connection is closed and the port is free.
  public func stop() {
    let isFirst = isStopped.withLock { isStopped in
      defer { isStopped = true }
      return !isStopped
    }
    if isFirst { wake.endWriting() }
    ended.waitForEnd()
  }

  /// The latest requests that were accepted, the oldest first, as many as the options keep.
  public var submissions: [MockSubmission] { log.submissions }

  /// The number of accepted requests.
  public var submissionCount: Int { log.accepted }

  /// Returns the number of calls of one kind, whatever their response.
  public func count(of call: MockCall) -> Int { log.count(of: call) }
}

extension MockService.FileChoice {
  fileprivate func isModelFile(_ name: String) -> Bool {
    switch self {
    case .json: ModelFile.isModelFile(named: name)
    case .modelJSON: ModelFile.isModelFile(named: name) && name.hasSuffix(".model.json")
    }
  }
}

/// An error thrown if a mock service can't be started or its fault script can't be read.
public enum MockFailure: Error, Sendable, Hashable {
  /// Another program listens on the port.
  case portInUse(UInt16)
  /// There is nothing to serve.
  case noModels(String)
  /// The fault script isn't valid, with all of its problems.
  case script([Diagnostic])
  /// A call of the system failed.
  case system(String)
}

extension MockFailure: CustomStringConvertible, LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }

  /// The problem, and advice on what to do.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use; choose another one, or 0 for any free port"
    case .noModels(let reason): reason
    case .script(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    case .system(let reason): "the mock service can't run: \(reason)"
    }
  }
}
