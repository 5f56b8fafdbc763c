/**
 * Does what the inspector's page does: asks a fake for its changes, again and again. Usage: `page.ts URL`, with the token in the URL.
 * Prints a line when it has the first ones.
 */
const page = new URL(process.argv[2] ?? "");
/** What the page keeps, and so asks for at most. */
const KEPT_REQUESTS = 2_000;

const headers = { authorization: `Key ${page.hash.replace("#token=", "")}` };
let query = `limit=${KEPT_REQUESTS}`;
for (let count = 0; ; count++) {
  const response = await fetch(new URL(`changes?${query}`, page), { headers });
  if (response.status !== 200) throw new Error(`The inspector returned status ${response.status}.`);
  // Described by `openapi/fake-control.yaml`.
  const { revision, newest } = (await response.json()) as { revision: string; newest: number };
  query = new URLSearchParams({ revision, after: String(newest), limit: String(KEPT_REQUESTS) }).toString();
  if (count === 0) console.log("open");
}
