import BytedanceModels
import Foundation
import ModelRuntime

func failures(_ client: ModelClient) async throws {
  var wrong = Bytedance.Dreamina4_0.Edit.boat
  wrong.scale = 2
  do {
    _ = try await client.run(wrong)
  } catch {
    print(error.localizedDescription, error.isRetryable, error.isCancellation)
    if case .invalidRequest(let invalid) = error.reason { print(invalid.issues.count) }
  }

  // An alert knows no more of an error than this.
  if let elsewhere = URL(string: "https://example.com"),
    let handle = JobHandle(jobID: "r-1", modelID: "a/b", baseURL: elsewhere)
  {
    do {
      _ = try await client.status(of: handle)
    } catch {
      let error: any LocalizedError = error
      print(error.errorDescription?.hasPrefix("the job is at https://example.com") ?? false)
    }
  }

  let cancelled = Task {
    withUnsafeCurrentTask { $0?.cancel() }
    do throws(ModelError) {
      _ = try await client.run(Bytedance.Dreamina4_0.Edit.boat)
      return false
    } catch {
      return error.isCancellation
    }
  }
  print(await cancelled.value)
}
