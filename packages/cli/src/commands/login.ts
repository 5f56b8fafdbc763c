/* Signs in to a server and stores the credential as a profile, and removes it again. */
import { normalizeServerUrl } from "@connect-sdk/api";
import { sleep } from "@connect-sdk/api/internal";
import type { Session, SignInOptions, SignInServer } from "@connect-sdk/api/oauth";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { platform } from "node:os";
import { delimiter } from "node:path";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags } from "../command-line/flags.ts";
import { displayName } from "../command-line/users.ts";
import {
  type Credential,
  DEFAULT_PROFILE,
  type Profile,
  type StoredProfile,
  checkPlace,
  checkProfileName,
  lockProfiles,
  readCredential,
  readProfile,
  readProfiles,
  removeProfile,
  storeProfile,
} from "../connection/profiles.ts";
import { CLIENT_NAME } from "../connection/open.ts";
import { checkApiKey, checkServer, readEnvironment } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import { CliError, describeError, usageError } from "../errors.ts";
import type { Io } from "../terminal/io.ts";
import type { Result } from "../terminal/result.ts";

interface Flags extends GlobalFlags {
  readonly keyring?: boolean | undefined;
  readonly web?: boolean | undefined;
  readonly device?: boolean | undefined;
  readonly withKey?: boolean | undefined;
  readonly clientId?: string | undefined;
}

const SWITCH = { kind: "boolean", optional: true, withNegated: false } as const;

export const login = defineCommand<Flags, string[]>({
  description:
    "Signs in to a server and stores the session as a profile: with the browser, or with a code where this computer has none (SSH, " +
    "containers). Servers without such a sign-in, and --with-key, take an API key: from a prompt that does not show it, or from " +
    "standard input. Secrets are stored as plain text in a file that only you can read, or with --keyring in the system's " +
    "keyring, where they stay when you log in again.",
  examples: [
    ["login https://connect.example.com", "Sign in with the browser; later commands need no flag or variable"],
    ["login --device", "Sign in with a code that you type on any other device"],
    ["login --keyring", "Store the session encrypted, in the system's keyring"],
    ["login --profile staging --server https://staging.example.com", "Store a second server under a name"],
    ["login https://connect.example.com --with-key < key.txt", "Store an API key from a file"],
  ],
  usage: "[SERVER]",
  parameters: {
    flags: {
      ...globalFlags,
      web: { ...SWITCH, brief: "Sign in with the browser" },
      device: { ...SWITCH, brief: "Sign in with a code, on any device" },
      withKey: { ...SWITCH, brief: "Store an API key, from a prompt or from standard input" },
      clientId: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "ID",
        brief: "Sign in as a client from the administrator, where programs cannot register themselves",
      },
      keyring: {
        kind: "boolean",
        optional: true,
        brief: "Store the secret in the system's keyring; --no-keyring moves it back to the file",
      },
    },
    positional: {
      kind: "array",
      parameter: { brief: "URL of the server", placeholder: "SERVER", parse: String },
    },
  },
  async run(flags, [argument, extra], context) {
    if (extra !== undefined) throw usageError(`Unexpected argument: \`${extra}\`.`, "Name one server.");
    const method = readMethod(flags);
    const name = checkProfileName(flags.profile ?? DEFAULT_PROFILE);
    const server = checkServer(await findServer(name, argument, context));
    // A keyring that is missing must not be noticed only after the user has approved.
    await checkPlace({ name, server, keyring: flags.keyring }, context);
    const credential = await getCredential(method, { server, clientId: flags.clientId }, context);
    try {
      const connection = await context.connectWith({ server, credential, origin: "login" });
      const me = await connection.me({ signal: context.signal });
      const stored = await storeProfile({ name, server, credential, keyring: flags.keyring }, context);
      return {
        kind: "record",
        record: { profile: name, server, username: me.username, user_role: me.user_role, ...stored },
        note: `Signed in as ${displayName(me)}, ${me.user_role}. ${describePlace(stored, credential)}${describePrecedence(context, server)}`,
      };
    } catch (error) {
      // Nobody could use or end a session that was not stored.
      if (credential.session !== undefined) await discard(credential.session, context);
      throw error;
    }
  },
});

type Method = "web" | "device" | "key";

function readMethod({ web, device, withKey, apiKeyFile, clientId }: Flags): Method | undefined {
  const given = [web === true && "web", device === true && "device", withKey === true && "with-key"].filter(Boolean);
  if (apiKeyFile !== undefined) given.push("api-key-file");
  if (given.length > 1)
    throw usageError(`--${given.join(" and --")} cannot be combined.`, "Choose one way to sign in.");
  if (clientId !== undefined && (withKey === true || apiKeyFile !== undefined)) {
    throw usageError("--client-id does not go with an API key.", "Omit one of them.");
  }
  if (given.length === 0) return undefined;
  return web === true ? "web" : device === true ? "device" : "key";
}

function describePlace({ stored_in, file }: StoredProfile, { session }: Credential): string {
  const what = session === undefined ? "key" : "session";
  return stored_in === "keyring"
    ? `The ${what} is stored in the system's keyring; ${file} contains only the server.`
    : `The ${what} is stored unencrypted in ${file}, which only you can read.`;
}

/** Says that the profile will not be used, because the environment takes precedence, or that a key of the environment will not. */
function describePrecedence({ env }: Context, server: string): string {
  const { namesServer, hasKey } = readEnvironment(env, server);
  if (namesServer === false) {
    return " CONNECT_SERVER names another server and takes precedence; unset it, or use --profile.";
  }
  if (!hasKey) return "";
  return namesServer === true
    ? " CONNECT_API_KEY is set and takes precedence; unset it, or use --profile."
    : " CONNECT_API_KEY is set, but not used: CONNECT_SERVER does not name its server.";
}

/** The profile's server takes precedence over CONNECT_SERVER: a new credential must not move a profile to another server. */
async function findServer(
  name: string,
  argument: string | undefined,
  { ask, env, flags, note }: Context,
): Promise<string> {
  if (argument !== undefined && flags.server !== undefined) {
    throw usageError("The server is given twice.", "Use SERVER or --server URL.");
  }
  const given = argument ?? flags.server;
  // As people type it: `login connect.example.com`.
  if (given !== undefined) return /^[\w.-]+(:\d+)?(\/|$)/.test(given) ? `https://${given}` : given;
  const stored = (await readProfiles(env)).find((profile) => profile.name === name)?.server;
  const known = stored ?? env["CONNECT_SERVER"];
  if (known !== undefined && known !== "") {
    if (ask.possible) note(`Server: ${known}`);
    return known;
  }
  if (!ask.possible) throw usageError("No server given.", "Add its URL: `connect-users login https://…`.");
  return await ask.text("Server URL");
}

/** Where to sign in, and as which program. */
interface Target {
  readonly server: string;
  readonly clientId: string | undefined;
}

async function getCredential(
  method: Method | undefined,
  { server, clientId }: Target,
  context: Context,
): Promise<Credential> {
  if (method === "key" || (method === undefined && !context.ask.possible)) {
    return { apiKey: await readKey(method, server, context) };
  }
  const { discoverSignIn } = await import("@connect-sdk/api/oauth");
  const options = {
    fetch: await context.openNetwork(),
    insecure: context.insecure(),
    signal: context.signal,
  };
  if (method === undefined) {
    const found = await discoverSignIn(server, options);
    const canStart = found?.registration === true || clientId !== undefined;
    const best = found && canStart ? chooseMethod(found, context.env) : undefined;
    if (best === undefined) {
      const hint = canStart || found === undefined ? "" : " without a client from its administrator (--client-id)";
      context.note(`This server does not let programs sign in with the browser${hint}, so it needs an API key.`);
      return { apiKey: await readKey(undefined, server, context) };
    }
    method = best;
  }
  const signIn: SignInOptions = {
    ...options,
    url: server,
    clientName: CLIENT_NAME,
    clientId,
    clock: { now: context.now, ...(context.sleep !== undefined && { sleep: context.sleep }) },
  };
  return { session: method === "web" ? await useBrowser(signIn, context) : await useDevice(signIn, context) };
}

/** Prefers the browser, unless it could not return to this computer. */
function chooseMethod({ browser, device }: SignInServer, env: Io["env"]): Method | undefined {
  if (browser && (canReturn(env) || !device)) return "web";
  return device ? "device" : undefined;
}

/** Returns whether a browser runs on this computer, and not where the user sits. */
function canReturn(env: Io["env"]): boolean {
  const isSet = (name: string): boolean => (env[name] ?? "") !== "";
  const remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "RS_SERVER_URL", "CODESPACES", "REMOTE_CONTAINERS"];
  const contained = ["container", "KUBERNETES_SERVICE_HOST"];
  if ([...remote, ...contained].some(isSet)) return false;
  if (["/.dockerenv", "/run/.containerenv"].some((file) => existsSync(file))) return false;
  return platform() !== "linux" || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].some(isSet);
}

async function useBrowser(options: SignInOptions, { note, openBrowser, env }: Context): Promise<Session> {
  const { signInWithBrowser } = await import("@connect-sdk/api/oauth");
  return await signInWithBrowser({
    ...options,
    async open(page) {
      note("Sign in with the browser. If it does not open, open this page on this computer:");
      note(page);
      try {
        await (openBrowser ?? ((url) => startBrowser(url, env)))(page);
      } catch {
        note("The browser could not be started.");
      }
    },
  });
}

async function useDevice(options: SignInOptions, { note, now }: Context): Promise<Session> {
  const { signInWithDevice } = await import("@connect-sdk/api/oauth");
  return await signInWithDevice({
    ...options,
    onCode({ userCode, verificationUri, verificationUriComplete, expiresAt }) {
      const minutes = Math.max(1, Math.round((expiresAt - now()) / 60_000));
      note(`On any device, open ${verificationUri} and type the code ${userCode}.`);
      if (verificationUriComplete !== undefined) note(`Or open ${verificationUriComplete}`);
      note(
        `Approve only if the page is on ${new URL(options.url).host} and shows this code. ` +
          `The code expires in ${minutes} minute${minutes === 1 ? "" : "s"}.`,
      );
    },
  });
}

/** Starts the browser that BROWSER names, else the system's, without a shell, and without the secrets of the environment. */
async function startBrowser(url: string, env: Io["env"]): Promise<void> {
  const system = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] }[platform() as string];
  const words = readBrowser(env["BROWSER"]) ?? system ?? ["xdg-open"];
  const [program, ...args] = words.includes("%s") ? words.map((word) => (word === "%s" ? url : word)) : [...words, url];
  if (program === undefined || !/^https?:$/.test(new URL(url).protocol)) return;
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("CONNECT_")));
  const child = spawn(program, args, { detached: true, stdio: "ignore", env: kept });
  child.unref();
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
}

/** Returns the words of the variable: a program, or a command in which `%s` stands for the page; of a list, the first. */
function readBrowser(value = ""): string[] | undefined {
  if (value.trim() === "") return undefined;
  return existsSync(value) ? [value] : value.split(delimiter)[0]?.trim().split(/\s+/);
}

async function readKey(method: Method | undefined, server: string, context: Context): Promise<string> {
  const { ask, files, flags, note } = context;
  if (flags.apiKeyFile !== undefined) return checkApiKey(await files.secret(flags.apiKeyFile), flags.apiKeyFile);
  const piped = method === "key" && !ask.isDirect ? await files.read("-") : undefined;
  if (ask.possible && (piped ?? "").trim() === "") {
    // Real server: the path of this page is not documented and unconfirmed, so the way through the menu is named, too.
    note(`Create a key at ${normalizeServerUrl(server)}/connect/#/account/api-keys (your name, Manage Your API Keys).`);
    return checkApiKey(await ask.secret("API key"), "your answer");
  }
  const key = method === "key" ? piped : await readReadyInput(context);
  if (key === undefined || (key.trim() === "" && method === undefined)) {
    throw new CliError(
      "authentication",
      `Cannot prompt: not a terminal, and ${key === undefined ? "nothing writes to standard input" : "standard input has no API key"}.`,
      "Use --device, --web, or --with-key with the key on standard input; in scripts, set CONNECT_SERVER and CONNECT_API_KEY.",
    );
  }
  return checkApiKey(key, "standard input");
}

/**
 * Returns the text of standard input. Without --with-key nobody has promised that there is any: `undefined` if it does not end
 * soon, as in a job whose standard input stays open.
 */
async function readReadyInput({ files, signal, sleep: wait = sleep }: Context): Promise<string | undefined> {
  const end = new AbortController();
  const late = wait(READY, AbortSignal.any([signal, end.signal])).then(() => undefined);
  // What happens to it later is of no interest.
  late.catch(() => undefined);
  const text = files.read("-");
  text.catch(() => undefined);
  try {
    return await Promise.race([text, late]);
  } finally {
    end.abort();
  }
}

/** Milliseconds. */
const READY = 2_000;

/** Ends a session on the server, if that is possible. */
async function discard(session: Session, context: Context): Promise<void> {
  const { signOut } = await import("@connect-sdk/api/oauth");
  await signOut(session, { fetch: await context.openNetwork(), insecure: context.insecure() });
}

export const logout = defineCommand<GlobalFlags>({
  description:
    "Removes a profile with its key or session from this computer. Ends a session on the server too, if the server supports that, " +
    "and says whether it did. A key stays valid until you revoke it, as with `keys revoke`.",
  examples: [
    ["logout", "Remove the profile `default`"],
    ["logout --profile staging", "Remove another profile; `profiles` lists them"],
  ],
  parameters: { flags: globalFlags },
  async run(flags, _args, context) {
    if (flags.server !== undefined || flags.apiKeyFile !== undefined) {
      throw usageError("`logout` removes a profile, not a server or key.", "Use --profile NAME.");
    }
    const { env } = context;
    if (flags.profile === undefined && !(await readProfiles(env)).some(({ name }) => name === DEFAULT_PROFILE)) {
      const others = (await readProfiles(env)).map(({ name }) => name).join(", ");
      const hint = others === "" ? "" : ` Use --profile with one of ${others}.`;
      const note = `Not signed in: there is no profile \`${DEFAULT_PROFILE}\`.${hint}`;
      return {
        kind: "record",
        record: { profile: null, server: null, removed_from: null, file: null },
        text: "",
        note,
      };
    }
    // Checked before the lock is created.
    await readProfile(flags.profile ?? DEFAULT_PROFILE, env);
    return await lockProfiles(context, async () =>
      remove(await readProfile(flags.profile ?? DEFAULT_PROFILE, env), context),
    );
  },
});

async function remove(profile: Profile, context: Context): Promise<Result> {
  const { name, server, kind, place } = profile;
  const end = kind === "session" ? await endSession(profile, context) : undefined;
  const file = await removeProfile(profile, context);
  const where = place === "keyring" ? "the system's keyring" : file;
  return {
    kind: "record",
    record: {
      profile: name,
      server,
      removed_from: place ?? null,
      file,
      ...(end !== undefined && { revoked: end.revoked }),
    },
    note:
      `Removed the profile \`${name}\` with its ${kind} from ${where}. ` +
      (end?.note ?? `The key itself is valid until you revoke it at ${server} (your name, Manage Your API Keys).`),
  };
}

/** Ends the session on the server, if that is possible, and says whether it was. */
async function endSession(profile: Profile, context: Context): Promise<{ revoked: boolean; note: string }> {
  if (profile.place === undefined) return { revoked: true, note: "The server had ended the session already." };
  const { session } = await readCredential(profile, context.keyring);
  if (session === undefined) return { revoked: false, note: "" };
  const { signOut } = await import("@connect-sdk/api/oauth");
  const { revoked, error } = await signOut(session, {
    fetch: await context.openNetwork(),
    insecure: context.insecure(),
    signal: context.signal,
  });
  if (revoked) return { revoked, note: "The session has ended on the server, too." };
  const reason = error === undefined ? "" : ` (${describeError(error).message})`;
  return {
    revoked,
    note: `The session could not be ended on the server${reason}. Its tokens stay valid there until they expire.`,
  };
}
