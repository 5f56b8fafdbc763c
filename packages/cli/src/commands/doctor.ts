import { type ConnectClient, isConnectError } from "@connect-sdk/api";
import { sleep, unlessAborted } from "@connect-sdk/api/internal";
import type { Connection } from "@connect-sdk/users";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { explainFailure } from "../connection/failures.ts";
import { readAuthorities, readNetwork } from "../connection/network.ts";
import { exemption, findProxy, type Proxy, readCertificate, type ServerCertificate } from "../connection/route.ts";
import type { Context } from "../context.ts";
import { CliError, describeError, EXIT, sentence } from "../errors.ts";
import { DAY, formatDate } from "../command-line/ages.ts";
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

function line(row: Row): string[] {
  const [check = "", status = "", detail = "", fix = ""] = COLUMNS.map((name) => String(fieldOf(row, name)));
  return [`${status.padEnd(4)}  ${check}: ${detail}`, ...(fix === "" ? [] : [`      fix: ${fix}`])];
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
    let reachable = true;
    for await (const finding of examineNetwork(new URL(server), context)) {
      yield finding;
      reachable &&= finding.status !== "fail";
    }
    if (!reachable) return;
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

async function* examineNetwork(server: URL, context: Context): AsyncGenerator<Finding, void, void> {
  const { env, flags } = context;
  const network = readNetwork(env, flags);
  const { caFile, extraCaFile, insecure } = network;
  const proxy = findProxy(server, env);
  if (proxy !== undefined) yield ok("proxy", `through ${proxy.url} (${proxy.variable}); NO_PROXY lists exceptions`);
  else if (network.hasProxy) yield ok("proxy", describeUnusedProxy(server, context));
  for (const file of [caFile, extraCaFile]) {
    if (file !== undefined) yield ok("certificates", `${file} is trusted in addition to the default ones`);
  }
  if (insecure) {
    yield warn("certificates", "the server's certificate is not checked", "Set CONNECT_CA_CERTIFICATE instead.");
  }
  if (!insecure && env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    yield warn(
      "certificates",
      "NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check of all certificates off",
      "Unset it, and set CONNECT_CA_CERTIFICATE instead.",
    );
  }
  if (server.protocol !== "https:" || !context.usesNetwork) return;
  const ca = await readAuthorities(network, () => undefined);
  const certificate = await tryToReadCertificate(server, { proxy, ca, context });
  if (certificate instanceof CliError) yield failure("proxy", certificate);
  else if (certificate !== undefined) {
    yield examineCertificate(certificate, { server, now: context.now(), insecure });
  }
}

function describeUnusedProxy(server: URL, { env }: Context): string {
  const entry = exemption(server, env);
  if (entry !== undefined) return `not used: NO_PROXY contains ${entry}`;
  return `not used: ${server.protocol === "https:" ? "HTTP_PROXY" : "HTTPS_PROXY"} is for the other protocol`;
}

/** Returns the certificate, or the error of a proxy that refuses; `undefined` for other failures, which the server's check finds. */
async function tryToReadCertificate(
  server: URL,
  { proxy, ca, context }: { proxy: Proxy | undefined; ca: string[] | undefined; context: Context },
): Promise<ServerCertificate | CliError | undefined> {
  const { signal, sleep: wait = sleep } = context;
  const end = new AbortController();
  // Not AbortSignal.timeout: within AbortSignal.any, Node may collect it before its time.
  const late = wait(CERTIFICATE_TIMEOUT, end.signal).then(
    () => undefined,
    () => undefined,
  );
  const tls = ca === undefined ? {} : { ca };
  try {
    const certificate = readCertificate(server, { proxy, tls, signal: end.signal });
    return await unlessAborted(Promise.race([certificate, late]), signal);
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof CliError ? error : undefined;
  } finally {
    end.abort();
  }
}

const CERTIFICATE_TIMEOUT = 15_000;

function examineCertificate(
  { subject, issuer, expires, problem }: ServerCertificate,
  { server, now, insecure }: { server: URL; now: number; insecure: boolean },
): Finding {
  const days = Math.floor((expires - now) / DAY);
  const when = Number.isNaN(expires)
    ? ""
    : `, ${days < 0 ? "expired" : "expires"} ${formatDate(expires)} (${days < 0 ? `${-days} days ago` : `in ${days} days`})`;
  const detail = `${subject}, issued by ${issuer}${when}`;
  if (problem !== undefined && !insecure) {
    const explained = explainFailure({ code: problem, words: problem, url: server });
    return {
      check: "certificate",
      status: "fail",
      detail: sentence(`${detail}: ${explained?.problem ?? problem}`),
      fix: explained?.fix ?? "Ask the administrator of the server for a certificate that is valid for its name.",
    };
  }
  if (days < WARN_DAYS) {
    return warn(
      "certificate",
      detail,
      "Renew the certificate before it expires, or remind the server's administrator.",
    );
  }
  return ok("certificate", detail);
}

const WARN_DAYS = 30;

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
