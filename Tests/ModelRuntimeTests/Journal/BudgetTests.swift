import ModelCore
import ModelTransport
import Testing

@testable import ModelRuntime

/// A budget is never passed, and nothing is guessed.
@Suite("Budgets") struct BudgetTests {
  /// A service whose jobs cost three cents.
  static func fixture(
    _ budget: CallOptions.Budget, _ disk: MemoryDisk = MemoryDisk()
  ) throws -> Fixture {
    try Fixture(journal: .inMemory(disk)).takesNumberedJobs(#", "cost": 0.03"#)
      .set { $0.budget = budget }
  }

  static func run(_ fixture: Fixture, key: String? = nil) -> ModelError.Reason? {
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.run(Sketch(), key: key)
    }
    if case .failure(let error)? = outcome { return error.reason }
    return nil
  }

  @Test("A job that may not fit isn't submitted, and the error tells the amounts")
  func limit() throws {
    let fixture = try Self.fixture(
      CallOptions.Budget(limit: 0.1, prices: ["acme/sketch 1.0/draw": 0.05]))
    // Five cents are reserved for each, three are paid.
    #expect(Self.run(fixture) == nil)
    #expect(Self.run(fixture) == nil)
    guard case .journal(.overBudget(let limit, let spent, let price)) = Self.run(fixture) else {
      Issue.record("the budget was passed")
      return
    }
    #expect((limit, price) == (0.1, 0.05))
    #expect(abs(spent - 0.06) < 1e-9)
    #expect(fixture.posts == 2)
    #expect(
      "\(JobJournal.Problem.overBudget(limit: 0.1, spent: 0.06, price: 0.05))".contains(
        "the budget of $0.10 isn't enough: $0.06 is spent or reserved"))
  }

  @Test("A model of unknown price is refused until a job of it has told its cost")
  func unpriced() throws {
    let disk = MemoryDisk()
    let careful = try Self.fixture(CallOptions.Budget(limit: 0.07), disk)
    #expect(Self.run(careful) == .journal(.unpriced("acme/sketch 1.0/draw")))
    #expect(careful.posts == 0)
    #expect(
      Self.run(try Self.fixture(CallOptions.Budget(limit: 0.07, allowsUnpriced: true), disk)) == nil
    )
    #expect(Self.run(careful) == nil)
    guard case .journal(.overBudget) = Self.run(careful) else {
      Issue.record("the budget was passed")
      return
    }
  }

  @Test("Reserved amounts count, also for other clients of the journal")
  func inFlight() async throws {
    let disk = MemoryDisk()
    let budget = CallOptions.Budget(limit: 0.12, prices: ["acme/sketch 1.0/draw": 0.05])
    let first = try Self.fixture(budget, disk)
    for _ in 0..<2 {
      _ = first.attempt { client throws(ModelError) in try await client.submit(Sketch()) }
    }
    let second = try JobJournal.inMemory(disk, process: 1)
    let spent = try await second.perform { store throws(JobJournal.Problem) in
      store.spent(in: budget.scope)
    }
    #expect(spent == 0.1)
    guard case .journal(.overBudget) = Self.run(try Self.fixture(budget, disk)) else {
      Issue.record("the budget was passed")
      return
    }
  }

  @Test("A budget counts the jobs of a batch only, if it says so")
  func scope() throws {
    let disk = MemoryDisk()
    var budget = CallOptions.Budget(
      limit: 0.06, prices: ["acme/sketch 1.0/draw": 0.03], keyPrefix: "a-")
    let fixture = try Self.fixture(budget, disk)
    for key in ["a-1", "a-2"] { #expect(Self.run(fixture, key: key) == nil) }
    guard case .journal(.overBudget) = Self.run(fixture, key: "a-3") else {
      Issue.record("the budget was passed")
      return
    }
    // A job that is there already costs nothing more.
    #expect(Self.run(fixture, key: "a-2") == nil)
    budget.keyPrefix = "b-"
    let other = try Self.fixture(budget, disk)
    #expect(Self.run(other, key: "b-1") == nil)
  }

  @Test("A budget without a journal is an error before anything is sent")
  func noJournal() throws {
    let fixture = try Fixture().takesJobs().set { $0.budget = CallOptions.Budget(limit: 1) }
    #expect(Self.run(fixture) == .journal(.missing))
    #expect(fixture.posts == 0)
  }

  @Test("An amount is shown with its cents, and more digits where it has them")
  func amounts() {
    #expect(USDollars.text(0.0425) == "$0.0425")
    #expect(USDollars.text(12) == "$12.00")
  }
}
