import type { UserRole } from "@connect-sdk/api";
import { type Defined, defined } from "./defined.ts";

/** What to change of a user. What is left out, or `undefined`, stays as it is. The server may allow less, depending on how it authenticates. */
export interface UpdateUser {
  /** Servers with passwords take no empty one (code 128). */
  email?: string | undefined;
  /** The name to sign in with. Some servers do not let it be changed (code 36). */
  username?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  /** For administrators; everybody may lower their own. */
  user_role?: UserRole | undefined;
}

/** The changes alone, whatever else the object has on it (a whole user, say). */
export function changesIn({ email, username, first_name, last_name, user_role }: UpdateUser): Defined<UpdateUser> {
  return defined({ email, username, first_name, last_name, user_role });
}
