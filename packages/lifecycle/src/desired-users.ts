/** The rows of a file that says who should exist, and which account each row means. */
import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { checkInput, isObject, isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import { InvalidArgumentError, type User } from "@connect-sdk/users";

/** The desired state of one account. What is missing or empty stays as it is. */
export interface DesiredUser {
  /** Identifies an account: exact, case matters. Needed to create one. */
  readonly username?: string | undefined;
  /** Identifies an account. One that no account has is refused: a new account gets a guid of its own. */
  readonly guid?: string | undefined;
  /** Identifies an account by its id at the sign-in provider, before the username does. */
  readonly external_id?: string | undefined;
  readonly email?: string | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly user_role?: UserRole | undefined;
  readonly locked?: boolean | undefined;
  /** Of a new account. Without one, the new user chooses it. */
  readonly password?: string | undefined;
  /** Line of the file, for messages. Default: the number of the row. */
  readonly line?: number | undefined;
}

/** The rule of a row for `checkInput`. */
export const ROW_FIELDS = `username:string guid:string external_id:string email:string first_name:string last_name:string user_role:=|${USER_ROLES.map((role) => `=${role}`).join("|")} locked:boolean password:string line:integer`;

/** Why a row is left alone. */
export interface RowProblem {
  readonly reason: string;
  readonly fix: string;
}

/** A row, and the accounts that it may mean. */
export class Row {
  readonly desired: DesiredUser;
  readonly line: number;
  /** What a message calls the row. */
  readonly name: string;
  user: User | undefined;
  problem: RowProblem | undefined;
  /** Usernames of accounts that differ only in case. */
  readonly similar: string[] = [];

  constructor(desired: DesiredUser, line: number) {
    this.desired = desired;
    this.line = line;
    this.name = desired.username ?? desired.external_id ?? desired.guid ?? desired.email ?? `line ${line}`;
  }

  /** The same for the same account, in every run. */
  get id(): string {
    return this.user?.guid ?? this.desired.guid ?? this.desired.username ?? this.name;
  }

  refuse(reason: string, fix: string): void {
    this.problem ??= { reason, fix };
  }

  /** Refuses the row if its account does not exist and cannot be created. */
  refuseUncreatable(): void {
    const { guid, username } = this.desired;
    if (guid !== undefined && username !== undefined) {
      this.refuse("there is no account with its guid", "Correct the guid, or leave it out to create an account.");
    } else if (username === undefined) {
      this.refuse("there is no such account, and a new one needs a username", "Add the username.");
    } else if (username !== username.trim()) {
      this.refuse("the username of a new account starts or ends with a space", "Remove the space.");
    }
  }
}

/** How rows find their accounts. */
export interface MatchOptions {
  /** Compares e-mail addresses, too, for rows that nothing else matches. */
  readonly byEmail: boolean;
}

/** All rows of a file, indexed by what identifies an account. */
export class DesiredUsers {
  readonly rows: Row[] = [];
  readonly #byGuid = new Map<string, Row>();
  readonly #byExternalId = new Map<string, Row>();
  readonly #byUsername = new Map<string, Row>();
  readonly #byLowerCase = new Map<string, Row>();
  readonly #byEmail = new Map<string, Row | "shared">();
  readonly #byEmailAllowed: boolean;
  /** Accounts that only their e-mail address matches, by row. */
  readonly #emailMatches = new Map<Row, User[]>();

  constructor({ byEmail }: MatchOptions) {
    this.#byEmailAllowed = byEmail;
  }

  /**
   * Reads all rows, once.
   *
   * @throws InvalidArgumentError for a row with unknown fields or values. Errors of the source are thrown as they are.
   */
  static async read(rows: Iterable<unknown> | AsyncIterable<unknown>, options: MatchOptions): Promise<DesiredUsers> {
    const desired = new DesiredUsers(options);
    let number = 0;
    for await (const row of rows) desired.#add(readRow(row, ++number), number);
    return desired;
  }

  /** Returns why none of the rows can be used, or `undefined` if one of them can. */
  whyNone(): RowProblem | undefined {
    if (this.rows.some(({ problem }) => problem === undefined)) return undefined;
    const { line = 0, problem } = this.rows[0] ?? {};
    return problem === undefined
      ? { reason: "there is none", fix: "Check that the file is complete. No option allows this." }
      : { reason: `line ${line}: ${problem.reason}`, fix: problem.fix };
  }

  /** Assigns an account to the row that means it. Returns the row, or the one that differs only in case. */
  match(user: User): Row | undefined {
    const exact =
      this.#byGuid.get(normalizeGuid(user.guid)) ??
      (user.external_id === undefined ? undefined : this.#byExternalId.get(user.external_id)) ??
      this.#byUsername.get(user.username);
    if (exact !== undefined) {
      assign(exact, user);
      return exact;
    }
    const similar = this.#byLowerCase.get(user.username.toLowerCase());
    if (similar !== undefined) {
      similar.similar.push(user.username);
      return similar;
    }
    const row = this.#byEmailAllowed && user.email !== "" ? this.#byEmail.get(user.email.toLowerCase()) : undefined;
    if (row === undefined || row === "shared") return undefined;
    this.#emailMatches.set(row, [...(this.#emailMatches.get(row) ?? []), user]);
    return row;
  }

  /** Decides about rows that several accounts, or none, match. Called when all accounts are read. */
  finish({ allowSimilar = false }: { readonly allowSimilar?: boolean } = {}): void {
    for (const [row, users] of this.#emailMatches) {
      const [user, ...others] = users;
      if (row.user !== undefined || user === undefined) continue;
      if (others.length === 0) assign(row, user);
      else
        row.refuse(`${users.length} accounts have the e-mail address ${row.desired.email ?? ""}`, "Add the username.");
    }
    for (const row of this.rows) {
      const [similar] = row.similar;
      if (row.user === undefined && similar !== undefined && !allowSimilar) {
        row.refuse(
          `the server has ${similar}, which differs only in case`,
          "Write the username as the server does: Connect treats the two as different users.",
        );
      }
    }
  }

  #add(desired: DesiredUser, number: number): void {
    const row = new Row(desired, desired.line ?? number);
    this.rows.push(row);
    const { guid, external_id, username, email } = desired;
    if (guid === undefined && external_id === undefined && username === undefined && !this.#byEmailAllowed) {
      row.refuse("the row does not say whose it is", "Add a username, guid or external_id.");
      return;
    }
    this.#index(this.#byGuid, guid === undefined ? undefined : normalizeGuid(guid), row);
    this.#index(this.#byExternalId, external_id, row);
    this.#index(this.#byUsername, username, row);
    this.#index(this.#byLowerCase, username?.toLowerCase(), row);
    const address = email?.toLowerCase();
    if (address !== undefined) this.#byEmail.set(address, this.#byEmail.has(address) ? "shared" : row);
  }

  #index(index: Map<string, Row>, key: string | undefined, row: Row): void {
    if (key === undefined) return;
    const other = index.get(key);
    if (other === undefined) index.set(key, row);
    else if (other !== row) {
      for (const [each, line] of [[row, other.line] as const, [other, row.line] as const]) {
        each.refuse(`line ${line} may be the same account: ${key}`, "Keep one row per account.");
      }
    }
  }
}

function assign(row: Row, user: User): void {
  const { username, external_id } = row.desired;
  if (row.user !== undefined && !isSameGuid(row.user.guid, user.guid)) {
    row.refuse(
      `the row means two accounts, ${row.user.username} and ${user.username}`,
      "Keep one of guid, external_id and username.",
    );
    return;
  }
  row.user = user;
  if (external_id !== undefined && user.external_id !== undefined && external_id !== user.external_id) {
    row.refuse("the external_id of an account cannot be changed", "Check that the row names the right account.");
  }
  if (row.desired.guid !== undefined && username !== undefined && username !== user.username) {
    row.refuse(`the guid is the one of ${user.username}`, "Correct the username, or leave it out.");
  }
}

/** Empty cells leave a field alone. */
function readRow(row: unknown, number: number): DesiredUser {
  if (!isObject(row)) {
    throw new InvalidArgumentError(`Row ${number} is not an object. Nothing was sent.`, {
      argument: "rows",
      fix: "Pass one object per user: { username, email, user_role … }.",
    });
  }
  const checked = checkInput<DesiredUser>(`row ${number}`, row, ROW_FIELDS);
  return Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== ""));
}

/**
 * Returns the rows for a saved plan.
 *
 * @throws InvalidArgumentError if one of them has a password.
 */
export function withoutSecrets<Desired extends DesiredUser>(rows: readonly Desired[]): readonly Desired[] {
  if (rows.every(({ password }) => password === undefined || password === "")) return rows;
  throw new InvalidArgumentError("The rows have passwords, which are not written to a saved plan.", {
    argument: "rows",
    fix: "Leave the column `password` out, so that new users choose their own, or apply the plan without saving it.",
  });
}
