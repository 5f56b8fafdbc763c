import type { FakeConnect } from "../fake-connect.ts";
import { addSeedContent, addSeedGroup, People } from "../seed/add-seed.ts";
import { readSnapshot } from "../seed/read-snapshot.ts";
import { contentSeed, groupSeed, userSeed } from "../seed/seed-shapes.ts";
import { readClockRequest, readFaultRequest, readKeyRequest } from "./control-requests.ts";
import { FaultRegister } from "./fault-register.ts";

/** Carries out a control request. What it returns is sent as JSON; nothing means an empty answer. */
export type ControlRoute = (body: unknown) => unknown;

/** What another process can do with a fake, by method and path below `/__fake__`. */
export function controlRoutes(fake: FakeConnect): ReadonlyMap<string, ControlRoute> {
  const faults = new FaultRegister(fake);
  return new Map<string, ControlRoute>([
    ["GET /state", () => ({ now: fake.clock.now(), users: fake.users, groups: fake.groups, content: fake.content })],
    ["GET /requests", () => fake.requests],
    [
      "POST /reset",
      () => {
        faults.clear();
        fake.reset();
      },
    ],
    ["GET /snapshot", () => fake.snapshot()],
    [
      "POST /snapshot",
      (body) => {
        fake.restore(readSnapshot(body));
      },
    ],
    ["GET /faults", () => faults.list()],
    ["POST /faults", (body) => faults.add(readFaultRequest(body))],
    [
      "DELETE /faults",
      () => {
        faults.clear();
      },
    ],
    [
      "POST /clock",
      (body) => {
        fake.clock.advance(readClockRequest(body).advance);
        return { now: fake.clock.now() };
      },
    ],
    ["POST /users", (body) => fake.addUser(userSeed(body ?? {}, ""))],
    ["POST /groups", (body) => addSeedGroup(fake, new People(fake), groupSeed(body ?? {}, ""))],
    ["POST /content", (body) => addSeedContent(fake, new People(fake), contentSeed(body ?? {}, ""))],
    ["POST /keys", (body) => ({ api_key: fake.keyFor(readKeyRequest(body).user) })],
  ]);
}
