/// The file that holds the lines of a journal, as far as it was read.
///
/// Every method is called under the lock of the journal.
struct JournalFile {
  let path: String
  let files: JournalFiles
  private var file: Int32?
  /// The number of bytes that were read or written.
  private(set) var size = 0
  /// A Boolean value that indicates whether the last line was cut. The next one begins on a line of its
  /// own.
  private var endsInMidLine = false

  init(path: String, files: JournalFiles) { (self.path, self.files) = (path, files) }

  private static var blockSize: Int { 1 << 20 }

  enum Change {
    /// Nothing was lost: these lines are new.
    case grew([[UInt8]])
    /// The file is another one, or was shortened: these are all of its lines.
    case replaced([[UInt8]])
    /// There was no file any more, and a new one was made.
    case created
  }

  /// Reads what is new in the file.
  mutating func catchUp() throws(SystemFailure) -> Change {
    let there = try files.identityAt(path)
    if let file, let there {
      let known = try files.identity(file)
      if there.isSameFile(as: known), known.size >= size {
        return .grew(try read(file, to: known.size))
      }
    }
    close()
    let opened = try files.open(path, false)
    file = opened
    if there == nil { return .created }
    return .replaced(try read(opened, to: try files.identity(opened).size))
  }

  /// Appends lines. If that fails, as much of them as possible is removed again.
  ///
  /// - Returns: The size before, for ``takeBack(to:)``.
  mutating func append(_ bytes: [UInt8]) throws(SystemFailure) -> Int {
    guard let file else { throw SystemFailure("can't write to", path, 0) }
    let before = size
    let all = endsInMidLine ? [UInt8(ascii: "\n")] + bytes : bytes
    var rest = all[...]
    do throws(SystemFailure) {
      while !rest.isEmpty {
        let count = try files.append(file, rest)
        guard count > 0 else { throw SystemFailure("can't write to", path, 0) }
        rest = rest.dropFirst(count)
      }
    } catch {
      _ = takeBack(to: before)
      throw error
    }
    size = before + all.count
    endsInMidLine = false
    return before
  }

  func sync() throws(SystemFailure) { if let file { try files.sync(file) } }

  /// Shortens the file to what it was. Returns false if that isn't possible.
  mutating func takeBack(to size: Int) -> Bool {
    guard let file, (try? files.truncate(file, size)) != nil else {
      // Whatever is there now is read again.
      close()
      return false
    }
    close()
    return true
  }

  mutating func close() {
    if let file { files.close(file) }
    (file, size, endsInMidLine) = (nil, 0, false)
  }

  /// Returns the lines of the file, the last one even if it was cut.
  private mutating func read(_ file: Int32, to end: Int) throws(SystemFailure) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var rest: [UInt8] = []
    var position = size
    while position < end {
      let block = try files.read(file, position..<min(end, position + JournalFile.blockSize))
      if block.isEmpty { break }
      position += block.count
      var start = 0
      while let newline = block[start...].firstIndex(of: UInt8(ascii: "\n")) {
        rest += block[start..<newline]
        if !rest.isEmpty { lines.append(rest) }
        rest = []
        start = newline + 1
      }
      rest += block[start...]
    }
    if position > size { endsInMidLine = !rest.isEmpty }
    if !rest.isEmpty { lines.append(rest) }
    size = position
    return lines
  }
}
