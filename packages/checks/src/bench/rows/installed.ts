import { build } from "esbuild";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { current, repository, timeInCleanClone, type Checkout } from "../measure/checkout.ts";
import { timeNode } from "../measure/processes.ts";
import { ratios } from "../measure/timing.ts";
import { inProcess, type Row, roundsOf, type Subject } from "../row.ts";

// Rows about the program, its start-up time, the size of a bundle and the commands of a fresh clone.

export const cliVersion = startUpRow("cli-version", "--version", 1.6);
export const cliHelp = startUpRow("cli-help", "--help", 2);

function startUpRow(name: string, flag: string, value: number): Row {
  return {
    name,
    what: `\`connect-users ${flag}\``,
    floor: "`node -e 0`",
    budget: { at: "most", value, unit: "×" },
    work: (checkout) => Promise.resolve(inProcess(() => timeNode([checkout.connectUsers, flag]))),
    measure: (size) =>
      ratios(
        () => timeNode([current.connectUsers, flag]),
        () => timeNode(["-e", "0"]),
        { rounds: roundsOf(size, 25), warmUps: size === "small" ? 0 : 3 },
      ),
  };
}

/** Imports a file whose rows are all new users into an in-process fake. */
export async function importUsers(checkout: Checkout, count: number): Promise<void> {
  const { main } = await checkout.load("cli");
  const { createFakeConnect } = await checkout.load("testing");
  const fake = createFakeConnect({ journalLimit: 0 });
  const rows = Array.from({ length: count }, (_, row) => `new${row},new${row}@example.com,viewer,true\n`);
  let errors = "";
  const code = await main(["import", "-", "--yes"], {
    stdin: Readable.from([Buffer.from(`username,email,user_role,user_must_set_password\n${rows.join("")}`)]),
    stdout: { write: () => true },
    stderr: { write: (text) => (errors = `${errors}${text}`.slice(-2_000)) },
    env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey },
    fetch: fake.fetch,
  });
  if (code !== 0 || fake.users.length !== count + 1) throw new Error(`The import ended with ${code}: ${errors}`);
}

/** Has no budget of its own: it is only compared with a baseline. */
export const importNewUsers: Subject = {
  name: "import-users",
  what: "`connect-users import` of 5,000 new users, in-process",
  work: (checkout, size) => Promise.resolve(inProcess(() => importUsers(checkout, size === "small" ? 50 : 5_000))),
};

export const browserSize: Row = {
  name: "browser-size",
  what: "`@connect-sdk/users` with all dependencies: what a page downloads at once",
  floor: "bundled for a browser by esbuild without what is loaded on demand, minified and gzipped",
  budget: { at: "most", value: 15.5, unit: "kB" },
  async measure() {
    const { outputFiles } = await build({
      stdin: { contents: `export * from "@connect-sdk/users";`, resolveDir: `${repository}packages/checks` },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2023",
      plugins: [
        {
          name: "on-demand",
          setup(bundler) {
            bundler.onResolve({ filter: /./ }, ({ kind, path }) =>
              kind === "dynamic-import" ? { path, external: true } : undefined,
            );
          },
        },
      ],
    });
    return outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).length / 1000);
  },
};

export const cleanStart: Row = {
  name: "clean-start",
  what: "`npm start` in a clean clone",
  floor: "installation included",
  budget: { at: "most", value: 45, unit: "s" },
  slow: true,
  measure: () => Promise.resolve(timeInCleanClone(["start"])),
};

export const cleanTest: Row = {
  name: "clean-test",
  what: "`npm test` in a clean clone",
  floor: "installation included",
  budget: { at: "most", value: 180, unit: "s" },
  slow: true,
  measure: () => Promise.resolve([timeCleanTests().first]),
};

export const cleanTestAgain: Row = {
  name: "clean-test-again",
  what: "`npm test` again, when nothing has changed",
  floor: "in the same clone",
  budget: { at: "most", value: 10, unit: "s" },
  slow: true,
  measure: () => Promise.resolve([timeCleanTests().again]),
};

let cleanTests: { readonly first: number; readonly again: number } | undefined;

/** Runs `npm test` twice in one clone, once for both rows. */
function timeCleanTests(): { readonly first: number; readonly again: number } {
  if (cleanTests === undefined) {
    const [first, again] = timeInCleanClone(["test", "test"]);
    cleanTests = { first: first ?? NaN, again: again ?? NaN };
  }
  return cleanTests;
}
