import { oauthToken, type Session, signInWithDevice } from "@connect-sdk/api/oauth";
import { connect } from "@connect-sdk/users";
import { expectEqual } from "../expect-equal.ts";
import type { NamedOperations } from "./operation.ts";
import type { World } from "./world.ts";

const FEW = 12;

/** Calls with a credential that has to be obtained first: by refreshing a session, or in exchange for a visitor's token. */
export const credentialOperations: NamedOperations = {
  "session: me": {
    class: "session",
    target: "refresh",
    users: FEW,
    async prepare(world) {
      const signedIn = await signIn(world);
      // Its access token has expired, so that it has to be refreshed.
      const stored: Session[] = [{ ...signedIn, expiresAt: 0 }];
      const token = oauthToken(
        { ...signedIn, expiresAt: 0 },
        {
          fetch: (input, init) => world.fetch(new Request(input, init)),
          onChange: (session) => void stored.push(session),
        },
      );
      const { url, timeout } = world;
      const connection = connect({
        url,
        token,
        timeout,
        fetch: world.fetch,
        retry: { clock: { sleep: () => Promise.resolve() } },
      });
      world.secret = signedIn.refreshToken ?? "";
      return {
        run: () => connection.me(),
        check() {
          expectEqual(stored.length, 2, "the number of stored sessions");
        },
        effects: () => 0,
        get secrets() {
          return stored.flatMap(({ accessToken, refreshToken = accessToken }) => [accessToken, refreshToken]);
        },
      };
    },
  },
  "visitor: me": {
    class: "exchange",
    target: "exchangeCredentials",
    users: FEW,
    prepare(world) {
      const { fake, connection } = world;
      const visitor = fake.addUser({ username: "visitor", user_role: "publisher" });
      const content = fake.addContent({ app_mode: "python-api", access_type: "logged_in" });
      fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
      const token = fake.sessionTokenFor(visitor, { content });
      world.secret = token;
      return Promise.resolve({
        async run() {
          const own = await connection.withUserSessionToken(token);
          return (await own.me()).username;
        },
        check(username) {
          expectEqual(username, "visitor", "the caller");
        },
        effects: () => 0,
        secrets: [token],
      });
    },
  },
};

/** Signs the administrator in with a device code. */
async function signIn({ fake, url, fetch }: World): Promise<Session> {
  return signInWithDevice({
    url,
    insecure: true,
    fetch: (input, init) => fetch(new Request(input, init)),
    clock: { sleep: () => Promise.resolve() },
    onCode() {
      for (const { id } of fake.oauth.pending) fake.oauth.approve(id, fake.users[0]?.guid ?? "");
    },
  });
}
