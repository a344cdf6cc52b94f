import ModelCore
import ModelRuntime
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The command line of the run side.
@main
struct Modelrun {
  static func main() async {
    StandardStreams.prepare()
    let environment = ClientEnvironment()
    let terminal = Terminal.ofStandardError(environment.variable)
    let interrupts = Interrupts { departure in
      let console = Console.standard(carriesOn: { true })
      // The shell's prompt does not belong behind the ^C that the terminal shows.
      if terminal != nil { console.error("") }
      if let message = departure.message { console.error(message, orElse: message) }
      exit(departure.code.rawValue)
    }
    let watch = InterruptSignal.watch(interrupts)
    // An end that a signal asked for is brought to its end, though the terminal may be gone.
    let console = Console.standard(carriesOn: { interrupts.isRaised })
    let code = await run(
      Array(CommandLine.arguments.dropFirst()),
      CommandContext(
        console: console, terminal: terminal, interrupts: interrupts, environment: environment))
    withExtendedLifetime(watch) {}
    exit(code.rawValue)
  }

  static var commands: [any Command.Type] {
    [
      RunCommand.self, BatchCommand.self, SubmitCommand.self, WaitCommand.self, StatusCommand.self,
      ResultCommand.self, CancelCommand.self, JobsCommand.self, RecoverCommand.self,
      MockCommand.self, CompletionsCommand.self,
    ]
  }

  /// Runs one command; every failure becomes a line on standard error and an exit code.
  static func run(_ words: [String], _ context: CommandContext) async -> ExitCode {
    if words.first == CompletionWords.command {
      CompletionWords.answer(Array(words.dropFirst()), context)
      return .done
    }
    let console = context.console
    let front = ToolFront(
      "modelrun", summary: "Run hosted AI models from the command line.",
      commands: commands.map { $0.spec }, nearest: { Spelling.nearest(to: $0, among: $1) })
    let call: ToolFront.Call
    do throws(ExitCode) {
      call = try front.call(words, console: console)
    } catch {
      return error
    }
    guard let command = commands.first(where: { $0.spec.name == call.command }) else {
      return .internalError
    }
    do {
      return try await command.run(call.arguments, context)
    } catch {
      let failure = CommandFailure(of: error)
      let code = front.report(failure, of: call.command, console: console)
      if call.arguments.has("json") {
        let event = JobEvent.Failure(
          code: failure.code, message: failure.message,
          issues: (error as? UnsentRequest)?.issues ?? [])
        console.out(json: event.json.description)
      }
      return code
    }
  }
}
