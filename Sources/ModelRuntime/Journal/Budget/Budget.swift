#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension CallOptions {
  /// A limit on what jobs may cost, in US dollars.
  ///
  ///     let budget = Budget(limit: 20, prices: ["bytedance/dreamina-4-0/edit": 0.04])
  ///     client.options.budget = budget
  ///
  /// A job is submitted only if its price fits into what is left. Its price is reserved until its cost
  /// is known, so that jobs that run at the same time, in this process or another, share one budget. The
  /// client needs a ``JobJournal``, which holds what was spent.
  public struct Budget: Sendable, Hashable {
    /// The highest total cost, in US dollars.
    public var limit: Double
    /// The highest price of a job of each model, in US dollars. For other models the highest cost of
    /// their recent jobs in the journal is used.
    public var prices: [ModelID: Double]
    /// A Boolean value that indicates whether jobs of unknown price are submitted. They count with
    /// their cost once it is known.
    public var allowsUnpriced: Bool
    /// The date from which on jobs count, or `nil` to count all.
    public var since: Date?
    /// The beginning of the keys of the jobs that count, or `nil` to count all.
    public var keyPrefix: String?

    /// Creates a budget.
    ///
    /// - Parameters:
    ///   - limit: The highest total cost, in US dollars.
    ///   - prices: The highest price of a job of each model, in US dollars.
    ///   - allowsUnpriced: A Boolean value that indicates whether jobs of unknown price are submitted.
    ///   - since: The date from which on jobs count, or `nil` to count all.
    ///   - keyPrefix: The beginning of the keys of the jobs that count, or `nil` to count all.
    public init(
      limit: Double, prices: [ModelID: Double] = [:], allowsUnpriced: Bool = false,
      since: Date? = nil, keyPrefix: String? = nil
    ) {
      self.limit = limit
      self.prices = prices
      self.allowsUnpriced = allowsUnpriced
      self.since = since
      self.keyPrefix = keyPrefix
    }

    /// The jobs that count.
    struct Scope: Sendable, Hashable {
      let since: Double?
      let keyPrefix: String?
    }

    var scope: Scope { Scope(since: since?.timeIntervalSince1970, keyPrefix: keyPrefix) }

    /// Returns the amount to reserve for one more job, or nothing for a job of unknown price that is
    /// allowed.
    ///
    /// - Parameters:
    ///   - model: The model of the job.
    ///   - earlier: The highest cost of the recent jobs of the model.
    ///   - spent: What is spent and reserved.
    func reservation(
      for model: ModelID, earlier: Double?, spent: Double
    ) throws(JobJournal.Problem) -> Double? {
      guard let price = prices[model] ?? earlier, price.isFinite, price >= 0 else {
        guard allowsUnpriced else { throw .unpriced(model) }
        if spent >= limit { throw .overBudget(limit: limit, spent: spent, price: 0) }
        return nil
      }
      // Sums of cents aren't exact.
      guard spent + price <= limit + 1e-9 else {
        throw .overBudget(limit: limit, spent: spent, price: price)
      }
      return price
    }
  }
}
