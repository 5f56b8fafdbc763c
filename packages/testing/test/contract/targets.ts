import { createFakeConnect } from "../../src/index.ts";
import { documentedFetch } from "../support/documented-fetch.ts";
import type { Target } from "./server.ts";

/** The versions of the fake that are checked against the rules. */
const FAKE_VERSIONS = ["2024.09.0", "2026.01.0", "2026.06.0"];

/** Returns the fake as several versions of Connect, and the real server that the environment names, if any. */
export function targets(): Target[] {
  return [...FAKE_VERSIONS.map(fakeTarget), ...realTarget()];
}

function fakeTarget(version: string): Target {
  const fake = createFakeConnect({ version });
  return { name: `fake ${version}`, url: fake.url, apiKey: fake.apiKey, fetch: documentedFetch(fake) };
}

function realTarget(): Target[] {
  const { CONNECT_TEST_SERVER: server = "", CONNECT_TEST_API_KEY: apiKey = "" } = process.env;
  if (server === "") return [];
  if (apiKey === "")
    throw new Error("CONNECT_TEST_SERVER is set, but CONNECT_TEST_API_KEY is not: it must be an administrator's key.");
  const url = server.replace(/\/+$/, "").replace(/\/__api__$/, "");
  return [{ name: new URL(url).host, url, apiKey, fetch }];
}
