// A page of another origin and a server with CORS, without a proxy between them.
import { createConnectClient } from "@connect-sdk/api";
import { oauthToken, signInWithDevice } from "@connect-sdk/api/oauth";
import { equal, ok, rejects } from "./check.mjs";

/** @type {import("./server.mjs").Suite} */
export const crossOrigin = {
  "responses that need no key can be read": async ({ url }) => {
    const { response } = await createConnectClient({ url, anonymous: true }).GET("/v1/server_settings/public");
    equal(response.status, 200, "status");
  },
  "a key is rejected, and the error mentions CORS": async ({ url, apiKey }) => {
    const error = await rejects(createConnectClient({ url, apiKey, retry: false }).GET("/v1/user"), "NetworkError");
    ok(error.message.includes("CORS"), `CORS is mentioned in: ${error.message}`);
  },
  "people can sign in, and the API rejects the session as it rejects a key": async ({ url }) => {
    const clock = { sleep: () => Promise.resolve() };
    const session = await signInWithDevice({ url, clock, onCode: () => undefined });
    const token = oauthToken({ ...session, expiresAt: 0 });
    ok((await token()) !== session.accessToken, "the session is refreshed");
    await rejects(createConnectClient({ url, token, retry: false }).GET("/v1/user"), "NetworkError");
  },
};
