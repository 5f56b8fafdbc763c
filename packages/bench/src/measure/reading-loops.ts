/** As many rows as a page can have. */
const PAGE_SIZE = 500;

interface Page {
  readonly results: readonly unknown[];
  readonly total: number;
}

/** What someone writes who knows how many pages there are and how many requests they want at a time: `fetch`, `JSON.parse`, nothing checked. */
export async function readConcurrently(url: string, concurrency: number): Promise<unknown[]> {
  const first = await readPage(url, 1);
  const count = Math.ceil(first.total / PAGE_SIZE);
  const pages: Page[] = [first];
  let next = 2;
  const work = async (): Promise<void> => {
    for (let page = next++; page <= count; page = next++) pages[page - 1] = await readPage(url, page);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return pages.flatMap(({ results }) => results);
}

/** One page after the other, as the other clients of Connect do it. */
export async function readSequentially(url: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = 1; ; page++) {
    const { results, total } = await readPage(url, page);
    rows.push(...results);
    if (results.length === 0 || rows.length >= total) return rows;
  }
}

async function readPage(url: string, page: number): Promise<Page> {
  const response = await fetch(`${url}/__api__/v1/users?page_number=${page}&page_size=${PAGE_SIZE}`, {
    headers: { authorization: "Key 0123456789abcdef" },
  });
  // The server is ours and sends nothing else.
  return (await response.json()) as Page;
}
