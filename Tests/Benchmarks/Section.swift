/// One table of the report: several ways to do one piece of work.
struct Section {
  let name: String
  /// A description of the measurement, on one line.
  let summary: String
  let work: Work

  enum Work {
    /// Makes the contenders and their input; the first is what the others are compared with.
    case contenders(() throws -> Workload)
    /// Runs programs, so many times each, and gives the rows.
    case programs((_ rounds: Int) throws -> [Row])
    /// Measures named figures rather than a race.
    case figures((Options) throws -> FigureTable)
  }

  init(name: String, summary: String, figures: @escaping (Options) throws -> FigureTable) {
    self.name = name
    self.summary = summary
    work = .figures(figures)
  }

  /// The rows of a section that runs programs, as far as thresholds name them.
  var programRows: [String] = []

  /// Returns the names of the rows without timing anything.
  func rowNames() throws -> [String] {
    guard case .contenders(let prepare) = work else { return programRows }
    let workload = try prepare()
    return workload.contenders.map(\.name) + workload.absent.map(\.name)
  }

  init(name: String, summary: String, prepare: @escaping () throws -> Workload) {
    self.name = name
    self.summary = summary
    work = .contenders(prepare)
  }

  init(
    name: String, summary: String, rows: [String] = [],
    measure: @escaping (_ rounds: Int) throws -> [Row]
  ) {
    self.name = name
    self.summary = summary
    programRows = rows
    work = .programs(measure)
  }
}

/// The input of a section, and all who are to work on it.
struct Workload {
  /// The number of bytes that one run reads or writes, for the column MB/s.
  let byteCount: Int
  var contenders: [Contender]
  /// Rows of those that would take part and aren't there.
  var absent: [Row] = []

  /// Contenders from elsewhere, and those that aren't on this machine.
  struct Peers {
    var present: [Contender] = []
    var absent: [Row] = []
  }

  mutating func add(_ peers: Peers) {
    contenders += peers.present
    absent += peers.absent
  }
}

/// One way to do a section's work.
struct Contender {
  let name: String
  let work: Work
  /// Said under the table.
  var remark: String?

  enum Work {
    case run(() throws -> Void)
    /// Works for about so long and gives the seconds of one run, measured by itself.
    case timesItself((Duration) throws -> Double)
  }

  init(name: String, run: @escaping () throws -> Void) {
    self.name = name
    work = .run(run)
  }

  /// One that times itself.
  init(name: String, remark: String, round: @escaping (Duration) throws -> Double) {
    self.name = name
    self.remark = remark
    work = .timesItself(round)
  }
}

/// Makes the compiler believe that a result is used, so that computing it isn't left out. Not being
/// inlined is not enough for that: what a function doesn't use need not be given to it.
@inline(never)
@_optimize(none)
func keep<Value>(_ value: Value) {}
