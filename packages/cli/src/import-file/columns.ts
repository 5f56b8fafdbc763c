/* The columns of a file of users: their names, the names that other systems give them, and `--map` and `--ignore`. */
import { suggest } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { RowProblem } from "@connect-sdk/lifecycle";
import { cut, trimCell } from "./text.ts";

/** The columns of an import file, in the order of the documentation. */
export const IMPORT_COLUMNS = [
  "username",
  "email",
  "first_name",
  "last_name",
  "user_role",
  "locked",
  "external_id",
  "user_must_set_password",
  "password",
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The columns that name a user, most exact first. */
export const IDENTITY_COLUMNS = ["guid", "username", "email"] as const;

export type IdentityColumn = (typeof IDENTITY_COLUMNS)[number];

/** The columns that `export` writes by default: the state of a user that can be edited and imported again. */
export const EXPORT_COLUMNS = ["username", "email", "first_name", "last_name", "user_role", "locked"] as const;

/** Columns that only the server sets. They are ignored, so that the output of `list` and `stale` can be read. */
export const READ_ONLY_COLUMNS = [
  "guid",
  "confirmed",
  "created_time",
  "updated_time",
  "active_time",
  "idle_days",
] as const;

/** Flags that say what the columns of a file mean. */
export interface ColumnFlags {
  /** `HEADER=COLUMN` each. A header that is mapped twice gives both columns. */
  readonly map?: readonly string[] | undefined;
  /** Headers of columns that are not read. */
  readonly ignore?: readonly string[] | undefined;
}

/** The columns that one kind of file may have. */
export interface ColumnSet<Column extends string> {
  readonly columns: readonly Column[];
  /** Columns that may be there and are not read. */
  readonly ignored: readonly string[];
  /** What a column that is not read is called in messages: `that can be imported`. */
  readonly purpose: string;
}

/** Finds columns by the names in a file. */
export interface ColumnFinder<Column extends string> extends ColumnSet<Column> {
  /** Returns the columns of a header, none for one that is not read, or `undefined` for an unknown one. */
  readonly find: (header: string) => readonly Column[] | undefined;
  /** Whether `--ignore` names the header. */
  readonly isIgnored: (header: string) => boolean;
  /** Returns the headers of `--map` that are not among these. */
  readonly missing: (headers: readonly string[]) => string[];
  /** Whether `--map` is given. */
  readonly isMapped: boolean;
}

/** Creates a finder. @throws CliError of kind `usage` for a `--map` without a known column. */
export function columnFinder<Column extends string>(
  set: ColumnSet<Column>,
  { map = [], ignore = [] }: ColumnFlags = {},
): ColumnFinder<Column> {
  const byName = (name: string): readonly Column[] | undefined => {
    const plain = key(name);
    const wanted = plain === "role" ? "user_role" : plain;
    const column = set.columns.find((each) => each === wanted);
    if (column !== undefined) return [column];
    return set.ignored.includes(wanted) ? [] : undefined;
  };
  const mapped = new Map<string, readonly Column[]>();
  for (const pair of map) {
    const at = pair.lastIndexOf("=");
    const [header, target] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || header === "") throw usageError(`--map \`${cut(pair)}\` is not HEADER=COLUMN.`, MAP_EXAMPLE);
    const column = byName(target);
    if (column === undefined) {
      throw usageError(`--map: there is no column \`${cut(target)}\`.`, `The columns are ${set.columns.join(", ")}.`);
    }
    mapped.set(key(header), [...new Set([...(mapped.get(key(header)) ?? []), ...column])]);
  }
  const ignored = new Set(ignore.map(key));
  return {
    ...set,
    find: (header) => (ignored.has(key(header)) ? [] : (mapped.get(key(header)) ?? byName(header))),
    isIgnored: (header) => ignored.has(key(header)),
    isMapped: map.length > 0,
    missing: (headers) => {
      const known = new Set(headers.map(key));
      return map.map((pair) => pair.slice(0, pair.lastIndexOf("=")).trim()).filter((header) => !known.has(key(header)));
    },
  };
}

const MAP_EXAMPLE = 'For example: --map "E-Mail=email".';

function key(header: string): string {
  return trimCell(header).normalize().toLowerCase();
}

/** A header that is not a column. */
export interface UnknownColumn {
  readonly name: string;
  readonly suggestion: string | undefined;
  /** The flag to add. */
  readonly flag: string;
}

/**
 * Suggests a column for each unknown header, at most five of them. Knows the headers of Google Workspace, Entra ID, Okta and
 * Active Directory. A column that the file has already, or that an earlier header gets, is not suggested again.
 */
export function explainUnknown<Column extends string>(
  headers: readonly string[],
  taken: readonly string[],
  { columns }: ColumnSet<Column>,
): UnknownColumn[] {
  const free = new Set<string>(columns.filter((column) => !taken.includes(column)));
  return headers.slice(0, MAX_EXPLAINED).map((header) => {
    const name = trimCell(header);
    const known = name.length > MAX_SUGGESTED ? undefined : (knownHeader(name) ?? suggest(name, columns));
    const suggestion = known !== undefined && free.delete(known) ? known : undefined;
    const flag = suggestion === undefined ? `--ignore ${quote(cut(name))}` : `--map ${quote(`${name}=${suggestion}`)}`;
    return { name: cut(header), suggestion, flag };
  });
}

export const MAX_EXPLAINED = 5;
const MAX_SUGGESTED = 60;

/** Returns a header as one word of a shell. */
export function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** A header, and the earlier one that gives the same column. */
export interface Repetition {
  readonly name: string;
  readonly earlier: string;
}

/** Returns what to do about two headers of one column. `--ignore` would leave out both if they have the same name. */
export function repetitionFix({ name, earlier }: Repetition): string {
  const isSame = key(name) === key(earlier);
  return `Keep one of the two: ${isSame ? "remove or rename the other" : `leave one out, such as with --ignore ${quote(cut(trimCell(name)))}`}.`;
}

/** Returns the problem of a field of a JSON object that is not a column. */
export function unknownField<Column extends string>(
  name: string,
  place: { line: number; column: number },
  { taken, columns }: { taken: readonly string[]; columns: ColumnFinder<Column> },
): RowProblem {
  const [unknown] = explainUnknown([name], taken, columns);
  const hint = unknown?.suggestion === undefined ? "" : `; did you mean \`${unknown.suggestion}\`?`;
  return {
    ...place,
    field: cut(name),
    message: `\`${cut(name)}\` is not a field ${columns.purpose}${hint}`,
    fix: `Add ${unknown?.flag ?? "--ignore"}. The fields are ${columns.columns.join(", ")}.`,
  };
}

/** Returns the column that other systems and languages give this header. */
export function knownHeader(header: string): IdentityColumn | ImportColumn | undefined {
  const plain = header
    .normalize("NFKD")
    .replace(/\[.*?\]|\(.*?\)/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
  // `Username [Required]`. Not a password: exports have asterisks in its place.
  const isItself = (column: string): boolean => column !== "password" && column.replaceAll("_", "") === plain;
  return HEADERS.find(([column, names]) => isItself(column) || names.includes(plain))?.[0];
}

// Lower case, without accents, spaces, marks and what Google puts into brackets: `First Name [Required]`.
const HEADERS = (
  [
    ["guid", "userguid connectguid"],
    [
      "username",
      // Okta: login. Active Directory: SamAccountName. Entra ID: userPrincipalName.
      "user login loginname logon logonname userlogin userlogonname userid uid useraccount account accountname " +
        "samaccountname userprincipalname upn nickname benutzer benutzername anmeldename kennung nutzername utilisateur " +
        "nomutilisateur identifiant usuario nombredeusuario utente nomeutente gebruiker gebruikersnaam nomedeusuario anvandarnamn",
    ],
    [
      "email",
      "mail emailaddress mailaddress primaryemail primaryemailaddress workemail workmail emailwork businessemail " +
        "emailadresse mailadresse emailadres epost epostadress courriel adresseemail adressemail correo correoelectronico " +
        "postaelettronica indirizzoemail",
    ],
    [
      "first_name",
      "firstname legalfirstname preferredfirstname first given givenname forename firstnames givennames vorname prenom nombre nome primeironome voornaam fornamn",
    ],
    [
      "last_name",
      "lastname legallastname preferredlastname last surname family familyname secondname sn nachname familienname nom nomdefamille apellido apellidos cognome " +
        "sobrenome apelido achternaam efternamn",
    ],
    ["user_role", "connectrole userrole accountrole rolle rol ruolo funcao roll"],
    ["locked", "islocked disabled isdisabled suspended deactivated blocked gesperrt verrouille bloqueado"],
    ["external_id", "externalid objectid uniqueid nameid immutableid objectguid"],
    ["password", "passwd pwd initialpassword passwort kennwort motdepasse contrasena senha wachtwoord losenord"],
    ["user_must_set_password", "changepasswordatnextsignin mustchangepassword changepasswordatlogon"],
  ] as const
).map(([column, names]) => [column, names.split(" ")] as const);

/** A row as it is in the file, before validation. Cells that leave a field unchanged are missing. */
export interface RawRow<Column extends string = ImportColumn> {
  /** Line of the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<Column, RawCell>;
}

export interface RawCell {
  /** A string in CSV, any JSON value in NDJSON. */
  readonly value: unknown;
  /** CSV: number of the cell, from 1. JSON: number of the character, from 1. */
  readonly column: number;
}

/** Rows of a file, and what is wrong with the others. */
export interface FileRows<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
  /** Names of columns that were ignored, except for those of `--ignore`. */
  readonly ignored: readonly string[];
}
