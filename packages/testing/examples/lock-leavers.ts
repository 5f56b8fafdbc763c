/** The code under test: locks the users whose usernames are on a list. It does not know the fake. */
export async function lockLeavers(
  usernames: readonly string[],
  { url, apiKey, fetch = globalThis.fetch }: { url: string; apiKey: string; fetch?: typeof globalThis.fetch },
): Promise<number> {
  const headers = { authorization: `Key ${apiKey}` };
  let locked = 0;
  for (const username of usernames) {
    const found = await fetch(`${url}/__api__/v1/users?prefix=${encodeURIComponent(username)}&page_size=500`, {
      headers,
    });
    if (!found.ok) throw new Error(`Connect returned ${String(found.status)}`);
    const { results } = (await found.json()) as { results: { guid: string; username: string }[] };
    const user = results.find((candidate) => candidate.username === username);
    if (user === undefined) continue;
    const body = JSON.stringify({ locked: true });
    const response = await fetch(`${url}/__api__/v1/users/${user.guid}/lock`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`Connect returned ${String(response.status)}`);
    locked++;
  }
  return locked;
}
