import { main } from "@connect-sdk/cli";
import { Readable } from "node:stream";
import { expectEqual } from "./expect-equal.ts";
import type { Operation } from "./operation.ts";
import { targets } from "./targets.ts";
import { CANARY_PASSWORD } from "./writing-operations.ts";

const ROWS = ["import-a", "import-b", "import-c"];

/** What the program did: the exit code, and everything that it wrote. */
export class ProgramFailed extends Error {
  readonly code: number;
  readonly output: string;

  constructor(code: number, output: string) {
    super(`connect-users import ended with ${code}: ${output}`);
    this.code = code;
    this.output = output;
  }

  override get name(): string {
    return `exit ${this.code}`;
  }
}

/** The import of a file, one row after the other. */
export const importOperation: Operation = {
  name: "import",
  class: "import",
  target: targets.createPushUser,
  users: 12,
  prepare({ fake, url, timeout, fetch }) {
    const lines = ROWS.map((name) => `${name},${name}@example.com,${CANARY_PASSWORD}\n`);
    const csv = `username,email,password\n${lines.join("")}`;
    const imported = (): string[] =>
      fake.users.map(({ username }) => username).filter((username) => ROWS.includes(username));
    return Promise.resolve({
      async run() {
        let output = "";
        const write = (text: string): void => {
          output += text;
        };
        const code = await main(["import", "-", "--yes", "--debug", "--concurrency", "1"], {
          stdin: Readable.from([Buffer.from(csv)]),
          stdout: { write },
          stderr: { write },
          env: { CONNECT_SERVER: url, CONNECT_API_KEY: fake.apiKey, CONNECT_REQUEST_TIMEOUT: String(timeout / 1000) },
          fetch: (input, init) => fetch(new Request(input, init)),
        });
        if (code !== 0) throw new ProgramFailed(code, output);
        return output;
      },
      check() {
        expectEqual(imported().toSorted(), ROWS, "the imported users");
      },
      effects: () => imported().length,
    });
  },
};
