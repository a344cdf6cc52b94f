public import SchemaRules

/// Checking without sending.
extension ModelClient {
  /// What `submit` would say of a request before it sends it: the rules that would keep it back,
  /// and those that could not be checked, with the reasons. Looks at files behind URLs where the
  /// options say so.
  public func check<Request: ModelRequest>(
    _ request: Request, options: CallOptions? = nil
  ) async throws(ModelError) -> BodyVerdict {
    try await verdict(on: Draft(request), options ?? self.options)
  }

  /// The same for a model without bindings. Only a request that carries rules can break any.
  public func check(
    _ request: DynamicRequest, options: CallOptions? = nil
  ) async throws(ModelError) -> BodyVerdict {
    try await verdict(on: Draft(request), options ?? self.options)
  }

  private func verdict<Output: ModelOutput>(
    on draft: Draft<Output>, _ options: CallOptions
  ) async throws(ModelError) -> BodyVerdict {
    let deadline = options.deadline(from: core.connection.time.now)
    let verdict = await draft.verdict(
      core.connection, options, listsUnchecked: true, deadline: deadline)
    if Task.isCancelled { throw ModelError(.cancelled) }
    return verdict
  }
}
