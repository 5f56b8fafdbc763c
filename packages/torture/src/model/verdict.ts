import { isApiError } from "@connect-sdk/api";
import type { ModelKey } from "./model-server.ts";

/** How the rules judge a call. */
export interface Verdict {
  /**
   * The refusals that would be right: `403/49` is a status and Connect's code, `403` a status with any code, where the code is
   * not documented; a name is that of an error that the SDK throws by itself.
   */
  readonly refusals: readonly string[];
  /** Whether success would be right as well, because the rule is not documented. */
  readonly open?: boolean;
}

/** A call to which nothing can be objected. */
export const ALLOWED: Verdict = { refusals: [] };

/** What is objected to the credential itself, before anything else. */
export function judgeKey({ deleted, owner }: ModelKey): readonly string[] {
  if (deleted) return ["401/30"];
  return owner.locked ? ["403/50"] : [];
}

/** Whether an error is a certain refusal. */
export function isRefusal(error: unknown, refusal: string): boolean {
  const [status, code] = refusal.split("/").map(Number);
  if (status === undefined || Number.isNaN(status)) return error instanceof Error && error.name === refusal;
  return isApiError(error, code === undefined ? { status } : { status, code });
}
