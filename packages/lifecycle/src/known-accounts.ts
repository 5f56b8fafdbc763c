/** Which new accounts should not be created: accounts cannot be deleted, so a mistake stays. */
import { printable } from "@connect-sdk/api/internal";
import type { Row } from "./desired-users.ts";
import { foldUsername } from "./look-alikes.ts";

/** What existing and new accounts are called. */
export class KnownAccounts {
  readonly #byName = new Map<string, string>();
  readonly #byEmail = new Map<string, string>();

  add({ username, email }: { readonly username: string; readonly email?: string | undefined }): void {
    this.#byName.set(foldUsername(username), username);
    if (email !== undefined && email !== "") this.#byEmail.set(email.toLowerCase(), username);
  }

  /** Returns an account that looks like this one, and why. */
  similar(username: string, email: string | undefined): { readonly name: string; readonly what: string } | undefined {
    const name = this.#byName.get(foldUsername(username));
    if (name !== undefined) return { name, what: "looks like" };
    const owner = email === undefined ? undefined : this.#byEmail.get(email.toLowerCase());
    return owner === undefined ? undefined : { name: owner, what: "has the e-mail address of" };
  }
}

/** Refuses a row whose account should not be created: it cannot be deleted, so a mistake stays. */
export function refuseNew(row: Row, known: KnownAccounts | undefined): void {
  const { username, email } = row.desired;
  if (username === undefined) {
    row.refuse("there is no such account, and a new one needs a username", "Add the username.");
    return;
  }
  if (username !== username.trim()) {
    row.refuse("the username of a new account starts or ends with a space", "Remove the space.");
    return;
  }
  const similar = known?.similar(username, email);
  if (similar !== undefined) {
    row.refuse(
      `${printable(username)} ${similar.what} ${printable(similar.name)}`,
      "Correct the row, or pass `allowDuplicates: true` if they are two people.",
    );
  }
  known?.add({ username, email });
}
