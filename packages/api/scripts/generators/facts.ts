import type { OperationObject, ParameterObject } from "./openapi-document.ts";

const ROLES = ["viewer", "publisher", "administrator"] as const;
const AUTHENTICATION = ["required", "optional", "public", "bootstrap", "first-user"] as const;
/** Connect's code for a caller whose role is too low. */
const PERMISSION_DENIED = 22;

/** The facts of an operation: its `x-connect-*` extensions, checked, with their defaults. */
export interface OperationFacts {
  readonly role: (typeof ROLES)[number];
  readonly deniedCode: number;
  readonly authentication: (typeof AUTHENTICATION)[number];
  readonly repeatable: boolean;
  readonly since: string | null;
  readonly until: string | null;
  readonly replacedBy: string | null;
  readonly otherMediaTypes: readonly string[];
  readonly auditActions: readonly string[];
  readonly serviceTokenScope: string | null;
}

/**
 * Reads the facts of an operation.
 *
 * @throws if a fact is missing, misspelled or has a value that is not allowed. `x-connect-repeatable` has no default for
 * writes: a client that repeats a request that creates something would create it twice.
 */
export function readFacts(method: string, operation: OperationObject): OperationFacts {
  const { operationId: id } = operation;
  const facts = new Map<string, unknown>(Object.entries(operation).filter(([name]) => name.startsWith("x-connect-")));
  const take = (name: string): unknown => {
    const value = facts.get(`x-connect-${name}`);
    facts.delete(`x-connect-${name}`);
    return value;
  };
  const fail = (name: string, allowed: string): never => {
    throw new Error(`openapi/connect.yaml: ${id} needs x-connect-${name}: ${allowed}`);
  };
  const version = (name: string): string | null => {
    const value = take(name) ?? null;
    if (value === null || isVersion(value)) return value;
    return fail(name, "a version such as 2026.04.0");
  };

  const role = take("role");
  const authentication = take("authentication");
  const repeatable = take("repeatable") ?? (method === "get" ? true : undefined);
  const deniedCode = take("denied-code") ?? PERMISSION_DENIED;
  const replacedBy = take("replaced-by") ?? null;
  const otherMediaTypes = take("other-media-types") ?? [];
  const auditActions = take("audit-actions") ?? [];
  const serviceTokenScope = take("service-token-scope") ?? null;
  const read: OperationFacts = {
    role: ROLES.find((each) => each === role) ?? fail("role", ROLES.join(", ")),
    deniedCode: typeof deniedCode === "number" ? deniedCode : fail("denied-code", "a number"),
    authentication:
      AUTHENTICATION.find((each) => each === authentication) ?? fail("authentication", AUTHENTICATION.join(", ")),
    repeatable: typeof repeatable === "boolean" ? repeatable : fail("repeatable", "true or false"),
    since: version("since"),
    until: version("until"),
    replacedBy:
      replacedBy === null || typeof replacedBy === "string" ? replacedBy : fail("replaced-by", "an operation id"),
    otherMediaTypes: isStrings(otherMediaTypes) ? otherMediaTypes : fail("other-media-types", "a list of media types"),
    auditActions: isStrings(auditActions) ? auditActions : fail("audit-actions", "a list of audit actions"),
    serviceTokenScope:
      serviceTokenScope === null || typeof serviceTokenScope === "string"
        ? serviceTokenScope
        : fail("service-token-scope", "a scope"),
  };
  const [unknown] = facts.keys();
  if (unknown !== undefined) throw new Error(`openapi/connect.yaml: ${id} has ${unknown}, which is not a known fact`);
  return read;
}

/** The facts of a query parameter. */
export function readParameterFacts(parameter: ParameterObject): { since?: string; invalidCode?: number } {
  const { "x-connect-since": since, "x-connect-invalid-code": invalidCode } = parameter;
  if (since !== undefined && !isVersion(since)) {
    throw new Error(
      `openapi/connect.yaml: the parameter ${parameter.name} needs x-connect-since: a version such as 2026.04.0`,
    );
  }
  return { ...(since !== undefined && { since }), ...(invalidCode !== undefined && { invalidCode }) };
}

function isVersion(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}\.\d\d\.\d+$/.test(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
