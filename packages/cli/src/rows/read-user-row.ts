import { USER_ROLES } from "@connect-sdk/api";
import { suggest } from "@connect-sdk/api/internal";
import type { ImportColumn } from "./columns.ts";
import type { RawRow, RowProblem, UserFields, UserRow } from "./row.ts";

/** Understands the cells of a row, or says everything that is wrong with it. */
export function readUserRow(raw: RawRow): UserRow | readonly RowProblem[] {
  const cells = new Cells(raw);
  const username = cells.text("username");
  const email = cells.text("email");
  const first_name = cells.text("first_name");
  const last_name = cells.text("last_name");
  const user_role = cells.choice("user_role", USER_ROLES);
  const locked = cells.flag("locked");
  const external_id = cells.text("external_id");
  const choosesPassword = cells.flag("user_must_set_password");
  const password = cells.text("password");

  if (username === undefined || username === "")
    cells.complain("username", "the username is missing", "Every row needs one.");
  if (choosesPassword === true && hasText(password)) {
    cells.complain("password", "there is a password, though `user_must_set_password` is true", "Keep one of the two.");
  }
  if (choosesPassword === false && !hasText(password)) {
    cells.complain(
      "user_must_set_password",
      "this is false, and there is no password",
      "Give a password, or write true.",
    );
  }
  if (cells.problems.length > 0 || username === undefined) return cells.problems;

  const fields: UserFields = {
    ...(email !== undefined && { email }),
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(user_role !== undefined && { user_role }),
  };
  return {
    line: raw.line,
    column: raw.cells.get("username")?.column ?? 1,
    username,
    fields,
    ...(locked !== undefined && { locked }),
    ...(hasText(external_id) && { external_id }),
    ...(hasText(password) && { password }),
  };
}

function hasText(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

class Cells {
  readonly problems: RowProblem[] = [];
  readonly #row: RawRow;

  constructor(row: RawRow) {
    this.#row = row;
  }

  text(field: ImportColumn): string | undefined {
    const value = this.#row.cells.get(field)?.value;
    if (value === undefined || typeof value === "string") return value;
    this.complain(field, "this is not text", "Put it in quotes.");
    return undefined;
  }

  choice<Choice extends string>(field: ImportColumn, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const chosen = choices.find((choice) => choice === text.trim().toLowerCase());
    if (chosen === undefined) {
      const meant = suggest(text, choices);
      const hint = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
      this.complain(field, `\`${text}\` is not one of the roles${hint}`, `It is one of ${choices.join(", ")}.`);
    }
    return chosen;
  }

  flag(field: ImportColumn): boolean | undefined {
    const value = this.#row.cells.get(field)?.value;
    if (value === undefined || typeof value === "boolean") return value;
    const flag = typeof value === "string" ? FLAGS.get(value.trim().toLowerCase()) : undefined;
    if (flag === undefined) this.complain(field, "this is neither true nor false", "Write true or false.");
    return flag;
  }

  complain(field: ImportColumn, message: string, fix: string): void {
    const { line, cells } = this.#row;
    const column = cells.get(field)?.column;
    const username = cells.get("username")?.value;
    this.problems.push({
      line,
      ...(column !== undefined && { column }),
      field,
      ...(typeof username === "string" && username !== "" && { username }),
      message,
      fix,
    });
  }
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);
