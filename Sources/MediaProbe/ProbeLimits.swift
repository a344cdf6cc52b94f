/// Limits on the work a probe may do for one file. Facts that would need more are reported as
/// unknown.
package struct ProbeLimits: Sendable, Hashable {
  /// Bytes asked of the source in total.
  package var byteCount: Int
  /// Ranges asked of the source.
  package var requestCount: Int
  /// Boxes, chunks, markers and table entries looked at.
  package var stepCount: Int
  /// Bytes of the first range; most images need no more than that.
  package var firstRequest: Int
  /// Least size of the second range. Each later one doubles it, up to sixteen times this size, so
  /// that a file with its facts far apart costs few round trips and a simple one few bytes.
  package var laterRequest: Int

  /// Makes limits; what is not named has its usual value.
  package init(
    byteCount: Int = 4 << 20, requestCount: Int = 64, stepCount: Int = 1 << 16,
    firstRequest: Int = 64 << 10, laterRequest: Int = 16 << 10
  ) {
    self.byteCount = byteCount
    self.requestCount = requestCount
    self.stepCount = stepCount
    self.firstRequest = firstRequest
    self.laterRequest = laterRequest
  }

  /// 4 MiB, 64 ranges, 65 536 steps.
  package static var standard: ProbeLimits { ProbeLimits() }
}
