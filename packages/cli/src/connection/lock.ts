/* A lock between processes, as a file that only one of them can create. */
import { sleep } from "@connect-sdk/api/internal";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { CliError } from "../errors.ts";
import { fileError } from "../terminal/files.ts";

/** Milliseconds after which a lock counts as abandoned: its owner renews it far more often. */
const STALE = 30_000;
const RENEW = 5_000;
/** Milliseconds to wait for another process, which may be waiting for a slow server. */
const PATIENCE = 120_000;
const POLL = 25;

/**
 * Runs work while no other process runs work for the same file. A lock whose owner was killed is taken over.
 *
 * @param signal - ends the wait for another process. Work that has begun is not interrupted.
 * @throws CliError of kind `file` when another process does not finish, or when the lock cannot be created.
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const path = `${file}.lock`;
  const owner = `${process.pid} ${hostname()} ${crypto.randomUUID()}`;
  await acquire(path, owner, signal);
  const renewal = setInterval(() => {
    utimes(path, new Date(), new Date()).catch(() => undefined);
  }, RENEW);
  renewal.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    // Only its own: another process takes over a lock that this one did not renew, as after a suspended laptop.
    if ((await readOwner(path)) === owner) await rm(path, { force: true });
  }
}

async function acquire(path: string, owner: string, signal: AbortSignal | undefined): Promise<void> {
  for (let waited = 0; ; waited += POLL) {
    try {
      // Exclusive creation follows no symbolic link.
      await writeFile(path, owner, { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
        throw fileError("written", path, error);
    }
    const abandoned = await findAbandoned(path);
    if (abandoned !== undefined) await takeAway(path, abandoned);
    else if (waited >= PATIENCE) {
      throw new CliError(
        "file",
        `Another connect-users does not release ${path}.`,
        "Wait for it or end it, then run the command again. If none is running, delete the file.",
      );
    } else await sleep(POLL, signal);
  }
}

/** Returns the owner of a lock that nobody will release; `undefined` if it may still be in use. */
async function findAbandoned(path: string): Promise<string | undefined> {
  const [owner, stats] = await Promise.all([readOwner(path), stat(path).catch(() => undefined)]);
  if (owner === undefined || stats === undefined) return undefined;
  const [pid = "", host] = owner.split(" ");
  const isGone = host === hostname() && /^\d+$/.test(pid) && !isRunning(Number(pid));
  return isGone || Date.now() - stats.mtimeMs > STALE ? owner : undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists, although it cannot be signaled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Removes an abandoned lock. One process at a time does, so that none takes away the lock of a faster one; should its owner wake up
 * meanwhile and another process follow, that one's lock is put back.
 */
async function takeAway(path: string, abandoned: string): Promise<void> {
  const turn = `${path}.takeover`;
  try {
    await writeFile(turn, "", { flag: "wx", mode: 0o600 });
  } catch {
    // Another process has its turn, or was killed in it.
    const started = await stat(turn).catch(() => undefined);
    if (started !== undefined && Date.now() - started.mtimeMs > STALE) await rm(turn, { force: true });
    else await sleep(POLL);
    return;
  }
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    if ((await readOwner(path)) !== abandoned) return;
    await rename(path, aside);
    if ((await readOwner(aside)) !== abandoned) await link(aside, path).catch(() => undefined);
  } catch {
    // The owner released it at the last moment.
  } finally {
    await Promise.all([rm(aside, { force: true }), rm(turn, { force: true })]);
  }
}

async function readOwner(path: string): Promise<string | undefined> {
  return await readFile(path, "utf8").catch(() => undefined);
}
