import type { UserRecord } from "@connect-sdk/api";

/** What servers send of a user, in their order. Only some send the last one. */
const FIELDS: readonly string[] =
  "email username first_name last_name user_role created_time updated_time active_time confirmed locked guid external_id".split(
    " ",
  );

/** Whether a record has the fields that servers send, no others, and in the same order. */
export function hasUsualFields(record: UserRecord): boolean {
  let index = 0;
  for (const name in record) if (name !== FIELDS[index++]) return false;
  // Every record has a guid, so nothing before that is missing.
  return true;
}
