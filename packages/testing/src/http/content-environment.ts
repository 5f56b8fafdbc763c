import { ApiProblem } from "../errors.ts";
import { findEditableContent } from "../operations/content.ts";
import { readBody } from "./read-body.ts";
import { requireCaller } from "./require-caller.ts";
import type { UndocumentedRoute } from "./undocumented-routes.ts";
import { jsonReply } from "./wire-reply.ts";

/** A variable as it is sent; without a value it is to be removed. */
interface Variable {
  readonly name: string;
  readonly value: string | null;
}

/** Answers what the environment variables of content are called, after changing some (PATCH) or all of them (PUT). */
export const answerEnvironment: UndocumentedRoute["answer"] = async (state, request, { guid = "" }, record) => {
  const caller = requireCaller(state, request, record);
  const { method } = request;
  const { value, problem } = await readBody(request);
  record.body = withoutValues(value);
  // Real server: unknown who may see the names, assumed whoever may set them.
  findEditableContent(state, guid, caller, method === "GET" ? "NoViewPermission" : "NoUpdatePermission");
  if (method === "GET") return jsonReply(200, state.environments.namesOf(guid));

  if (problem !== undefined) throw problem;
  const names = new Set(method === "PATCH" ? state.environments.namesOf(guid) : []);
  for (const variable of readVariables(value)) {
    if (variable.value === null) names.delete(variable.name);
    else names.add(variable.name);
  }
  state.environments.set(guid, names);
  return jsonReply(200, state.environments.namesOf(guid));
};

// Real server: the codes are unknown.
function readVariables(body: unknown): Variable[] {
  if (body === undefined) throw new ApiProblem("CannotParseRequestBody", "A JSON array is required.");
  if (!Array.isArray(body)) throw new ApiProblem("InvalidJson", "The body must be an array.");
  return body.map((item: unknown, index): Variable => {
    const { name, value = null } = isObject(item) ? item : {};
    if (typeof name !== "string" || name === "") {
      throw new ApiProblem("InvalidParameter", `The name of variable ${index} must be text that is not empty.`);
    }
    if (typeof value !== "string" && value !== null) {
      throw new ApiProblem("InvalidParameter", `The value of variable ${index} must be a string or null.`);
    }
    return { name, value };
  });
}

/** For the journal: values are secrets more often than not. */
function withoutValues(body: unknown): unknown {
  if (!Array.isArray(body)) return undefined;
  return body.map((item: unknown) => (isObject(item) && "value" in item ? { ...item, value: "[redacted]" } : item));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
