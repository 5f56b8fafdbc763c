import { main } from "@connect-sdk/cli";
import { createFakeConnect } from "@connect-sdk/testing";
import { Readable } from "node:stream";
import type { Subject } from "./curve.ts";

export const importGrowth: Subject = {
  name: "import-growth",
  what: "`connect-users import`, each row a new user",
  largest: 100_000,
  prepare(size) {
    const rows = Array.from({ length: size }, (_, row) => `new${row},new${row}@example.com,viewer,true\n`);
    const csv = `username,email,user_role,user_must_set_password\n${rows.join("")}`;
    return Promise.resolve({ run: () => importInto(csv, size), [Symbol.asyncDispose]: () => Promise.resolve() });
  },
};

async function importInto(csv: string, size: number): Promise<void> {
  const fake = createFakeConnect({ journalLimit: 0 });
  let errors = "";
  const code = await main(["import", "-", "--yes"], {
    stdin: Readable.from([Buffer.from(csv)]),
    stdout: { write: () => true },
    stderr: { write: (text) => (errors = `${errors}${text}`.slice(-2_000)) },
    env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey },
    fetch: fake.fetch,
  });
  if (code !== 0 || fake.users.length !== size + 1) throw new Error(`The import ended with ${code}: ${errors}`);
}
