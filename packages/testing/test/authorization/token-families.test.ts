import fc from "fast-check";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { testFake } from "../support/fake-client.ts";
import { codeFor, postForm, redeem, refresh, registeredClient, whoIs, type Session } from "../support/oauth-client.ts";

const LIFETIME = 100;
const USERS = ["ann", "ben"] as const;

/** What the model knows about one sign-in. */
interface Family {
  readonly client: string;
  readonly user: (typeof USERS)[number];
  readonly code: string;
  /** All refresh tokens so far; the last one is valid. */
  readonly refresh: string[];
  readonly access: { readonly token: string; readonly expires: number; isRevoked: boolean }[];
  isAlive: boolean;
}

type Action =
  | { readonly kind: "sign in"; readonly user: number; readonly client: number }
  | { readonly kind: "refresh"; readonly family: number; readonly age: number }
  | {
      readonly kind: "replay the code" | "revoke the refresh token" | "revoke the access token";
      readonly family: number;
    }
  | { readonly kind: "lock and unlock"; readonly user: number }
  | { readonly kind: "delete the client"; readonly client: number }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "save and restore" };

const index = fc.nat({ max: 9 });
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("sign in"), user: index, client: index }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("refresh"), family: index, age: fc.nat({ max: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("replay the code", "revoke the refresh token", "revoke the access token"),
      family: index,
    }),
  },
  fc.record({ kind: fc.constant("lock and unlock"), user: index }),
  fc.record({ kind: fc.constant("delete the client"), client: index }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait"), seconds: fc.nat({ max: LIFETIME }) }) },
  fc.record({ kind: fc.constant("save and restore") }),
) as fc.Arbitrary<Action>;

/** Runs actions against the fake and the model. */
class Run {
  readonly fake: FakeConnect;
  readonly #clients: readonly string[];
  readonly families: Family[] = [];
  now = 0;

  constructor(fake: FakeConnect, clients: readonly string[]) {
    this.fake = fake;
    this.#clients = clients;
  }

  async execute(step: Action): Promise<void> {
    const { fake } = this;
    if (step.kind === "sign in") return this.#signIn(step);
    if (step.kind === "lock and unlock") return this.#lock(pick(USERS, step.user));
    if (step.kind === "delete the client") return this.#deleteClient(pick(this.#clients, step.client));
    if (step.kind === "save and restore") {
      fake.restore(fake.snapshot());
      return;
    }
    if (step.kind === "wait") {
      fake.clock.advance({ seconds: step.seconds });
      this.now += step.seconds;
      return;
    }
    const family = pick(this.families, step.family);
    if (family === undefined) return;
    if (step.kind === "refresh") await this.#refresh(family, step.age);
    else if (step.kind === "replay the code") {
      expect((await redeem(fake, family.client, family.code)).status).toBe(400);
      family.isAlive = false;
    } else await this.#revoke(family, step.kind === "revoke the refresh token");
  }

  async #signIn({ user: userIndex, client: clientIndex }: { user: number; client: number }): Promise<void> {
    const [user, client] = [pick(USERS, userIndex) ?? "ann", pick(this.#clients, clientIndex) ?? ""];
    const code = await codeFor(this.fake, user, client);
    const { status, body } = await redeem(this.fake, client, code);
    expect(status).toBe(200);
    const family: Family = { client, user, code, refresh: [], access: [], isAlive: true };
    this.families.push(family);
    this.#remember(family, body);
  }

  #remember(family: Family, body: Readonly<Record<string, unknown>>): void {
    family.refresh.push(String(body["refresh_token"]));
    const token = String(body["access_token"]);
    family.access.push({ token, expires: this.now + LIFETIME, isRevoked: false });
  }

  /** @param age - how many refresh tokens are newer than the one to use. */
  async #refresh(family: Family, age: number): Promise<void> {
    const token = family.refresh.at(-1 - age) ?? family.refresh[0] ?? "";
    const isCurrent = token === family.refresh.at(-1);
    const session: Session = { client_id: family.client, access: "", refresh: token };
    const { status, body } = await refresh(this.fake, session);
    expect(status).toBe(family.isAlive && isCurrent ? 200 : 400);
    if (status === 200) this.#remember(family, body);
    else family.isAlive = false;
  }

  async #revoke(family: Family, isRefresh: boolean): Promise<void> {
    const access = family.access.at(-1);
    const token = isRefresh ? family.refresh.at(-1) : access?.token;
    const form = { client_id: family.client, token: token ?? "" };
    expect((await postForm(this.fake, "revoke", form)).status).toBe(200);
    if (isRefresh) family.isAlive = false;
    else if (access !== undefined) access.isRevoked = true;
  }

  #lock(user: Family["user"] = "ann"): void {
    this.fake.idp(user, { active: false });
    this.fake.idp(user, { active: true });
    for (const family of this.families) if (family.user === user) family.isAlive = false;
  }

  async #deleteClient(client = ""): Promise<void> {
    const headers = { authorization: `Key ${this.fake.apiKey}` };
    const url = `${this.fake.url}/__api__/v1/oauth/clients/${client}`;
    expect((await this.fake.fetch(url, { method: "DELETE", headers })).status).toBe(204);
    for (const name of ["one", "two"]) await registeredClient(this.fake, name);
    for (const family of this.families) if (family.client === client) family.isAlive = false;
  }

  /** Every access token is valid exactly if the model says so. */
  async check(): Promise<void> {
    for (const { access, isAlive } of this.families) {
      for (const { token, expires, isRevoked } of access) {
        const isValid = isAlive && !isRevoked && expires > this.now;
        expect((await whoIs(this.fake, token)).status).toBe(isValid ? 200 : 401);
      }
    }
  }
}

function pick<T>(list: readonly T[], position: number): T | undefined {
  return list[position % Math.max(1, list.length)];
}

test("a sign-in ends with the first reuse of a token or code, and with nothing else than revoking, locking and deleting", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (steps) => {
      const fake = testFake({ oauth: { tokenLifetime: LIFETIME } });
      for (const username of USERS) fake.addUser({ username });
      const run = new Run(fake, [await registeredClient(fake, "one"), await registeredClient(fake, "two")]);
      for (const step of steps) {
        await run.execute(step);
        await run.check();
      }
      const tokens = run.families.flatMap((family) => [...family.refresh, ...family.access.map(({ token }) => token)]);
      expect(new Set(tokens).size).toBe(tokens.length);
    }),
    { numRuns: 60 },
  );
});

test("of many requests with the same refresh token at once, one succeeds, and the sign-in ends", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 8 }), async (count) => {
      const fake = testFake();
      const client_id = await registeredClient(fake);
      const { body } = await redeem(fake, client_id, await codeFor(fake, "admin", client_id));
      const session = { client_id, access: "", refresh: String(body["refresh_token"]) };
      const all = await Promise.all(Array.from({ length: count }, () => refresh(fake, session)));
      expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
      const newest = String(all.find(({ status }) => status === 200)?.body["refresh_token"]);
      expect((await refresh(fake, { ...session, refresh: newest })).status).toBe(400);
    }),
    { numRuns: 10 },
  );
});
