import { ApiProblem } from "../errors.ts";
import { canView } from "../operations/content.ts";
import { isGuid } from "../state/ids.ts";
import type { StoredContent } from "../state/content-store.ts";
import { identifyCaller } from "./authenticate.ts";
import { textResponse, type Exchange, type HttpResponse } from "./exchange.ts";

/**
 * Handles a visit to the page of a content item, `/content/{guid}/` and everything below it. Test suites wait for it to
 * return 200 after they have deployed. Visits are not recorded: instrumentation shows those that a test adds.
 */
export function handleContentPage(exchange: Exchange): HttpResponse {
  const { state, parameters } = exchange;
  const { guid = "" } = parameters;
  const item = isGuid(guid) ? state.content.get(guid.toLowerCase()) : undefined;
  const caller = identifyCaller(exchange, "optional");
  if (item === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such content.");
  if (caller === undefined) {
    // Real server: a browser is redirected to the login page.
    if (item.access_type !== "all") throw new ApiProblem("AuthRequired");
  } else if (!canView(state, item, caller)) {
    throw new ApiProblem("NoViewPermission");
  }
  // Real server: unknown for content that was never deployed or is locked, assumed the same status.
  return textResponse(200, "text/html", pageOf(item));
}

function pageOf({ title, name, bundle_id, locked, locked_message }: StoredContent): string {
  const heading = escapeHtml(title ?? name);
  const message =
    locked === true
      ? escapeHtml(locked_message ?? "")
      : bundle_id === null
        ? "Nothing was deployed."
        : `Bundle ${escapeHtml(bundle_id)}.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${heading}</title>
<h1>${heading}</h1>
<p>${message}</p>
<p>This server is a fake: it shows this page in place of the content.</p>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
