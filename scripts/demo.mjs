/**
 * Shows the built `connect-users`: on a fake server with 1,200 users or, read-only, on the server that CONNECT_SERVER and
 * CONNECT_API_KEY name. Prints each command as a user would type it. Takes the options of `fake-connect serve`.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createHome, ownEnvironment } from "./own-environment.mjs";

const connectUsers = fileURLToPath(new URL("../packages/cli/bin/connect-users.js", import.meta.url));
const fakeConnect = fileURLToPath(new URL("../packages/testing/bin/fake-connect.js", import.meta.url));

const server = process.env["CONNECT_SERVER"];
const apiKey = process.env["CONNECT_API_KEY"];
// A stored profile of the developer must not take part.
const { home, remove } = createHome();
process.on("exit", remove);

if (server && apiKey) {
  say(`Reading from ${server}. Nothing is changed there.`);
  readOnlyTour({ CONNECT_SERVER: server, CONNECT_API_KEY: apiKey });
  say("That was your own server. Run `npm start` without CONNECT_SERVER to see the other commands on a fake server.");
} else {
  if (server || apiKey) say("Only one of CONNECT_SERVER and CONNECT_API_KEY is set, so this uses a fake server.");
  await tourOfAFakeServer();
  say(
    [
      "That was a fake server. To read from your own (nothing is changed there):",
      "",
      "  CONNECT_SERVER=https://connect.example.com CONNECT_API_KEY=… npm start",
    ].join("\n"),
  );
}

async function tourOfAFakeServer() {
  const options = process.argv.length > 2 ? process.argv.slice(2) : ["--port", "0"];
  const args = [fakeConnect, "serve", "--users", "1200", "--json", ...options];
  const fake = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const { url, apiKey } = await ready(fake);
    say(`A fake Connect server with 1,200 users is listening on ${url}.`);
    const env = { CONNECT_SERVER: url, CONNECT_API_KEY: apiKey };
    const me = readOnlyTour(env);

    say("A new colleague starts …");
    const person = ["--email", "ada.lovelace@example.com", "--first-name", "Ada", "--last-name", "Lovelace"];
    run(env, ["create", "--username", "ada.lovelace", ...person, "--must-set-password"]);
    run(env, ["show", "ada.lovelace"]);
    say("… becomes a publisher …");
    run(env, ["update", "ada.lovelace", "--role", "publisher"]);
    say("… and leaves again. Locking keeps her content and frees the license.");
    run(env, ["lock", "ada.lovelace"]);
    run(env, ["list", "--prefix", "ada.love"]);
    say("Locking your own account by mistake is rejected:");
    run(env, ["lock", me], 6);
  } finally {
    fake.kill("SIGTERM");
    if (fake.exitCode === null) await once(fake, "exit");
  }
}

/**
 * The read-only part of the tour.
 *
 * @param {Record<string, string>} env
 * @returns {string} the username of the caller
 */
function readOnlyTour(env) {
  say("Who am I, and how many users are there?");
  run(env, ["whoami"]);
  run(env, ["count"]);
  run(env, ["count", "--status", "licensed"]);
  say("Some of the licensed publishers and administrators:");
  const publishers = ["list", "--role", "publisher|administrator", "--status", "licensed", "--limit", "5"];
  run(env, publishers);
  const [someone] = capture(env, [...publishers, "--json"]);
  if (someone) {
    say("One of them:");
    run(env, ["show", someone.username]);
  }
  return capture(env, ["whoami", "--json"]).username;
}

/**
 * Prints a command and runs it. Throws if it does not exit as expected.
 *
 * @param {Record<string, string>} env
 * @param {string[]} args
 */
function run(env, args, expected = 0) {
  console.log(`\n$ connect-users ${args.map(quote).join(" ")}`);
  const { status } = spawnSync(process.execPath, [connectUsers, ...args], {
    env: { ...ownEnvironment(home), ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== expected) throw new Error(`connect-users ${args.join(" ")} exited with ${status}, not ${expected}`);
}

/**
 * @param {Record<string, string>} env
 * @param {string[]} args
 * @returns {any} the JSON that the command prints
 */
function capture(env, args) {
  const { stdout } = spawnSync(process.execPath, [connectUsers, ...args], {
    env: { ...ownEnvironment(home), ...env },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  return JSON.parse(stdout);
}

/**
 * @param {import("node:child_process").ChildProcess} fake
 * @returns {Promise<{ url: string, apiKey: string }>} printed by the server when it listens
 */
async function ready(fake) {
  if (fake.stdout === null) throw new Error("The fake server has no standard output.");
  for await (const line of createInterface({ input: fake.stdout })) return JSON.parse(line);
  throw new Error("The fake server ended before it listened.");
}

/** @param {string} text */
function say(text) {
  console.log(`\n${text}`);
}

/** @param {string} arg */
function quote(arg) {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}
