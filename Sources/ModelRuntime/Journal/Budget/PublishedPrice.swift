import ModelCore

/// The price of a model as the service's catalogue publishes it.
package struct PublishedPrice: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable {
    case output
    case second
  }

  /// The price of a unit in US dollars.
  package let amount: Double
  package let unit: Unit

  /// Creates a price, or returns `nil` if the unit isn't known or the amount isn't valid.
  ///
  /// - Parameters:
  ///   - amount: The `base_price_usd` of the catalogue.
  ///   - unit: The `price_unit` of the catalogue; a missing one is a price of an output.
  package init?(amount: Double?, unit: String?) {
    guard let amount, amount.isFinite, amount >= 0, let unit = Unit(rawValue: unit ?? "output")
    else { return nil }
    (self.amount, self.unit) = (amount, unit)
  }

  /// Returns the most that a job with this body costs, or `nil` if the body doesn't tell the number of
  /// units.
  package func upperEnd(body: JSONObject) -> Double? {
    switch unit {
    case .output: amount * max(1, PublishedPrice.number(in: body, PublishedPrice.counts) ?? 1)
    case .second: PublishedPrice.number(in: body, PublishedPrice.lengths).map { amount * $0 }
    }
  }

  private static let counts = [
    "num_images", "num_outputs", "num_videos", "number_of_images", "number_of_videos", "max_images",
    "batch_size", "n",
  ]
  private static let lengths = ["duration", "duration_seconds", "video_length", "seconds"]

  /// The largest number that any of the keys has.
  private static func number(in body: JSONObject, _ keys: [String]) -> Double? {
    keys.compactMap { key -> Double? in
      guard let value = body[key] else { return nil }
      let number =
        value.double
        ?? value.string.flatMap { text in Double(text.hasSuffix("s") ? text.dropLast() : text[...])
        }
      return number.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }.max()
  }
}
