import { createConnectClient } from "@connect-sdk/api";
import { toOpenapiFetch } from "@connect-sdk/api/openapi-fetch";
import createQueryClient from "openapi-react-query";

/** Typed hooks for Connect's endpoints. Requests go to the portal's own server, which adds the key. */
export const $api = createQueryClient(toOpenapiFetch(createConnectClient({ url: location.origin, anonymous: true })));

/** Calls a route of the portal's server. */
export async function callServer<Body>(path: string, method: "GET" | "POST" = "GET"): Promise<Body> {
  const response = await fetch(path, { method });
  const body = (await response.json()) as Body & { error?: string };
  if (!response.ok) throw new Error(body.error ?? `Status ${response.status}`);
  return body;
}
