import { operations, type OperationId } from "@connect-sdk/api/operations";
import { expect } from "vitest";
import { documentedContent } from "./documented-responses.ts";

/** Fails the test unless the document has this response for this operation. Reads the body: pass a clone. */
export async function expectDocumented(operationId: OperationId, response: Response): Promise<void> {
  const { status, headers } = response;
  const result = `${operationId} returned ${String(status)}`;
  const kind = headers.get("content-type")?.split(";")[0];
  const text = await response.text();
  if (isOfEveryOperation(status, kind, text)) return;

  const content = documentedContent(operationId, status);
  if (content === undefined) expect.fail(`${result}, which is undocumented: ${text}`);
  if (operations[operationId].deprecated) {
    expect(headers.get("x-deprecated-endpoint"), `${result} without X-Deprecated-Endpoint`).not.toBeNull();
  }
  if (content.size === 0) {
    expect(text, `${result} with an undocumented body`).toBe("");
    expect(kind, `${result} with a content type but no body`).toBeUndefined();
    return;
  }
  const validate = content.get(kind ?? "");
  if (validate === undefined) expect.fail(`${result} as ${String(kind)}, which is undocumented: ${text}`);
  if (!validate(kind === "application/json" ? JSON.parse(text) : text)) {
    const issues = validate.errors?.map((error) => JSON.stringify(error)).join("\n");
    expect.fail(`${result}, which does not match the document:\n${String(issues)}\n${text}`);
  }
}

/**
 * Returns whether any operation can have this response without documenting it: a locked user's key is refused with code 50,
 * and an operation that this version of the server does not have is an unknown route.
 */
function isOfEveryOperation(status: number, kind: string | undefined, text: string): boolean {
  if (status === 404 && kind === "text/plain") return text.trim() === "404 page not found";
  if (kind !== "application/json") return false;
  return (status === 403 && text.startsWith('{"code":50,')) || (status === 404 && text.startsWith('{"code":2,'));
}
