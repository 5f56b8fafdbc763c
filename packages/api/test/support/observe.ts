import createRawClient from "openapi-fetch";
import { createConnectClient, isConnectError } from "@connect-sdk/api";
import type { paths } from "@connect-sdk/api/schema";
import { type HostileResponse, NOW } from "../hostile-responses.ts";
import { GUID, KEY, USER } from "./records.ts";
import { reply, serve } from "./serve.ts";

/** Describes in words how a client handles a hostile response. */
export type Observer = (hostile: HostileResponse) => Promise<string>;

/** Milliseconds to wait for a response that never ends. */
const PATIENCE = 50;

const path = { guid: GUID };
const edit = { params: { path }, body: { first_name: "Jo" } };
const lock = { params: { path }, body: { locked: true } };

/** Observes this client. It records waits instead of waiting. */
export const observeConnectClient: Observer = (hostile) =>
  observe(hostile, async (url, headers) => {
    let waited = 0;
    const sleep = (milliseconds: number) => {
      waited += milliseconds;
      return Promise.resolve();
    };
    const api = createConnectClient({
      url,
      apiKey: KEY,
      behindGateway: true,
      timeout: hostile.endless === true && PATIENCE,
      retry: { clock: { now: () => NOW, random: () => 0, sleep } },
    });
    const calls = {
      getUser: () => api.GET("/v1/users/{guid}", { params: { path }, headers }),
      getUsers: () => api.GET("/v1/users", { headers }),
      updateUser: () => api.PUT("/v1/users/{guid}", { ...edit, headers }),
      lockUser: () => api.POST("/v1/users/{guid}/lock", { ...lock, headers }),
    };
    try {
      await calls[hostile.operation]();
      return waited === 0 ? "success" : `success, after ${waited / 1000} s`;
    } catch (error) {
      if (!isConnectError(error)) throw error;
      return `\`${error.name}\`${hostile.title.startsWith("429") && waited === 0 ? ", at once" : ""}`;
    }
  });

/** Observes openapi-fetch with the same document, used as its manual shows. */
export const observeRawClient: Observer = (hostile) =>
  observe(hostile, async (url, headers) => {
    const raw = createRawClient<paths>({
      baseUrl: `${url}/__api__`,
      headers: { "x-rsc-authorization": `Key ${KEY}`, ...headers },
    });
    const calls = {
      getUser: () => raw.GET("/v1/users/{guid}", { params: { path } }),
      getUsers: () => raw.GET("/v1/users"),
      updateUser: () => raw.PUT("/v1/users/{guid}", edit),
      lockUser: () => raw.POST("/v1/users/{guid}/lock", lock),
    };
    const gaveUp = new Promise<undefined>((resolve) => {
      if (hostile.endless === true) setTimeout(resolve, PATIENCE, undefined);
    });
    try {
      const result = await Promise.race([calls[hostile.operation](), gaveUp]);
      if (result === undefined) return "waits forever";
      if (result.error !== undefined) return `\`error\` is ${literal(result.error)}`;
      if (!result.response.ok) return "`error` and `data` are `undefined`";
      const due = hostile.operation === "lockUser" ? undefined : JSON.stringify(USER);
      return JSON.stringify(result.data) === due ? "success" : `success, \`data\` is ${literal(result.data)}`;
    } catch (error) {
      return `throws \`${error instanceof Error ? error.name : String(error)}\``;
    }
  });

async function observe(
  hostile: HostileResponse,
  call: (url: string, headers: Record<string, string>) => Promise<string>,
): Promise<string> {
  const elsewhere = await serve(reply(200, JSON.stringify(USER), { "content-type": "application/json" }));
  const server = await serve(hostile.listener);
  if (hostile.down === true) await server.close();
  try {
    const outcome = await call(hostile.url?.(server.url) ?? server.url, { "x-elsewhere": elsewhere.url });
    return outcome + (hostile.tell?.(server.arrivals, elsewhere.arrivals) ?? "");
  } finally {
    if (hostile.down !== true) await server.close();
    await elsewhere.close();
  }
}

function literal(value: unknown): string {
  return `\`${value === "" ? '""' : typeof value === "string" ? value : JSON.stringify(value)}\``;
}
