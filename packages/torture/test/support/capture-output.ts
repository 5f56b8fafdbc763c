import { createFakeConnect } from "@connect-sdk/testing";
import { inspect } from "node:util";
import { vi } from "vitest";
import { CANARY_PASSWORD } from "../../src/matrix/writing-operations.ts";
import { findSecrets } from "../../src/secrets/find-secrets.ts";

/** Takes what is written to the console and to the standard streams until it is stopped. */
export function captureOutput(): { stop(): void; secretsIn(): string[] } {
  let text = "";
  const take = (...values: unknown[]): boolean => {
    text += `${values.map((value) => (typeof value === "string" ? value : inspect(value, { depth: 12 }))).join(" ")}\n`;
    return true;
  };
  const spies = [
    ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(take),
    ),
    vi.spyOn(process.stdout, "write").mockImplementation(take),
    vi.spyOn(process.stderr, "write").mockImplementation(take),
    vi.spyOn(process, "emitWarning").mockImplementation(take),
  ];
  return {
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
    secretsIn: () => findSecrets([KEY, CANARY_PASSWORD], { "the output": text }),
  };
}

/** The key of every world: it follows from the seed. */
const KEY = createFakeConnect({ seed: 11 }).apiKey;
