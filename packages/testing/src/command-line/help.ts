import { describeOption, OPTIONS } from "./option-table.ts";

/** What `--help` prints: examples first. */
export function helpText(): string {
  return `fake-connect: a Posit Connect server for tests. It starts at once and forgets everything when it ends.

Examples
  fake-connect exec -- pytest                           run tests against a fresh server
  fake-connect exec --users 200 -- Rscript tests.R      … that has 200 users
  fake-connect serve --port 0 --control                 serve on any free port until interrupted
  fake-connect serve --data organisation.json --json    serve the users of a file; say where as JSON

Usage
  fake-connect serve [options]
      Prints CONNECT_SERVER=… and CONNECT_API_KEY=… once it can be reached, and serves until it is interrupted.
  fake-connect exec [options] -- COMMAND ARGS…
      Starts a fresh server, runs COMMAND with CONNECT_SERVER and CONNECT_API_KEY set, and exits with its status.

Options
${optionLines()}
`;
}

function optionLines(): string {
  const rows = Object.keys(OPTIONS).map((name) => {
    const { placeholder, short, help = "" } = describeOption(name) ?? {};
    const names = `${short === undefined ? "" : `-${short}, `}--${name}`;
    return { names: placeholder === undefined ? names : `${names} ${placeholder}`, help };
  });
  const width = Math.max(...rows.map(({ names }) => names.length)) + 2;
  return rows.map(({ names, help }) => `  ${names.padEnd(width)}${help}`).join("\n");
}
