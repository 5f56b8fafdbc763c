import { isApiError } from "@connect-sdk/api";

/** What a call resolves to, or something else if the server's answer is a certain refusal. */
export async function withFallback<Result, Fallback>(
  call: Promise<Result>,
  refusal: { status: number; code?: number },
  fallback: Fallback,
): Promise<Result | Fallback> {
  try {
    return await call;
  } catch (error) {
    if (isApiError(error, refusal)) return fallback;
    throw error;
  }
}
