/// Amounts in US dollars.
package enum USDollars {
  /// Returns an amount such as `$0.04`.
  package static func text(_ amount: Double) -> String {
    guard amount.isFinite, abs(amount) < 1e12 else { return "$\(amount)" }
    let units = Int((abs(amount) * 10_000).rounded())
    var digits = String(units % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.count > 2, digits.hasSuffix("0") { digits.removeLast() }
    return "\(amount < 0 ? "-" : "")$\(units / 10_000).\(digits)"
  }
}
