import type { UserRole } from "@connect-sdk/api";
import type { OperationId } from "@connect-sdk/api/operations";
import type { ErrorName } from "../errors.ts";

/** How an operation can be called without an API key. */
type Openness =
  /** A key is not needed, but if there is one it must be valid. */
  | "optional"
  /** Credentials are not looked at. */
  | "public"
  /** Takes a bootstrap token. */
  | "bootstrap"
  /** Like `optional` while the server has no users and keeps passwords itself. */
  | "first-user";

/** The operations that do not simply need a valid API key. */
export const openness: Readonly<Partial<Record<OperationId, Openness>>> = {
  getServerSettings: "optional",
  getPublicSettings: "public",
  bootstrap: "bootstrap",
  bootstrapExperimental: "bootstrap",
  createPushUser: "first-user",
};

interface Requirement {
  readonly role: UserRole;
  /** What someone with less is told. */
  readonly otherwise: ErrorName;
}

/**
 * The operations that need a certain role whatever they are applied to. Rules that depend on the object, such as who owns
 * it, are with the handlers.
 */
export const requirements: Readonly<Partial<Record<OperationId, Requirement>>> = {
  createPushUser: { role: "administrator", otherwise: "PermissionDenied" },
  createPullUser: { role: "publisher", otherwise: "PermissionDenied" },
  searchRemoteUsers: { role: "publisher", otherwise: "PermissionDenied" },
  // Real server: the code is unknown, assumed from its name.
  lockUser: { role: "administrator", otherwise: "NoLockPermission" },
  createRemoteGroup: { role: "publisher", otherwise: "PermissionDenied" },
  searchRemoteGroups: { role: "publisher", otherwise: "PermissionDenied" },
  createContent: { role: "publisher", otherwise: "PermissionDenied" },
};
