import { recordOf } from "../shape/record-of.ts";
import { flag, guid, listOf, name, numberFrom, oneOf, orNull, text, time } from "../shape/values.ts";

/** A user as a data file or a control request describes one. What is left out is made up. */
export const userSeed = recordOf({
  username: name,
  email: text,
  first_name: text,
  last_name: text,
  user_role: oneOf("administrator", "publisher", "viewer"),
  created_time: time,
  updated_time: time,
  active_time: orNull(time),
  confirmed: flag,
  locked: flag,
  guid,
  external_id: name,
});

/** A group; its people are named by username or guid. */
export const groupSeed = recordOf({
  name,
  owner: orNull(name),
  members: listOf(name),
  gid: orNull(numberFrom(1, Number.MAX_SAFE_INTEGER)),
  guid,
});

/** A content item; its owner is named by username or guid. */
export const contentSeed = recordOf({
  name,
  owner: name,
  title: orNull(text),
  description: text,
  access_type: oneOf("all", "logged_in", "acl"),
  created_time: time,
  last_deployed_time: time,
  guid,
});

/** A whole data file. */
export const seedFile = recordOf({
  users: listOf(userSeed),
  groups: listOf(groupSeed),
  content: listOf(contentSeed),
});

export type GroupSeed = ReturnType<typeof groupSeed>;
export type ContentSeed = ReturnType<typeof contentSeed>;
export type SeedFile = ReturnType<typeof seedFile>;
