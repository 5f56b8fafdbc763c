// Signing in on any runtime: a server that approves every sign-in, and a session that has to be refreshed.
import { createConnectClient } from "@connect-sdk/api";
import { discoverSignIn, oauthToken, signInWithBrowser, signInWithDevice, signOut } from "@connect-sdk/api/oauth";
import { equal, ok, rejects } from "./check.mjs";

/** The program does not wait between its questions: the server approves at once. */
const clock = { sleep: () => Promise.resolve() };

/** @param {import("./server.mjs").Server} server */
function signIn({ url }) {
  return signInWithDevice({ url, clock, onCode: () => undefined });
}

/** @type {import("./server.mjs").Suite} */
export const signingIn = {
  "a server says how people can sign in": async ({ url }) => {
    const found = await discoverSignIn(url);
    equal([found?.device, found?.browser, found?.revocation], [true, true, true], "ways to sign in");
  },
  "the device flow shows a code and returns a session that can be used": async ({ url }) => {
    /** @type {import("@connect-sdk/api/oauth").DeviceCode[]} */
    const codes = [];
    const session = await signInWithDevice({ url, clock, onCode: (code) => void codes.push(code) });
    equal(codes.length, 1, "codes");
    ok(codes[0]?.verificationUri.startsWith("http"), "the code has a page");
    const { data } = await createConnectClient({ url, token: oauthToken(session) }).GET("/v1/user");
    equal(data.user_role, "administrator", "role");
  },
  "calls at the same time share one refresh, which is stored before it is used": async (server) => {
    const session = await signIn(server);
    /** @type {import("@connect-sdk/api/oauth").Session[]} */
    const stored = [];
    const token = oauthToken({ ...session, expiresAt: 0 }, { onChange: (next) => void stored.push(next) });
    const api = createConnectClient({ url: server.url, token });
    await Promise.all(Array.from({ length: 20 }, () => api.GET("/v1/user")));
    equal(stored.length, 1, "refreshes");
    ok(stored[0]?.refreshToken !== session.refreshToken, "the refresh token is another one");
  },
  "a token that the server rejects is replaced once": async (server) => {
    const session = await signIn(server);
    const api = createConnectClient({ url: server.url, token: oauthToken({ ...session, accessToken: "expired" }) });
    const { data } = await api.GET("/v1/user");
    equal(data.user_role, "administrator", "role");
  },
  "a session that was ended elsewhere asks to sign in again": async (server) => {
    const session = await signIn(server);
    equal(await signOut(session), { revoked: true }, "sign-out");
    const api = createConnectClient({ url: server.url, token: oauthToken(session) });
    const error = await rejects(api.GET("/v1/user"), "SignInError");
    equal(/** @type {{ problem?: unknown }} */ (error).problem, "ended", "problem");
    ok(!JSON.stringify(error).includes(session.accessToken), "the token is not in the error");
  },
  "the browser of a computer returns to its program, and a page says that it cannot": async ({ url }) => {
    const isPage = typeof document !== "undefined";
    // What a browser does: it follows the server's redirect to the program.
    const result = signInWithBrowser({ url, open: (page) => void fetch(page) });
    if (isPage) await rejects(result, "SignInError");
    else equal((await result).url, url, "server");
  },
};
