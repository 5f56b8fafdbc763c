import { createReadStream, existsSync, statSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const site = fileURLToPath(new URL("../../site", import.meta.url));

/** Returns the file of the built site for a path; `undefined` if there is none. */
export function fileFor(path: string): string | undefined {
  const name = join(site, decodeURIComponent(path));
  return [name, `${name}.html`, join(name, "index.html")].find((file) => existsSync(file) && statSync(file).isFile());
}

/** Serves the built site as GitHub Pages does, on a free port. */
export async function serveSite(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = fileFor(pathname) ?? join(site, "404.html");
    response.writeHead(file.endsWith("404.html") ? 404 : 200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    });
    createReadStream(file).pipe(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
