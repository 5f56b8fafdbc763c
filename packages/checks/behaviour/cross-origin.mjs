// What a page of another origin can do with a server that has CORS on, without a proxy in between.
import { createConnectClient } from "@connect-sdk/api";
import { equal, ok, rejects } from "./check.mjs";

/** @type {import("./server.mjs").Suite} */
export const crossOrigin = {
  "answers may be read where no key is needed": async ({ url }) => {
    const { response } = await createConnectClient({ url, anonymous: true }).GET("/v1/server_settings/public");
    equal(response.status, 200, "status");
  },
  "a key is not let through, and the error says what to look at": async ({ url, apiKey }) => {
    const error = await rejects(createConnectClient({ url, apiKey, retry: false }).GET("/v1/user"), "NetworkError");
    ok(error.message.includes("CORS"), `CORS is mentioned in: ${error.message}`);
  },
};
