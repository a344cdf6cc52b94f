public import ModelCore

/// Validating requests without sending them.
extension ModelClient {
  /// Validates a request as `submit` does, without sending it.
  ///
  /// - Parameters:
  ///   - request: The request to validate.
  ///   - options: The options of the call, or `nil` for those of the client. Files behind URLs are
  ///     validated if ``CallOptions/remoteMediaValidation`` says so.
  /// - Returns: The rules that would keep the request from being sent, and those that could not be
  ///   checked, with the reasons.
  /// - Throws: ``ModelError`` if the task was cancelled.
  public func validate<Request: ModelRequest>(
    _ request: Request, options: CallOptions? = nil
  ) async throws(ModelError) -> ValidationReport {
    try await verdict(on: Draft(request), options ?? self.options)
  }

  /// Validates a request of a model without bindings, without sending it.
  ///
  /// - Parameters:
  ///   - request: The request to validate. Without rules of its own it is always valid.
  ///   - options: The options of the call, or `nil` for those of the client.
  /// - Returns: The rules that would keep the request from being sent, and those that could not be
  ///   checked, with the reasons.
  /// - Throws: ``ModelError`` if the task was cancelled.
  public func validate(
    _ request: DynamicRequest, options: CallOptions? = nil
  ) async throws(ModelError) -> ValidationReport {
    try await verdict(on: Draft(request), options ?? self.options)
  }

  private func verdict<Output: ModelOutput>(
    on draft: Draft<Output>, _ options: CallOptions
  ) async throws(ModelError) -> ValidationReport {
    let deadline = options.deadline(from: core.connection.time.now)
    let verdict = await draft.verdict(
      core.connection, options, listsUnchecked: true, deadline: deadline)
    if Task.isCancelled { throw ModelError(.cancelled) }
    return verdict
  }
}
