/// One table of the report: several ways to do one piece of work.
struct Section {
  let name: String
  /// What is measured, on one line.
  let summary: String
  let work: Work

  enum Work {
    /// Makes the contenders and their input; the first is what the others are compared with.
    case contenders(() throws -> Workload)
    /// Runs programs, so many times each, and gives the rows.
    case programs((_ rounds: Int) throws -> [Row])
    /// Measures what is no race: figures with names.
    case figures((Options) throws -> FigureTable)
  }

  init(name: String, summary: String, figures: @escaping (Options) throws -> FigureTable) {
    self.name = name
    self.summary = summary
    work = .figures(figures)
  }

  init(name: String, summary: String, prepare: @escaping () throws -> Workload) {
    self.name = name
    self.summary = summary
    work = .contenders(prepare)
  }

  init(name: String, summary: String, measure: @escaping (_ rounds: Int) throws -> [Row]) {
    self.name = name
    self.summary = summary
    work = .programs(measure)
  }
}

/// The input of a section, and all who are to work on it.
struct Workload {
  /// How many bytes one run reads or writes, for the column MB/s.
  let byteCount: Int
  let contenders: [Contender]
}

/// One way to do a section's work.
struct Contender {
  let name: String
  let run: () throws -> Void
}

/// Makes the compiler believe that a result is used, so that computing it isn't left out.
@inline(never)
func keep<Value>(_ value: Value) {}
