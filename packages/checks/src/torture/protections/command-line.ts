import type { Protection } from "./apply.ts";

const CLI = ["test/sign-in", "test/locks", "test/profiles", "test/keyring", "test/logout"];

/** The protections of stored sessions. */
export const commandLineProtections: readonly Protection[] = [
  {
    name: "file mode 0600, folder 0700",
    package: "cli",
    tests: [...CLI, "test/administrator"],
    mutants: [
      { in: "writeProfiles", rule: "replace", at: [], from: "0o600", to: "0o644", why: "other users read the tokens" },
      { in: "lockProfiles", rule: "replace", at: [], from: "0o700", to: "0o777", why: "other users replace the file" },
      { in: "refuseWideMode", rule: "always", at: ["mode"], why: "a file that others read is accepted" },
      { in: "readProfiles", rule: "remove", at: ["refuseOpenFolder"], why: "a folder that others change is accepted" },
    ],
  },
  {
    name: "lock between processes",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "lockProfiles",
        rule: "replace",
        at: [],
        from: "withLock(file, work, signal)",
        to: "work()",
        why: "processes refresh at the same time",
      },
      { in: "acquire", rule: "replace", at: [], from: '"wx"', to: '"w"', why: "two processes have the lock" },
      { in: "acquire", rule: "replace", at: [], from: "0o600", to: "0o666", why: "others release the lock" },
      { in: "findAbandoned", rule: "drop", at: ["STALE", "mtimeMs"], why: "a lock of another computer stays" },
      { in: "findAbandoned", rule: "drop", at: ["isGone"], from: "isGone", why: "a lock of a killed process stays" },
      { in: "takeAway", rule: "remove", at: ["link"], why: "the lock of a faster process is removed" },
      { in: "openSession", rule: "omit", at: ["lock"], why: "processes refresh at the same time" },
      { in: "openSession", rule: "omit", at: ["reload"], why: "a session that another process refreshed is lost" },
      { in: "openSession", rule: "omit", at: ["onChange"], why: "rotated tokens are lost" },
      { in: "openSession", rule: "omit", at: ["onEnd"], why: "an ended session stays stored" },
    ],
  },
  {
    name: "a session goes to its server only",
    package: "cli",
    tests: CLI,
    mutants: [{ in: "openSession", rule: "remove", at: ["CliError"], why: "an edited profile sends it elsewhere" }],
  },
  {
    name: "the browser gets no secret, and only web pages",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "startBrowser",
        rule: "replace",
        at: [],
        from: 'name.startsWith("CONNECT_")',
        to: "false",
        why: "the browser inherits the key",
      },
      {
        in: "startBrowser",
        rule: "replace",
        at: [],
        from: "env: kept",
        to: "env",
        why: "the browser inherits the key",
      },
    ],
  },
  {
    name: "keyring: told, never a silent downgrade",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "storeProfile",
        rule: "replace",
        at: [],
        from: "await keyring.write(profile, toSecret(credential))",
        to: "await keyring.write(profile, toSecret(credential)).catch(() => undefined)",
        why: "a secret that was not stored seems to be",
      },
      {
        in: "fail",
        rule: "replace",
        at: [],
        from: 'reason.replaceAll(secret, "[the key]")',
        to: "reason",
        why: "the keyring's error has the secret",
      },
      {
        in: "checkPlace",
        rule: "never",
        at: ["choosePlace"],
        why: "a missing keyring is noticed only after the user has approved",
      },
      { in: "discard", rule: "remove", at: ["signOut", "session"], why: "a session that was not stored lives on" },
    ],
  },
];
