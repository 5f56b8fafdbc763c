export interface RetryOptions { retries?: number }
