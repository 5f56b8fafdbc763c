// A tool in another repository that only uses the types and the document.
import document from "@connect-sdk/api/openapi.json" with { type: "json" };
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
if (names.length !== listed.total) throw new Error("No user was listed, but there are names.");
console.log("ok");
