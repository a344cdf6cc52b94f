/// Rows of figures, each column with its unit in its head.
struct FigureTable {
  struct Line {
    let name: String
    let values: [Double]
  }

  /// Such as `peak MiB`.
  let columns: [String]
  var lines: [Line]
}
