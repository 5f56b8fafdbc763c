import { spawn } from "node:child_process";
import fs, { readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { withLock } from "../src/connection/lock.ts";
import { folder } from "./support/folder.ts";

test("a lock whose owner was killed is taken over", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  const dead = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => dead.once("close", resolve));
  await writeFile(`${file}.lock`, `${dead.pid ?? 0} ${hostname()} x`);
  // Not because it is old.
  const future = new Date(Date.now() + 3_600_000);
  await utimes(`${file}.lock`, future, future);

  await expect(withLock(file, () => Promise.resolve("mine"))).resolves.toBe("mine");
  expect(await readdir(path)).toEqual([]);
});

test("a lock of another computer is taken over after it was not renewed for half a minute", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  await writeFile(`${file}.lock`, "1 elsewhere x");
  let isDone = false;
  const waiting = withLock(file, async () => {
    await Promise.resolve();
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isDone).toBe(false);
  const old = new Date(Date.now() - 31_000);
  await utimes(`${file}.lock`, old, old);
  await waiting;
  expect(await readdir(path)).toEqual([]);
});

test("a lock is held by one at a time, and released after a failure", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  let running = 0;
  const work = async (fails: boolean) => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    if (fails) throw new Error("work failed");
  };
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) => withLock(file, () => work(at % 2 === 0))),
  );

  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(4);
  expect(await readdir(path)).toEqual([]);
});

test("an abandoned lock is taken over by one at a time", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  for (let round = 0; round < 8; round++) {
    await abandon(`${file}.lock`);
    let running = 0;
    const most: number[] = [];
    const work = async () => {
      most.push(++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)));

    expect(most).toEqual(Array.from({ length: 8 }, () => 1));
  }
  expect(await readdir(path)).toEqual([]);
});

test("a lock is taken over although the process that did so before was killed", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  for (const left of [`${file}.lock`, `${file}.lock.takeover`]) await abandon(left);

  await expect(withLock(file, () => Promise.resolve("mine"))).resolves.toBe("mine");
  expect(await readdir(path)).toEqual([]);
});

test("nobody else can read or replace a lock", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");

  const { mode } = await withLock(file, () => stat(`${file}.lock`));
  expect((mode & 0o777).toString(8)).toBe("600");
});

test("a lock follows no symbolic link", async () => {
  const { path } = await folder({ victim: "precious" });
  const file = join(path, "profiles.json");
  await symlink(join(path, "victim"), `${file}.lock`);
  const old = new Date(Date.now() - 31_000);
  await utimes(join(path, "victim"), old, old);

  await withLock(file, () => Promise.resolve());
  expect(await readFile(join(path, "victim"), "utf8")).toBe("precious");
});

test("the lock of a process that was faster is put back", async () => {
  const { path } = await folder();
  const lock = join(path, "profiles.json.lock");
  await abandon(lock);
  const events: string[] = [];
  let end: (() => void) | undefined;
  const isPutBack = new Promise<void>((resolve) => (end = resolve));
  let faster: Promise<void> | undefined;
  const realRename = fs.rename;
  const realLink = fs.link;
  // Between the last look at the abandoned lock and its removal, its owner wakes up and releases it, and another process follows.
  vi.spyOn(fs, "rename").mockImplementationOnce(async (from, to) => {
    await rm(lock);
    await new Promise<void>((begun) => {
      faster = withLock(join(path, "profiles.json"), async () => {
        events.push("the faster one begins");
        begun();
        await isPutBack;
        events.push("the faster one ends");
      });
    });
    await realRename(from, to);
  });
  vi.spyOn(fs, "link").mockImplementationOnce(async (from, to) => {
    await realLink(from, to);
    end?.();
  });
  syncBuiltinESMExports();
  try {
    await withLock(join(path, "profiles.json"), () => {
      events.push("the other one begins");
      return Promise.resolve();
    });
    end?.();
    await faster;
  } finally {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  }

  expect(events).toEqual(["the faster one begins", "the faster one ends", "the other one begins"]);
  expect(await readdir(path)).toEqual([]);
});

test("waiting for a lock ends with Ctrl-C, and work that has begun does not", async () => {
  const { path } = await folder();
  const file = join(path, "profiles.json");
  const interruption = new AbortController();
  const { signal } = interruption;

  const result = await withLock(
    file,
    async () => {
      const waiting = withLock(file, () => Promise.resolve("both"), signal);
      interruption.abort();
      await expect(waiting).rejects.toThrow(DOMException);
      return "one";
    },
    signal,
  );
  expect(result).toBe("one");
  expect(await readdir(path)).toEqual([]);
});

/** Makes a lock look as if its owner had stopped renewing it. */
async function abandon(lock: string): Promise<void> {
  const old = new Date(Date.now() - 31_000);
  await writeFile(lock, "1 elsewhere x");
  await utimes(lock, old, old);
}
