import { operations, type OperationId } from "@connect-sdk/api/operations";
import { expect } from "vitest";
import { documentedContent } from "./documented-responses.ts";

/** Fails the test unless the document has this answer for this operation. Reads the body: pass a clone. */
export async function expectDocumented(operationId: OperationId, response: Response): Promise<void> {
  const { status, headers } = response;
  const answer = `${operationId} answered ${String(status)}`;
  const kind = headers.get("content-type")?.split(";")[0];
  const text = await response.text();
  if (isOfEveryOperation(status, kind, text)) return;

  const content = documentedContent(operationId, status);
  if (content === undefined) expect.fail(`${answer}, which the document does not list: ${text}`);
  if (operations[operationId].deprecated) {
    expect(headers.get("x-deprecated-endpoint"), `${answer} without X-Deprecated-Endpoint`).not.toBeNull();
  }
  if (content.size === 0) {
    expect(text, `${answer} with a body, where the document has none`).toBe("");
    expect(kind, `${answer} with the type of a body that it does not have`).toBeUndefined();
    return;
  }
  const validate = content.get(kind ?? "");
  if (validate === undefined) expect.fail(`${answer} as ${String(kind)}, which the document does not list: ${text}`);
  if (!validate(kind === "application/json" ? JSON.parse(text) : text)) {
    const issues = validate.errors?.map((error) => JSON.stringify(error)).join("\n");
    expect.fail(`${answer}, not as the document has it:\n${String(issues)}\n${text}`);
  }
}

/**
 * What any operation may answer without listing it: a locked user's key is refused with code 50, and an operation that
 * this version of the server does not have is an unknown route.
 */
function isOfEveryOperation(status: number, kind: string | undefined, text: string): boolean {
  if (status === 404 && kind === "text/plain") return text.trim() === "404 page not found";
  if (kind !== "application/json") return false;
  return (status === 403 && text.startsWith('{"code":50,')) || (status === 404 && text.startsWith('{"code":2,'));
}
