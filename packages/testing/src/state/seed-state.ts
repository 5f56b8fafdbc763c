import type { FakeState } from "./fake-state.ts";
import { inventAdministrator, inventUser } from "./seed-users.ts";

/** Fills a new state with what a server starts with: the administrator, a key for them, and the rest of the organisation. */
export function seedState(state: FakeState): void {
  const { users: count } = state.options;
  if (count === 0) return;
  const administrator = inventAdministrator(state);
  const others = Array.from({ length: count - 1 }, (_, index) => inventUser(state, index + 1));
  state.users.load([administrator, ...others]);
  state.keys.create({
    userGuid: administrator.record.guid,
    name: "fake",
    role: "administrator",
    createdTime: state.clock.timestamp,
    expiresAt: null,
  });
}
