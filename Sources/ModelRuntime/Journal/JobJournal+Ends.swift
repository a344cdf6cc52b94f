extension ServiceConnection {
  /// Records the end of a job in the journal, if there is one and the job has ended.
  ///
  /// - Parameter now: The moment of the read that showed the end.
  func recordEnd(of progress: JobProgress, at now: Duration) async {
    guard let journal, case .success(let record)? = progress.end else { return }
    await journal.recordEnd(
      record, of: progress.handle, observed: progress.duration(endedBy: now),
      time: environment.timeOfDay())
  }

  /// Records the end of a job in the journal, if there is one and the record is of a job that has
  /// ended.
  func recordEnd(_ record: JobRecord, of handle: JobHandle) async {
    await journal?.recordEnd(
      record, of: handle, observed: nil, time: environment.timeOfDay())
  }

  /// Records the end of a job that was cancelled, or had ended before it could be.
  func recordEnd(by outcome: CancelOutcome, of handle: JobHandle) async {
    switch outcome {
    case .cancelled:
      await recordEnd(JobRecord(["status": .string(JobStatus.cancelled.rawValue)]), of: handle)
    case .alreadyFinished(let record): await recordEnd(record, of: handle)
    case .notCancellable, .unknown: break
    }
  }
}

extension JobProgress {
  /// Wherever a poll comes soon enough after the submission, the job can't have run for longer.
  private static var shortFirstWait: Duration { .seconds(5) }

  /// Returns the time that the job took, in seconds: between the last read that showed it running and the read that
  /// showed its end. Returns `nil` where the first read came too late to tell.
  fileprivate func duration(endedBy now: Duration) -> Double? {
    guard isSubmissionKnown else { return nil }
    let longest = now - start
    guard longest > .zero else { return nil }
    if let lastRunning { return ((lastRunning - start + longest) / 2).inSeconds }
    return longest < JobProgress.shortFirstWait ? (longest / 2).inSeconds : nil
  }
}

extension JobJournal {
  /// Records the end of a job, if the journal has the job and doesn't know its end.
  ///
  /// This doesn't wait for the disk: an end that is lost is read again from the service.
  ///
  /// - Parameters:
  ///   - record: The record of a job that has ended.
  ///   - observed: The time that the job took as far as polling tells, in seconds.
  ///   - time: The date in seconds since 1970.
  func recordEnd(
    _ record: JobRecord, of handle: JobHandle, observed: Double?, time: Double
  ) async {
    guard record.status.isTerminal else { return }
    let end = JournalLine.End(record, observed: observed)
    try? await perform(keepsLines: true) { store throws(Problem) in
      let known = store.index.record(id: handle.jobID, service: handle.baseURL.absoluteString)
      guard let known, known.end == nil else { return }
      store.add(JournalLine(job: known.job, time: time, event: .ended(end)))
    }
  }
}
