import Foundation
import ModelRuntime
import ModelTransport

/// Counts the steps of this process, and ends it at one of them.
final class Steps: Sendable {
  private let last: Int
  private let taken = Locked(0)

  init(last: Int) { self.last = last }

  var count: Int { taken.withLock { $0 } }

  /// Begins a step. Returns true where the process is to end in the middle of it.
  private func isLast() -> Bool {
    taken.withLock { taken in
      taken += 1
      return taken == last
    }
  }

  /// Ends the process if this is its last step.
  func take() { if isLast() { end() } }

  /// Writes a part of the bytes before the process ends.
  func take(orWrite bytes: ArraySlice<UInt8>, to file: Int32) {
    guard isLast() else { return }
    let part = bytes.prefix(bytes.count / 2)
    part.withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
    end()
  }

  private func end() {
    kill(getpid(), SIGKILL)
    while true { pause() }
  }
}

extension JournalFiles {
  /// The file system of this machine, with each change of it a step.
  static func counted(by steps: Steps) -> JournalFiles {
    var files = JournalFiles.system
    let system = JournalFiles.system
    files.makeDirectory = { path throws(SystemFailure) in
      steps.take()
      try system.makeDirectory(path)
    }
    files.open = { path, isEmptied throws(SystemFailure) in
      steps.take()
      return try system.open(path, isEmptied)
    }
    files.append = { file, bytes throws(SystemFailure) in
      steps.take(orWrite: bytes, to: file)
      let count = try system.append(file, bytes)
      steps.take()
      return count
    }
    files.sync = { file throws(SystemFailure) in
      steps.take()
      try system.sync(file)
    }
    files.syncDirectory = { path throws(SystemFailure) in
      steps.take()
      try system.syncDirectory(path)
    }
    files.rename = { old, new throws(SystemFailure) in
      steps.take()
      try system.rename(old, new)
    }
    files.lock = { file, waits throws(SystemFailure) in
      steps.take()
      return try system.lock(file, waits)
    }
    return files
  }
}

/// A transport, with each part of an exchange a step.
struct CountedTransport: HTTPTransport {
  let steps: Steps
  let transport: any HTTPTransport

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    steps.take()
    let response = try await transport.send(request)
    steps.take()
    return response
  }

  func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead {
    steps.take()
    let head = try await transport.stream(request, into: CountedSink(steps: steps, sink: sink))
    steps.take()
    return head
  }
}

private struct CountedSink: TransportBodySink {
  let steps: Steps
  let sink: any TransportBodySink

  func begin(_ head: TransportResponseHead) async throws {
    steps.take()
    try await sink.begin(head)
  }

  func receive(_ bytes: [UInt8]) async throws {
    steps.take()
    try await sink.receive(bytes)
  }
}
