import {
  createConnectClient,
  type ConnectClient,
  type ConnectClientSettings,
  type Credentials,
} from "@connect-sdk/api";
import { KEY } from "./records.ts";

/** Answers one request; `count` is 1 for the first. */
export type Answer = (request: Request, count: number) => Response | Promise<Response>;

/** A client whose `fetch` answers without a network, and the requests that reached it. */
export function clientAnsweredBy(
  answer: Answer,
  settings: Partial<ConnectClientSettings> = {},
  credentials: Credentials = { apiKey: KEY },
): { api: ConnectClient; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = (request: Request) => answer(request.clone(), requests.push(request));
  const api = createConnectClient({ url: "https://connect.example.com", fetch, ...settings, ...credentials });
  return { api, requests };
}

/** What a call that has to fail was rejected with. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call succeeded.");
}
