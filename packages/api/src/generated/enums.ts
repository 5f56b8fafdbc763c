// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

export const USER_ROLES = ["administrator","publisher","viewer"] as const;

export const ACCOUNT_STATUSES = ["locked","licensed","inactive"] as const;
