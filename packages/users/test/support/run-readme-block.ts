import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { onTestFinished, vi } from "vitest";
import type { ReadmeBlock } from "./readme-blocks.ts";

let runs = 0;

/** A server with the people whom the README talks about. */
export function readmeServer(options: FakeConnectOptions = {}): FakeConnect {
  const fake = createFakeConnect({ users: 40, seed: 7, ...options });
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  const mira = fake.addUser({ username: "mira", email: "mira@example.com", first_name: "Mira", last_name: "Sol" });
  fake.addUser({ username: "ada", email: "ada@example.com" });
  fake.addGroup({ name: "analysts", members: [jdoe, mira] });
  for (const title of ["Sales", "Stock"]) fake.addContent({ title, owner_guid: mira.guid });
  return fake;
}

/**
 * Runs a block as a program of its own whose environment names the fake, with what the README has introduced before. Resolves to
 * what it prints.
 */
export async function runReadmeBlock({ line, code }: ReadmeBlock, fake: FakeConnect): Promise<string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => printed.push(format(...words)));
  vi.useFakeTimers({ toFake: ["Date"], now: fake.clock.now() });
  onTestFinished(() => {
    log.mockRestore();
    vi.useRealTimers();
  });
  vi.stubEnv("CONNECT_SERVER", fake.url);
  vi.stubEnv("CONNECT_API_KEY", fake.apiKey);
  vi.stubGlobal("fetch", fake.fetch);
  const connection = connect();
  const introduced = { fake, connection, api: connection.api, users: connection.users, me: await connection.me() };
  for (const [name, value] of Object.entries(introduced)) vi.stubGlobal(name, value);

  const folder = fileURLToPath(new URL("../../reports/readme/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  // Each run is a file of its own: a module runs once.
  const file = `${folder}line-${line}-run-${++runs}.ts`;
  writeFileSync(file, `${code}\nexport {};\n`);
  await import(/* @vite-ignore */ file);
  return printed;
}
