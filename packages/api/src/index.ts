export type * from "./client.ts";
export type * from "./plugin.ts";
export type * from "./types.ts";
export { ACCOUNT_STATUSES, USER_ROLES } from "./generated/enums.ts";
