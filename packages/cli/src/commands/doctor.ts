import { defineCommand } from "../command-line/command.ts";
import { describeError, EXIT } from "../errors.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { fieldOf, type Row } from "../terminal/result.ts";
import { type ConnectClient, isConnectError } from "@connect-sdk/api";
import type { Connection } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { readNetwork } from "../connection/network.ts";

const COLUMNS = ["check", "status", "detail", "fix"] as const;

export default defineCommand<GlobalFlags>({
  description:
    "Checks the connection step by step and says what to fix. Exits with 3 when the key is refused, with 1 for any other failure.",
  examples: [
    ["doctor", "Find out why nothing works"],
    ["doctor --json", "Give the findings to a monitoring system"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, context) {
    const findings: Finding[] = [];
    for await (const finding of examine(context)) findings.push(finding);
    return {
      kind: "rows",
      rows: findings.map(({ check, status, detail, fix }) => ({ check, status, detail, fix })),
      columns: COLUMNS,
      line,
      exitCode: exitCode(findings),
    };
  },
});

function line(row: Row): string {
  const [check, status, detail, fix] = COLUMNS.map((name) => String(fieldOf(row, name)));
  return `${(status ?? "").padEnd(4)}  ${check ?? ""}: ${detail ?? ""}${fix === "" ? "" : `\n      fix: ${fix ?? ""}`}`;
}

function exitCode(findings: readonly Finding[]): number {
  const failed = findings.filter(({ status }) => status === "fail");
  if (failed.some(({ denied }) => denied === true)) return EXIT.denied;
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}

/** What one step of `connect-users doctor` found. */
interface Finding {
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly detail: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly fix: string;
  /** The key was refused. */
  readonly denied?: boolean;
}

/** Examines the connection step by step, and stops where the next step cannot succeed. */
async function* examine(context: Context): AsyncGenerator<Finding, void, void> {
  let connection: Connection;
  try {
    const { server, origin } = await context.settings();
    yield readAddress(server);
    yield ok("api key", `found in ${origin}`);
    // Connecting reads the certificates: only then is it known that they can be trusted.
    connection = await context.connect();
    yield* examineNetwork(context);
  } catch (error) {
    return yield failure("settings", error);
  }
  const { api } = connection;
  try {
    yield* examineServer(api, context);
  } catch (error) {
    return yield failure("server", error);
  }
  try {
    const me = await connection.me({ signal: context.signal });
    yield ok("user", `the key belongs to ${me.username}`);
    yield me.user_role === "administrator"
      ? ok("role", "administrator")
      : warn("role", `${me.user_role}: may look at users, but not change them`, "Use the key of an administrator.");
  } catch (error) {
    yield failure("user", error);
  }
}

async function* examineServer(api: ConnectClient, context: Context): AsyncGenerator<Finding, void, void> {
  let response: Response;
  let version: string | undefined;
  try {
    const answer = await api.GET("/server_settings", { signal: context.signal });
    response = answer.response;
    version = answer.data.version;
  } catch (error) {
    // The server is there and speaks; what it thinks of the key is the next step.
    if (!isConnectError(error) || !["AuthenticationError", "PermissionError"].includes(error.name)) throw error;
    return yield ok("server", "answers");
  }
  yield ok("server", "answers");
  yield version === undefined || version === "" ? ok("version", "hidden by the server") : ok("version", version);
  yield* examineClock(response.headers.get("date"), context.now());
}

function* examineClock(date: string | null, now: number): Generator<Finding, void, void> {
  const time = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(time)) return;
  const seconds = Math.round((now - time) / 1000);
  yield Math.abs(seconds) <= TOLERATED_SKEW
    ? ok("clock", "agrees with the server's")
    : warn(
        "clock",
        `${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} the server's`,
        "Synchronise the clocks: `stale` and the server's licence rules depend on them.",
      );
}

/** Seconds. */
const TOLERATED_SKEW = 60;

function* examineNetwork({ env, flags }: Context): Generator<Finding, void, void> {
  const { proxy, caFile, insecure } = readNetwork(env, { insecure: flags.insecure === true });
  if (proxy !== undefined) yield ok("proxy", `${proxy} is set; NO_PROXY makes exceptions`);
  if (caFile !== undefined) yield ok("certificates", `also trusts ${caFile}`);
  if (insecure) {
    yield warn("certificates", "the server's certificate is not checked", "Set CONNECT_CA_CERTIFICATE instead.");
  }
}

function readAddress(server: string): Finding {
  const { protocol, hostname } = new URL(server);
  const local = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol === "https:" || local) return ok("url", server);
  return warn(
    "url",
    `${server} is not encrypted: anyone on the way can read the key`,
    "Use https if the server has it.",
  );
}

function ok(check: string, detail: string): Finding {
  return { check, status: "ok", detail, fix: "" };
}

function warn(check: string, detail: string, fix: string): Finding {
  return { check, status: "warn", detail, fix };
}

function failure(check: string, error: unknown): Finding {
  const { kind, message, fix } = describeError(error);
  if (kind === "bug" || kind === "interrupted") throw error;
  return { check, status: "fail", detail: message, fix, denied: kind === "authentication" || kind === "permission" };
}
