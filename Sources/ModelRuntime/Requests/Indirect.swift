/// A value that is stored outside the structure that holds it.
///
/// Generated code stores large objects in it, and objects that contain values of their own type. A
/// structure then has the size of its references, which keeps compile time and copies small. Copies
/// share the value until one of them is changed.
@_spi(Generated) public struct Indirect<Value: Sendable>: Sendable {
  private final class Storage: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  /// Stores a value.
  public init(_ value: Value) { storage = Storage(value) }

  /// The stored value.
  public var value: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }
}
