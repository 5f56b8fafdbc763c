import type { OperationId } from "@connect-sdk/api/operations";
import type { ValidationIssue } from "../validation/validate-body.ts";
import type { ErrorName } from "./error-table.ts";

/** The failure that Connect reports for a body that breaks a rule of the document, and the words for it. */
export function problemOf(id: OperationId, { pointer, rule, message }: ValidationIssue): [ErrorName, string] {
  return [kindOf(id, pointer, rule), `${message}.`];
}

// Real server: which code it has for each field is mostly unknown; assumed from what the codes are called.
function kindOf(id: OperationId, pointer: string, rule: string): ErrorName {
  if (pointer === "") return rule === "required" ? "CannotParseRequestBody" : "InvalidJson";
  if (rule === "required") return "ParameterMissing";
  if (pointer === "/user_role") return "InvalidAuthRole";
  if (rule === "enum") return UNKNOWN_VALUE[pointer] ?? "InvalidParameter";
  if (rule === "format" && pointer.endsWith("_guid")) return "InvalidId";
  if (pointer === "/username" && rule === "minLength") return "InvalidUserName";
  if (pointer === "/name" && rule !== "type") return BAD_NAME[id] ?? "InvalidParameter";
  return "InvalidParameter";
}

const UNKNOWN_VALUE: Readonly<Record<string, ErrorName>> = {
  "/access_type": "UnknownAccessType",
  "/principal_type": "InvalidPrincipalType",
};

const BAD_NAME: Readonly<Partial<Record<OperationId, ErrorName>>> = {
  createKey: "InvalidKeyName",
  createGroup: "InvalidGroupName",
  updateGroup: "InvalidGroupName",
  patchGroup: "InvalidGroupName",
  createContent: "InvalidApplicationName",
  updateContent: "InvalidApplicationName",
};
