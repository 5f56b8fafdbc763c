/** What the server will refuse: rows that cannot succeed are invalid before anything is sent. */
import { forEachParallel } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, CreateUser, RemoteUser } from "@connect-sdk/users";
import type { AccountChange, InvalidDecision } from "./account-changes.ts";
import { CONCURRENCY, isSameName } from "./people.ts";
import type { AttributeOwner, Server } from "./server.ts";

/**
 * Marks changes that the server would refuse as invalid. On a server with a directory, looks up all new people there: one
 * request each.
 */
export async function checkRules(
  connection: Connection,
  changes: readonly AccountChange[],
  server: Server,
  options: CallOptions,
): Promise<readonly AccountChange[]> {
  const checked = changes.map((change) => refuse(change, findProblem(change, server)));
  if (!server.hasDirectory) return checked;
  await forEachParallel(checked.entries(), CONCURRENCY, async ([at, change]) => {
    const { decision } = change;
    if (decision.status !== "planned" || decision.kind !== "create") return;
    checked[at] = refuse(change, await findInDirectory(connection, decision.values, options));
  });
  return checked;
}

interface Problem {
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  readonly kind?: InvalidDecision["kind"];
}

function refuse(change: AccountChange, problem: Problem | undefined): AccountChange {
  if (problem === undefined) return change;
  const column = problem.field === "username" ? change.column : undefined;
  return { ...change, decision: { status: "invalid", column, ...problem }, fields: [], risks: [] };
}

function findProblem({ decision }: AccountChange, server: Server): Problem | undefined {
  if (decision.status !== "planned") return undefined;
  const { values } = decision;
  const owned =
    decision.kind === "update" || server.hasDirectory ? findOwned(values, server, decision.kind) : undefined;
  return owned ?? findFlaw(values) ?? (decision.kind === "create" ? findMissing(decision.values, server) : undefined);
}

type Values = Pick<Partial<CreateUser>, "email" | "first_name" | "last_name" | "user_role">;

/** Returns the first field that belongs to the sign-in provider. */
function findOwned(values: Values, server: Server, kind: "create" | "update"): Problem | undefined {
  const owners: readonly (readonly [keyof Values, AttributeOwner])[] = [
    // The values of a new account are compared with the directory.
    ...(kind === "create"
      ? []
      : ([
          ["email", server.emails],
          ["first_name", server.names],
          ["last_name", server.names],
        ] as const)),
    ["user_role", server.roles],
  ];
  for (const [field, owner] of owners) {
    if (values[field] === undefined || owner !== "provider") continue;
    return {
      field,
      reason: `the sign-in provider${server.provider === undefined ? "" : ` (${server.provider})`} has this field`,
      fix: "Change it there, and remove it from the file.",
    };
  }
  return undefined;
}

// Real server: the limits are unknown. Assumed 255 characters, as the columns of its database.
const MAX_LENGTH = 255;

function findFlaw(values: Values & { readonly username?: string | undefined }): Problem | undefined {
  for (const field of ["username", "email", "first_name", "last_name"] as const) {
    const length = (values[field] ?? "").length;
    if (length <= MAX_LENGTH) continue;
    const reason = `the value has ${length.toLocaleString("en-US")} characters`;
    return { field, reason, fix: `Shorten it to ${MAX_LENGTH} characters.` };
  }
  const { email } = values;
  if (email === undefined || email === "" || ADDRESS.test(email)) return undefined;
  return { field: "email", reason: `\`${email}\` is not an e-mail address`, fix: "Write it as name@example.com." };
}

// Without what surrounds addresses in mail programs and spreadsheets: `Jo <jo@x.example>`, `mailto:jo@x.example`, `jo@x.example;`.
// What else the server accepts before the @ is unknown.
const ADDRESS = /^(?!mailto:)[^\s@<>]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)*$/i;

function findMissing(values: CreateUser, server: Server): Problem | undefined {
  const { username, external_id } = values;
  if (server.prohibitedUsernames.has(username.toLowerCase())) {
    return { field: "username", reason: `\`${username}\` is a name that the server keeps`, fix: "Choose another one." };
  }
  const needsId = server.provider === "SAML" || (server.provider === "OAuth2" && !server.hasDirectory);
  if (!needsId || (external_id !== undefined && external_id !== "")) return undefined;
  return {
    field: "external_id",
    reason: `a new user of a server with ${server.provider} needs the id at the sign-in provider`,
    fix: "Add a column external_id, or let people sign in: this creates their accounts.",
  };
}

/** Looks up a person. Only an exact username counts. */
async function findInDirectory(
  { users }: Connection,
  values: CreateUser,
  options: CallOptions,
): Promise<Problem | undefined> {
  const { username } = values;
  const people = await users.findRemote({ prefix: username, limit: MAX_REMOTE }, options);
  const [person, ...others] = people.filter((each) => each.username === username);
  if (person === undefined) {
    const similar = people.find((each) => isSameName(each.username, username));
    const found = similar === undefined ? "" : `, but has \`${similar.username}\``;
    const reason = `the directory has no \`${username}\`${found}`;
    return { field: "username", kind: "not_found", reason, fix: "Write the username as the directory does." };
  }
  if (others.length > 0) {
    const reason = `the directory has ${others.length + 1} people with the username \`${username}\``;
    return {
      field: "username",
      kind: "ambiguous",
      reason,
      fix: "Add this person on the server, where you can choose.",
    };
  }
  return findDifference(values, person);
}

const MAX_REMOTE = 500;

/** The directory has the values of a new account. A file that says otherwise is about somebody else, or outdated. */
function findDifference(values: CreateUser, person: RemoteUser): Problem | undefined {
  if (values.password !== undefined) {
    const reason = "people sign in with the password of the directory";
    return { field: "password", reason, fix: "Remove the password from the file." };
  }
  for (const field of ["email", "first_name", "last_name", "external_id"] as const) {
    const [wanted, actual] = [values[field], person[field]];
    if (wanted === undefined || actual === undefined || wanted.toLowerCase() === actual.toLowerCase()) continue;
    const reason = `the directory has \`${actual}\`, not \`${wanted}\``;
    return { field, reason, fix: "Correct the row, or leave the cell empty to take the value of the directory." };
  }
  return undefined;
}
