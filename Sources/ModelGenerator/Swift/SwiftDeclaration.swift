/// A declaration of emitted code, with its documentation.
struct SwiftDeclaration: Sendable {
  var documentation: Documentation
  var kind: Kind

  init(_ kind: Kind, documentation: Documentation = Documentation()) {
    self.kind = kind
    self.documentation = documentation
  }

  indirect enum Kind: Sendable {
    /// `extension Path { … }`: no access of its own.
    case `extension`(of: [SwiftName], [SwiftDeclaration])
    case structure(SwiftName, conformsTo: [KnownType], [SwiftDeclaration])
    /// An enum without cases, for what is inside.
    case namespace(SwiftName, [SwiftDeclaration])
    case alias(SwiftName, SwiftType)
    case privateAlias(SwiftName, SwiftType)
    case stored(SwiftName, SwiftType, isConstant: Bool)
    /// `private var name: Type`
    case privateStored(SwiftName, SwiftType)
    /// A property that reads and writes a place elsewhere.
    case forwarded(SwiftName, SwiftType, to: SwiftExpression)
    /// `private nonisolated struct Name: Sendable`, for fields that are stored together.
    case privateStructure(SwiftName, [SwiftDeclaration])
    /// `private static let name = value`, for what is worth keeping.
    case constant(SwiftName, SwiftExpression)
    /// `static let name: Type = value`
    case table(SwiftName, SwiftType, SwiftExpression)
    case computed(SwiftName, SwiftType, SwiftExpression, isStatic: Bool)
    /// A static computed property that only the runtime uses. It is `nil` if one of the values to be
    /// unwrapped is.
    case hiddenComputed(
      SwiftName, SwiftType, SwiftExpression, unwrapping: [(SwiftName, SwiftExpression)])
    case initializer([SwiftParameter], [SwiftStatement])
    /// A mutating function that only the runtime calls. It is compiled once, and not again wherever it
    /// is called from.
    case hiddenFunction(SwiftName, [SwiftParameter], [SwiftStatement])
  }
}

/// A parameter of a function or initializer.
struct SwiftParameter: Sendable {
  /// `_`, a label, or nil for the name itself.
  var label: String?
  var name: SwiftName
  var type: SwiftType
  var isInout = false
  var defaultValue: SwiftExpression?
}

/// A statement of a function.
enum SwiftStatement: Sendable {
  /// `self.name = name`
  case store(SwiftName, SwiftExpression)
  case evaluate(SwiftExpression)
}

/// The access level of generated declarations.
package enum AccessLevel: String, Sendable, CaseIterable {
  case `public`, package, `internal`

  /// The word in front of a declaration; internal needs none.
  var modifier: String { self == .internal ? "" : rawValue + " " }

  /// The words in front of a declaration that only the runtime uses.
  var hiddenModifier: String { self == .public ? "@_spi(Generated) public " : modifier }
}

/// A file of emitted code.
struct SwiftFile: Sendable {
  /// Comment lines at the top.
  var header: [String]
  var imports: [KnownModule]
  var declarations: [SwiftDeclaration]
}

/// The modules that emitted code imports.
enum KnownModule: String, Sendable {
  case runtime = "ModelRuntime"
}
