import { randomUUID } from "node:crypto";
import { readFile, realpath, rename, stat, unlink, writeFile } from "node:fs/promises";
import { createFakeConnect } from "../fake-connect.ts";
import { readServer, RecordError } from "../record/read-server.ts";
import { scrub, toSeed } from "../record/to-seed.ts";
import { type Flags, type Io, UsageError } from "./command-line.ts";

/** Records a server in a data file. Returns the exit code: 1 if the server cannot be read. */
export async function record(flags: Flags, io: Io): Promise<number> {
  const { out, apiKeyFile, keepNames = false } = flags;
  if (out === undefined) throw new UsageError("record needs --out FILE, the data file to write");
  const server = readServerUrl(flags.server ?? io.env["CONNECT_SERVER"]);
  const apiKey = await readApiKey(server, apiKeyFile, io);
  await refuseSameFile(out, apiKeyFile);
  try {
    const contents = await readServer({ server, apiKey });
    const { seed, omitted } = toSeed(contents);
    const data = keepNames ? seed : scrub(seed);
    checkLoads(data);
    const json = `${JSON.stringify(data, null, 2)}\n`;
    if (json.includes(apiKey))
      throw new RecordError("a record of the server contains the API key; rename or delete it");
    await writeAtomically(out, json);
    for (const reason of omitted) io.stderr.write(`fake-connect: left out ${reason}\n`);
    io.stdout.write(`${summaryOf(data, server, contents.version)}\nfake-connect serve --data ${out}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    io.stderr.write(`fake-connect: ${error.message}\n`);
    return 1;
  }
}

function readServerUrl(text: string | undefined): string {
  if (text === undefined) throw new UsageError("record needs --server URL, or CONNECT_SERVER, the server to read");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new UsageError(`--server is "${redactUrl(text)}"; allowed: an address such as https://connect.example.com`);
  }
  const path = url.pathname.replace(/\/+$/, "").replace(/\/__api__$/, "");
  return `${url.origin}${path.replace(/\/+$/, "")}`;
}

/** Removes a password from an address for an error message. */
function redactUrl(text: string): string {
  return text.replace(/\/\/[^/]*@/, "//…@");
}

async function readApiKey(server: string, file: string | undefined, { env }: Io): Promise<string> {
  if (file !== undefined) return readKeyFile(file);
  const { CONNECT_API_KEY: key = "", CONNECT_SERVER: owner } = env;
  if (key === "")
    throw new UsageError("record needs an administrator's key: set CONNECT_API_KEY or use --api-key-file");
  // A key must not be sent to a server that it is not for.
  if (owner !== undefined && owner !== "" && readServerUrl(owner) !== server) {
    throw new UsageError("CONNECT_API_KEY belongs to CONNECT_SERVER, which is not --server; use --api-key-file");
  }
  return checkKey(key, "CONNECT_API_KEY");
}

/** Other characters cannot be sent, and the error of `fetch` would quote the key. */
function checkKey(key: string, source: string): string {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new UsageError(`${source} must contain one API key and nothing else`);
}

async function readKeyFile(file: string): Promise<string> {
  const key = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  const { mode } = await stat(file);
  if (process.platform !== "win32" && (mode & 0o022) !== 0) {
    throw new UsageError(`${file} can be changed by other users; run chmod 600 ${file}`);
  }
  return checkKey(key.trim(), file);
}

async function refuseSameFile(out: string, keyFile: string | undefined): Promise<void> {
  const target = await stat(out).catch(() => undefined);
  if (target?.isDirectory()) throw new UsageError(`${out} is a directory; allowed: a file to write`);
  if (target === undefined || keyFile === undefined) return;
  const key = await stat(keyFile);
  if (target.dev === key.dev && target.ino === key.ino) {
    throw new UsageError(`${out} is the file with the API key; write to another one`);
  }
}

type Seed = Parameters<typeof scrub>[0];

/** Loads the data as `--data` will, so that no file is written that a fake refuses. */
function checkLoads(data: Seed): void {
  try {
    createFakeConnect({ data, journalLimit: 0 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RecordError(`the server has data that a fake cannot have: ${message}`, { cause: error });
  }
}

/** Writes a file that is either complete or not there. Only its owner can read it. */
async function writeAtomically(file: string, text: string): Promise<void> {
  // A link stays one.
  const target = await realpath(file).catch(() => file);
  const draft = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: "wx" });
    await rename(draft, target);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function summaryOf({ users, groups, content, permissions }: Seed, server: string, version: string): string {
  const counts = [
    count(users.length, "user"),
    count(groups.length, "group"),
    count(content.length, "content item"),
    count(permissions.length, "permission"),
  ];
  return `Recorded ${counts.join(", ")} of ${server}${version === "" ? "" : ` (Connect ${version})`}. Serve them with:`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
