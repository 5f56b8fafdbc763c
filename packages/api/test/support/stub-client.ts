import {
  createConnectClient,
  type ConnectClient,
  type ConnectClientSettings,
  type Credentials,
} from "@connect-sdk/api";
import { KEY } from "./records.ts";

/** Responds to one request; `count` is 1 for the first. */
export type Respond = (request: Request, count: number) => Response | Promise<Response>;

/** Returns a client whose `fetch` uses no network, and the requests that reached it. */
export function stubClient(
  respond: Respond,
  settings: Partial<ConnectClientSettings> = {},
  credentials: Credentials = { apiKey: KEY },
): { api: ConnectClient; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = (request: Request) => respond(request.clone(), requests.push(request));
  const api = createConnectClient({ url: "https://connect.example.com", fetch, ...settings, ...credentials });
  return { api, requests };
}

/** Returns the error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call succeeded.");
}
