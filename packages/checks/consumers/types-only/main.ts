// A tool in another repository that only uses the types and the document.
import document from "@connect-sdk/api/openapi.json" with { type: "json" };
import type { OperationResult } from "@connect-sdk/api";
import type { components, operations, paths } from "@connect-sdk/api/schema";

type User = components["schemas"]["User"];
type Listed = operations["getUsers"]["responses"][200]["content"]["application/json"];

const documented: Record<string, unknown> = document.paths;
const path: keyof paths = "/v1/users";
if (!document.openapi.startsWith("3.1")) throw new Error(`The document is OpenAPI ${document.openapi}.`);
if (!(path in documented)) throw new Error(`The document does not describe ${path}.`);

const listed: Pick<Listed, "results" | "total"> = { results: [], total: 0 };
const names: User["username"][] = listed.results.map((user) => user.username);
// @ts-expect-error -- the generated types are real: an unknown field is an error
void ((user: User) => user.user_roll);
// Editors print the summary with a call.
const summary: operations["getUsers"]["summary"] = "List or search users";
const result: Pick<OperationResult<"get", "/v1/users">, "data"> = { data: listedPage() };
if (result.data.total !== 0) throw new Error(`${summary} returned users.`);
if (names.length !== listed.total) throw new Error("No user was listed, but there are names.");
console.log("ok");

function listedPage(): Listed {
  return { results: [], current_page: 1, total: 0 };
}
