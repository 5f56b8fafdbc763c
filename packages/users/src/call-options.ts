/** What every method takes as its last argument. */
export interface CallOptions {
  /** Cancels the call, whatever it is doing: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}
