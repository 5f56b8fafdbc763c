// A page of another origin and a server with CORS, without a proxy between them.
import { createConnectClient } from "@connect-sdk/api";
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
};
