import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The memory that a program has allocated and not freed.
enum HeapUse {
  /// The bytes in use at this moment.
  static func bytes() throws -> Int {
    #if canImport(Darwin)
      return mstats().bytes_used
    #else
      return try fromAllocator()
    #endif
  }

  #if !canImport(Darwin)
    /// `malloc_info` writes what the allocator holds as XML; its totals come last. Musl has none.
    private static func fromAllocator() throws -> Int {
      typealias Info = @convention(c) (Int32, UnsafeMutableRawPointer) -> Int32
      guard let symbol = dlsym(nil, "malloc_info"), let file = tmpfile() else {
        throw UsageError("this system's allocator doesn't tell what is in use")
      }
      defer { fclose(file) }
      let info = unsafeBitCast(symbol, to: Info.self)
      guard info(0, UnsafeMutableRawPointer(file)) == 0 else {
        throw UsageError("malloc_info fails")
      }
      let length = ftell(file)
      rewind(file)
      var bytes = [UInt8](repeating: 0, count: max(0, length))
      let read = fread(&bytes, 1, bytes.count, file)
      let text = String(decoding: bytes.prefix(read), as: UTF8.self)
      return size("system type=\"current\"", in: text) + size("total type=\"mmap\"", in: text)
        - size("total type=\"fast\"", in: text) - size("total type=\"rest\"", in: text)
    }

    /// The size in the last element that begins with these words.
    private static func size(_ element: String, in text: String) -> Int {
      guard let start = text.range(of: element, options: .backwards),
        let size = text[start.upperBound...].range(of: "size=\"")
      else { return 0 }
      return Int(text[size.upperBound...].prefix { $0.isNumber }) ?? 0
    }
  #endif
}
