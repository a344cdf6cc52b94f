package import ModelSchema

extension Console {
  /// One line for each diagnostic, whatever line breaks the names in it may hold.
  package func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { error(Printable.line(diagnostic.description)) }
  }
}
