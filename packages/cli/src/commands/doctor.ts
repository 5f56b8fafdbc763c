import { type ConnectClient, isConnectError } from "@connect-sdk/api";
import type { Connection } from "@connect-sdk/users";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { readNetwork } from "../connection/network.ts";
import type { Context } from "../context.ts";
import { describeError, EXIT } from "../errors.ts";
import { fieldOf, type Row } from "../terminal/result.ts";

const COLUMNS = ["check", "status", "detail", "fix"] as const;

export default defineCommand<GlobalFlags>({
  description:
    "Checks the connection step by step and suggests fixes. Exits with 3 when the key is rejected, with 1 for any other failure.",
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
  const [check = "", status = "", detail = "", fix = ""] = COLUMNS.map((name) => String(fieldOf(row, name)));
  return `${status.padEnd(4)}  ${check}: ${detail}${fix === "" ? "" : `\n      fix: ${fix}`}`;
}

function exitCode(findings: readonly Finding[]): number {
  const failed = findings.filter(({ status }) => status === "fail");
  if (failed.some(({ denied }) => denied === true)) return EXIT.denied;
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}

interface Finding {
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly detail: string;
  /** Empty when there is nothing to do. */
  readonly fix: string;
  /** Whether the key was rejected. */
  readonly denied?: boolean;
}

/** Yields the findings in order, and stops where the next check cannot succeed. */
async function* examine(context: Context): AsyncGenerator<Finding, void, void> {
  let connection: Connection;
  try {
    const { server, origin } = await context.settings();
    yield examineAddress(server);
    yield ok("api key", `found in ${origin}`);
    // The certificates are read when the connection opens, so the network is only examined afterwards.
    connection = await context.connect();
    yield* examineNetwork(context);
  } catch (error) {
    return yield failure("settings", error);
  }
  try {
    yield* examineServer(connection.api, context);
  } catch (error) {
    return yield failure("server", error);
  }
  try {
    const me = await connection.me({ signal: context.signal });
    yield ok("user", `the key belongs to ${me.username}`);
    yield me.user_role === "administrator"
      ? ok("role", "administrator")
      : warn("role", `${me.user_role}: can read users, but not change them`, "Use the key of an administrator.");
  } catch (error) {
    yield failure("user", error);
  }
}

function examineAddress(server: string): Finding {
  const { protocol, hostname } = new URL(server);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol === "https:" || isLocal) return ok("url", server);
  return warn(
    "url",
    `${server} is not encrypted: the network can read the key`,
    "Use https if the server supports it.",
  );
}

function* examineNetwork({ env, flags }: Context): Generator<Finding, void, void> {
  const { proxy, caFile, insecure } = readNetwork(env, flags);
  if (proxy !== undefined) yield ok("proxy", `${proxy} is set; NO_PROXY lists exceptions`);
  if (caFile !== undefined) yield ok("certificates", `${caFile} is trusted in addition to the default ones`);
  if (insecure) {
    yield warn("certificates", "the server's certificate is not checked", "Set CONNECT_CA_CERTIFICATE instead.");
  }
}

async function* examineServer(api: ConnectClient, context: Context): AsyncGenerator<Finding, void, void> {
  let version: string | undefined;
  let date: string | null;
  try {
    const { data, response } = await api.GET("/server_settings", { signal: context.signal });
    version = data.version;
    date = response.headers.get("date");
  } catch (error) {
    // The server responds and rejects the key, which is the next check.
    if (!isConnectError(error) || !["AuthenticationError", "PermissionError"].includes(error.name)) throw error;
    return yield ok("server", "responds");
  }
  yield ok("server", "responds");
  yield ok("version", version === undefined || version === "" ? "hidden by the server" : version);
  yield* examineClock(date, context.now());
}

/** A difference of up to a minute is normal. */
const TOLERATED_SECONDS = 60;

function* examineClock(date: string | null, now: number): Generator<Finding, void, void> {
  const time = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(time)) return;
  const seconds = Math.round((now - time) / 1000);
  yield Math.abs(seconds) <= TOLERATED_SECONDS
    ? ok("clock", "agrees with the server's")
    : warn(
        "clock",
        `${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} the server's`,
        "Synchronize the clocks: `stale` and the server's license rules depend on them.",
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
