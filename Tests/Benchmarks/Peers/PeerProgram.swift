import Foundation
import ModelCore

/// A program of another ecosystem that does a section's work and times itself, so that neither its
/// start nor the pipe to it counts. It does its rounds in turn with the other contenders.
final class PeerProgram {
  /// The name and version of the program.
  let identity: String

  private let process: Process
  private let questions: FileHandle
  private let answers: FileHandle

  /// - Parameter words: The program and its arguments; it is looked for in `PATH`.
  init(_ words: [String]) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(
      // Where Debian has the modules of node, for a node that isn't Debian's.
      ["NODE_PATH": "/usr/share/nodejs"], uniquingKeysWith: { own, _ in own })
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    (questions, answers) = (input.fileHandleForWriting, output.fileHandleForReading)
    try process.run()
    let hello = try PeerProgram.answer(from: answers, of: words)
    guard let peer = hello["peer"]?.string else {
      throw PeerMissing(reason: hello["missing"]?.string ?? "\(words[0]) said \(hello)")
    }
    identity = peer
  }

  deinit {
    try? questions.close()
    process.waitUntilExit()
  }

  /// Works for about so long, and gives the seconds of one run.
  func round(_ length: Duration) throws -> Double {
    try questions.write(contentsOf: Data("\(length / .seconds(1))\n".utf8))
    let answer = try PeerProgram.answer(from: answers, of: [identity])
    guard let seconds = answer["seconds"]?.double else {
      throw PeerMissing(reason: "\(identity) said \(answer)")
    }
    return seconds
  }

  /// One line, which is one JSON object.
  private static func answer(from handle: FileHandle, of words: [String]) throws -> JSONValue {
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      guard let more = try handle.read(upToCount: 1), !more.isEmpty else {
        throw PeerMissing(reason: "\(words[0]) ended early; it may have said why above")
      }
      line += more
    }
    return try JSONValue(parsing: line)
  }
}

/// The reason a peer is missing.
struct PeerMissing: Error {
  let reason: String
}
