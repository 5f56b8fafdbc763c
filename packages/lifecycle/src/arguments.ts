/** Checks the arguments that several plans and reports take, before anything is sent. */
import { checkInput, isObject, printable } from "@connect-sdk/api/internal";
import { type Connection, InvalidArgumentError } from "@connect-sdk/users";
import type { Person } from "./people.ts";

/** Refuses values that are not a connection, such as its client or its users. */
export function checkConnection(connection: Connection): void {
  const given: unknown = connection;
  if (isObject(given) && typeof given["me"] === "function" && isObject(given["users"])) return;
  throw wrong("connection", "is not a connection", "Pass what connect() of @connect-sdk/users returns.");
}

/** Returns a person that was passed. @throws InvalidArgumentError for anything but a name or a user. */
export function readPerson(argument: string, person: unknown): Person {
  if (typeof person === "string" && person !== "") return person;
  const guid = isObject(person) ? person["guid"] : undefined;
  if (typeof guid === "string") return guid;
  const problem = person === undefined || person === "" ? "is missing" : "is neither a name nor a user";
  throw wrong(argument, problem, "Pass a guid, a username, an e-mail address, or a user as it was found.");
}

/** Refuses values that cannot be iterated over at once, and strings, whose characters would be taken for rows. */
export function checkRows(argument: string, rows: unknown): void {
  if (isIterable(rows, Symbol.iterator)) return;
  const isStream = isIterable(rows, Symbol.asyncIterator);
  const fix = isStream ? "Collect the rows in an array first." : "Pass an array, even for one row.";
  throw wrong(argument, isStream ? "is a stream, not a list" : "is not a list", fix);
}

/** Also accepts a stream of rows. */
export function checkRowsOrStream(argument: string, rows: unknown): void {
  if (!isIterable(rows, Symbol.asyncIterator)) checkRows(argument, rows);
}

function isIterable(rows: unknown, method: typeof Symbol.iterator | typeof Symbol.asyncIterator): boolean {
  if (typeof rows !== "object" || rows === null) return false;
  try {
    return typeof Reflect.get(rows, method) === "function";
  } catch {
    // A revoked proxy.
    return false;
  }
}

/** Refuses anything but a date. */
export function checkDate(argument: string, date: object): void {
  if (date instanceof Date && !Number.isNaN(date.getTime())) return;
  throw wrong(argument, "is not a date", "Pass a valid Date.");
}

/** Refuses anything but changes of an earlier run. */
export function checkChanges(argument: string, changes: readonly unknown[]): void {
  changes.forEach((change, index) => {
    const place = `${argument}[${index}]`;
    const checked = checkInput(
      place,
      isObject(change) ? change : { change },
      "action:!string guid:!string username:!string fields:!object",
      (name) => (name === "change" ? "Pass objects with action, guid, username and fields." : undefined),
    );
    for (const [field, values] of Object.entries(isObject(checked["fields"]) ? checked["fields"] : {})) {
      checkInput(`${place}.fields.${printable(field)}`, isObject(values) ? values : {}, "from:!string to:!string");
    }
  });
}

const KIND = "kind:=usage|=not_found|=ambiguous";

/** Refuses anything but reasons why there is no account. */
export function checkInvalid(argument: string, decision: unknown): void {
  checkInput(argument, decision, `status:!=invalid ${KIND} reason:!string fix:!string column:integer field:string`);
}

/** Refuses anything but rows that could not be read. */
export function checkProblems(problems: readonly unknown[]): void {
  const rules = `line:!integer column:integer field:string username:string ${KIND} message:!string fix:!string`;
  problems.forEach((problem, index) => checkInput(`problems[${index}]`, problem, rules));
}

function wrong(argument: string, problem: string, fix: string): InvalidArgumentError {
  return new InvalidArgumentError(`"${printable(argument)}" ${problem}. Nothing was sent.`, { argument, fix });
}
