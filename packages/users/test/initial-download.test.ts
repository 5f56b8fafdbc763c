import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { endpoints } from "@connect-sdk/api/internal";

const sources = new URL("../src/", import.meta.url);
const code = readdirSync(sources)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(new URL(file, sources), "utf8"))
  .join("\n");
const calls = [...code.matchAll(/\bapi\.(GET|POST|PUT|PATCH|DELETE)\("([^"]+)"/g)].map(
  ([, method = "", path = ""]) => `${method} ${path}`,
);

test("describes exactly the operations that this package calls, so that its own calls never wait for a download", () => {
  const described = Object.entries(endpoints).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual([...new Set(calls)].sort());
});
