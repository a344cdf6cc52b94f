import ModelCore
package import ModelSchema

extension [Diagnostic] {
  /// File by file, from top to bottom.
  package var inReadingOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
      let (first, second) = (
        a.place ?? SourcePlace(line: 0, column: 0), b.place ?? SourcePlace(line: 0, column: 0)
      )
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}
