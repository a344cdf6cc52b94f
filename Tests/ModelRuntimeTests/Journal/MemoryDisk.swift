import ModelTransport

@testable import ModelRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A disk that fails when it is told to, and that a process can leave at any of its calls.
final class MemoryDisk: Sendable {
  /// The calls that can fail.
  enum Call: String, CaseIterable, Sendable {
    case makeDirectory, open, read, append, truncate, sync, syncDirectory, rename, lock
  }

  private struct File {
    var bytes: [UInt8] = []
    /// The bytes that are left when the power fails.
    var durable: [UInt8] = []
  }

  private struct OpenFile {
    let number: Int
    let process: Int
  }

  private struct State {
    var names: [String: Int] = [:]
    var files: [Int: File] = [:]
    var open: [Int32: OpenFile] = [:]
    var locks: [Int: Int32] = [:]
    var lastNumber = 2
    var failures: [Call: Int32] = [:]
    var calls = 0
    /// The call at which each process ends.
    var lastCalls: [Int: Int] = [:]
  }

  private let state = Locked(State())

  /// Makes every call of a kind fail from now on; nil makes it succeed again.
  func fail(_ call: Call, _ code: Int32?) { state.withLock { $0.failures[call] = code } }

  /// The number of calls so far.
  var calls: Int { state.withLock { $0.calls } }

  /// Lets every call of a process fail after so many more calls.
  func end(_ process: Int, afterCalls calls: Int) {
    state.withLock { $0.lastCalls[process] = $0.calls + calls }
  }

  /// A Boolean value that indicates whether a process has come to its last call.
  func hasEnded(_ process: Int) -> Bool {
    state.withLock { state in state.lastCalls[process].map { state.calls >= $0 } ?? false }
  }

  /// Takes away what an ended process held open, as the system does.
  func bury(_ process: Int) {
    state.withLock { state in
      state.lastCalls[process] = -1
      for (number, file) in state.open where file.process == process {
        state.open[number] = nil
        if state.locks[file.number] == number { state.locks[file.number] = nil }
      }
    }
  }

  /// Takes away what wasn't synced.
  func losePower() {
    state.withLock { state in
      state.files = state.files.mapValues { File(bytes: $0.durable, durable: $0.durable) }
    }
  }

  func removeAll() { state.withLock { ($0.names, $0.locks) = ([:], [:]) } }

  func text(_ name: String) -> String? {
    state.withLock { state in
      state.names.first { $0.key.hasSuffix("/" + name) }
        .flatMap { state.files[$0.value] }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }

  func write(_ name: String, _ text: String) {
    state.withLock { state in
      guard let number = state.names.first(where: { $0.key.hasSuffix("/" + name) })?.value else {
        return
      }
      state.files[number] = File(bytes: Array(text.utf8), durable: Array(text.utf8))
    }
  }

  /// The disk as a process sees it.
  func files(for process: Int = 0) -> JournalFiles {
    JournalFiles(
      makeDirectory: { [self] _ throws(SystemFailure) in try check(.makeDirectory, process) },
      open: { [self] path, isEmptied throws(SystemFailure) in
        try check(.open, process)
        return state.withLock { state in
          let number = state.names[path] ?? (state.lastNumber + 1)
          state.lastNumber = max(state.lastNumber, number)
          state.names[path] = number
          if isEmptied || state.files[number] == nil { state.files[number] = File() }
          state.lastNumber += 1
          let descriptor = Int32(state.lastNumber)
          state.open[descriptor] = OpenFile(number: number, process: process)
          return descriptor
        }
      },
      close: { [self] descriptor in
        state.withLock { state in
          guard let file = state.open.removeValue(forKey: descriptor) else { return }
          if state.locks[file.number] == descriptor { state.locks[file.number] = nil }
        }
      },
      identity: { [self] descriptor throws(SystemFailure) in
        state.withLock { state in
          let number = state.open[descriptor]?.number ?? 0
          return FileIdentity(
            device: 1, number: UInt64(number), size: state.files[number]?.bytes.count ?? 0)
        }
      },
      identityAt: { [self] path throws(SystemFailure) in
        state.withLock { state in
          state.names[path].map { number in
            FileIdentity(
              device: 1, number: UInt64(number), size: state.files[number]?.bytes.count ?? 0)
          }
        }
      },
      read: { [self] descriptor, range throws(SystemFailure) in
        try check(.read, process)
        return state.withLock { state in
          let bytes = state.files[state.open[descriptor]?.number ?? 0]?.bytes ?? []
          return Array(
            bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)])
        }
      },
      append: { [self] descriptor, bytes throws(SystemFailure) in
        try append(bytes, to: descriptor, process)
      },
      truncate: { [self] descriptor, size throws(SystemFailure) in
        try check(.truncate, process)
        state.withLock { state in
          let number = state.open[descriptor]?.number ?? 0
          let bytes = state.files[number]?.bytes ?? []
          state.files[number]?.bytes = Array(bytes.prefix(size))
        }
      },
      sync: { [self] descriptor throws(SystemFailure) in
        try check(.sync, process)
        state.withLock { state in
          let number = state.open[descriptor]?.number ?? 0
          let bytes = state.files[number]?.bytes ?? []
          state.files[number]?.durable = bytes
        }
      },
      syncDirectory: { [self] _ throws(SystemFailure) in try check(.syncDirectory, process) },
      rename: { [self] old, new throws(SystemFailure) in
        try check(.rename, process)
        state.withLock { $0.names[new] = $0.names.removeValue(forKey: old) }
      },
      remove: { [self] path throws(SystemFailure) in state.withLock { $0.names[path] = nil } },
      list: { [self] directory throws(SystemFailure) in
        state.withLock { state in
          state.names.keys.filter { $0.hasPrefix(directory + "/") }.map {
            String($0.dropFirst(directory.count + 1))
          }
        }
      },
      lock: { [self] descriptor, _ throws(SystemFailure) in
        try check(.lock, process)
        return state.withLock { state in
          let number = state.open[descriptor]?.number ?? 0
          if let holder = state.locks[number], holder != descriptor { return false }
          state.locks[number] = descriptor
          return true
        }
      },
      unlock: { [self] descriptor in
        state.withLock { state in
          let number = state.open[descriptor]?.number ?? 0
          if state.locks[number] == descriptor { state.locks[number] = nil }
        }
      })
  }

  /// A full disk takes a part of what it is given.
  private func append(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ process: Int
  ) throws(SystemFailure) -> Int {
    let failure = failure(.append, process)
    let count = failure == nil ? bytes.count : bytes.count / 2
    state.withLock { state in
      let number = state.open[descriptor]?.number ?? 0
      state.files[number]?.bytes += bytes.prefix(count)
    }
    if let failure { throw failure }
    return count
  }

  private func check(_ call: Call, _ process: Int) throws(SystemFailure) {
    if let failure = failure(call, process) { throw failure }
  }

  private func failure(_ call: Call, _ process: Int) -> SystemFailure? {
    state.withLock { state in
      if let last = state.lastCalls[process], state.calls >= last {
        return SystemFailure("ended at", call.rawValue, EIO)
      }
      state.calls += 1
      return state.failures[call].map { SystemFailure("can't \(call.rawValue)", "the disk", $0) }
    }
  }
}
