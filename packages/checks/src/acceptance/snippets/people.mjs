/**
 * The users that the documents mention.
 *
 * @type {Partial<import("@connect-sdk/api").UserRecord>[]}
 */
export const PEOPLE = [
  { username: "jdoe", email: "jo@example.com", first_name: "Jo", last_name: "Doe", user_role: "publisher" },
  { username: "mira", email: "mira@example.com", first_name: "Mira", last_name: "Sol", user_role: "viewer" },
  { username: "ada", email: "ada@example.com", first_name: "Ada", last_name: "Byron", user_role: "viewer" },
  { username: "amara", email: "amara@example.com", first_name: "Amara", last_name: "Okafor", user_role: "publisher" },
];

/** A user that exists for shell commands and that the recipes in TypeScript create. */
export const NEWCOMER = {
  username: "lin",
  email: "lin@example.com",
  first_name: "Lin",
  last_name: "Wei",
  user_role: "viewer",
};

/** The content item whose guid replaces `GUID` in a command. */
export const REPORT = { guid: "5a3f9f0c-8e52-4d2b-9b1f-0d6c4b7a2e11", name: "weekly-report", owner: "jdoe" };

/** The groups that shell commands mention. */
export const GROUPS = [
  { name: "analysts", members: ["jdoe", "mira"] },
  { name: "everybody", members: ["jdoe", "mira", "ada", "amara", "lin"] },
];
