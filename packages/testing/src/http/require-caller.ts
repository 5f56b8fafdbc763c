import { ApiProblem } from "../errors.ts";
import type { Caller } from "../operations/operation.ts";
import type { FakeState } from "../state/fake-state.ts";
import { authenticate } from "./authenticate.ts";
import type { RequestRecord } from "./request-record.ts";
import type { WireRequest } from "./wire-request.ts";

/** Whoever sends a request, who is noted in its record. Throws an `ApiProblem` if that is nobody. */
export function requireCaller(state: FakeState, request: WireRequest, record: RequestRecord): Caller {
  const caller = authenticate(state, request);
  if (caller === undefined) throw new ApiProblem("AuthRequired");
  record.userGuid = caller.user.record.guid;
  return caller;
}
