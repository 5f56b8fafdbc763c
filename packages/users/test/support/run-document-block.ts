import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { onTestFinished, vi } from "vitest";
import type { DocumentBlock } from "./document-blocks.ts";

let runs = 0;

/** Creates a server with the people that the documents mention. */
export function documentServer(options: FakeConnectOptions = {}): FakeConnect {
  const fake = createFakeConnect({ users: 40, seed: 7, ...options });
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  const mira = fake.addUser({ username: "mira", email: "mira@example.com", first_name: "Mira", last_name: "Sol" });
  fake.addUser({ username: "ada", email: "ada@example.com" });
  fake.addGroup({ name: "analysts", members: [jdoe, mira] });
  for (const title of ["Sales", "Stock"]) fake.addContent({ title, owner_guid: mira.guid });
  return fake;
}

/** Runs a block as it stands, as a program whose environment names the fake. Resolves to the lines that it prints. */
export async function runBlock({ file, line, code }: DocumentBlock, fake: FakeConnect): Promise<string[]> {
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

  const folder = fileURLToPath(new URL("../../reports/blocks/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  // A module runs once, so each run needs a file of its own.
  const path = `${folder}${file.replaceAll(/\W/g, "-")}-line-${line}-run-${++runs}.ts`;
  writeFileSync(path, `${code}\nexport {};\n`);
  await import(/* @vite-ignore */ path);
  return printed;
}
