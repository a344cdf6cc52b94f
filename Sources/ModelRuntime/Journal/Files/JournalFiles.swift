/// The calls to the file system that a journal makes. Tests replace them to let them fail, or to end
/// the process at one of them.
package struct JournalFiles: Sendable {
  /// Creates a folder that only its owner may use, with its parents. Does nothing if it exists.
  package var makeDirectory: @Sendable (_ path: String) throws(SystemFailure) -> Void
  /// Opens a file for reading and appending, and creates it for its owner alone where it is missing.
  package var open: @Sendable (_ path: String, _ isEmptied: Bool) throws(SystemFailure) -> Int32
  package var close: @Sendable (_ file: Int32) -> Void
  package var identity: @Sendable (_ file: Int32) throws(SystemFailure) -> FileIdentity
  /// Returns `nil` if there is no such file.
  package var identityAt: @Sendable (_ path: String) throws(SystemFailure) -> FileIdentity?
  package var read: @Sendable (_ file: Int32, _ range: Range<Int>) throws(SystemFailure) -> [UInt8]
  /// Appends bytes and returns how many were written.
  package var append:
    @Sendable (_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int
  package var truncate: @Sendable (_ file: Int32, _ size: Int) throws(SystemFailure) -> Void
  /// Returns when everything that was written is on the disk.
  package var sync: @Sendable (_ file: Int32) throws(SystemFailure) -> Void
  /// Returns when the names in a folder are on the disk.
  package var syncDirectory: @Sendable (_ path: String) throws(SystemFailure) -> Void
  package var rename: @Sendable (_ old: String, _ new: String) throws(SystemFailure) -> Void
  package var remove: @Sendable (_ path: String) throws(SystemFailure) -> Void
  package var list: @Sendable (_ directory: String) throws(SystemFailure) -> [String]
  /// Locks a file for this open file alone, and returns false if it doesn't wait and somebody else
  /// has the lock.
  package var lock: @Sendable (_ file: Int32, _ waits: Bool) throws(SystemFailure) -> Bool
  package var unlock: @Sendable (_ file: Int32) -> Void
}

/// The place of a file on its disk, and its size.
package struct FileIdentity: Sendable, Hashable {
  package var device: UInt64
  package var number: UInt64
  package var size: Int

  package init(device: UInt64, number: UInt64, size: Int) {
    (self.device, self.number, self.size) = (device, number, size)
  }

  /// A Boolean value that indicates whether two identities are of one file, whatever its size.
  func isSameFile(as other: FileIdentity) -> Bool {
    device == other.device && number == other.number
  }
}
