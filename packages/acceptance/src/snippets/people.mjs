/**
 * Those whom the READMEs talk about.
 *
 * @type {Partial<import("@connect-sdk/api").UserRecord>[]}
 */
export const PEOPLE = [
  { username: "jdoe", email: "jo@example.com", first_name: "Jo", last_name: "Doe", user_role: "publisher" },
  { username: "mira", email: "mira@example.com", first_name: "Mira", last_name: "Sol", user_role: "viewer" },
  { username: "ada", email: "ada@example.com", first_name: "Ada", last_name: "Byron", user_role: "viewer" },
];
