/// What `modelgen explain` prints for one model of this repository.
extension ExplainTests {
  static let dreamina = """


    """
}
