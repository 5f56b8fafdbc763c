// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

/** Every `UserRole`, in the order of the document. */
export const USER_ROLES = ["administrator","publisher","viewer"] as const;

/** Every `AccountStatus`, in the order of the document. */
export const ACCOUNT_STATUSES = ["locked","licensed","inactive"] as const;
