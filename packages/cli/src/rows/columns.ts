/** The columns that an import understands, in the order in which they are explained. */
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

/** One of them. */
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** What `export` writes unless `--fields` says otherwise: a user's editable state, and nothing that an import would refuse. */
export const EXPORT_COLUMNS = ["username", "email", "first_name", "last_name", "user_role", "locked"] as const;

/** Columns that only the server writes. They are allowed in a file, so that what `list` prints can be imported, and skipped. */
const SERVER_COLUMNS: ReadonlySet<string> = new Set([
  "guid",
  "confirmed",
  "created_time",
  "updated_time",
  "active_time",
]);

/** What the name of a column means: a column to import, one to skip, or nothing known. */
export function readColumnName(name: string): ImportColumn | "skipped" | undefined {
  const plain = name.trim().toLowerCase();
  if (plain === "role") return "user_role";
  return IMPORT_COLUMNS.find((column) => column === plain) ?? (SERVER_COLUMNS.has(plain) ? "skipped" : undefined);
}
