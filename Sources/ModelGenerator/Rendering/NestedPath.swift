import ModelCore

/// The place of the types that the properties of a model declare.
///
/// A type is nested in the type that has the property. The time that the compiler needs for nested
/// types doubles with each level, so that types below ``maximumNesting`` levels are declared beside the
/// outermost ones, under a name made of the names around them.
enum NestedPath {
  /// The number of types that stand in each other below a model's own type.
  static var maximumNesting: Int { 6 }
  /// The length of the longest name that is made of others; longer ones are a digest.
  private static var maximumLength: Int { 60 }

  /// Returns the path of an object's type below the model's own type.
  ///
  /// - Parameters:
  ///   - name: The name of the type among those of its property's type.
  ///   - scope: The path of the type that has the property.
  static func path(of name: String, in scope: [String]) -> [String] {
    isHoisted(in: scope) ? [hoistedName(of: name, in: scope)] : scope + [name]
  }

  /// Returns the name by which the type that has the property refers to an object's type.
  static func spelling(of name: String, in scope: [String]) -> String {
    isHoisted(in: scope) ? hoistedName(of: name, in: scope) : name
  }

  /// Returns a Boolean value that indicates whether objects inside a type are declared elsewhere.
  static func isHoisted(in scope: [String]) -> Bool { scope.count >= maximumNesting }

  /// No other name contains an underscore before a capital letter.
  private static func hoistedName(of name: String, in scope: [String]) -> String {
    let joined = (scope + [name]).joined(separator: "_")
    guard joined.unicodeScalars.count > maximumLength else { return joined }
    return name + "_x" + Fingerprint(of: Array(joined.utf8)).hex
  }
}
