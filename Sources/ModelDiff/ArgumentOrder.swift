import ModelCore

/// In which order calls have to name the arguments of an initializer.
///
/// The service doesn't care in which order keys come, but Swift does: a call that names two
/// arguments the other way round doesn't compile.
struct ArgumentOrder {
  private let names: [WireName: String]
  private let keys: [WireName]

  init(_ entries: [ComparedProperty]) {
    let ordered = entries.filter { !$0.isOptional } + entries.filter(\.isOptional)
    keys = ordered.map { WireName($0.key) }
    names = Dictionary(
      zip(keys, ordered.map(\.row.identifier)), uniquingKeysWith: { first, _ in first })
  }

  /// The first two arguments that have changed places, as they are called now: the one that has to
  /// stand first, and the one that did. Nil where every call may stay.
  ///
  /// - Parameter unmoved: Keys whose calls change for no other reason.
  func exchange(since old: ArgumentOrder, among unmoved: Set<WireName>) -> (
    first: String, then: String
  )? {
    let now = keys.filter(unmoved.contains)
    let before = old.keys.filter(unmoved.contains)
    guard let (key, other) = zip(now, before).first(where: { $0 != $1 }) else { return nil }
    return names[key].flatMap { first in names[other].map { (first, $0) } }
  }
}
