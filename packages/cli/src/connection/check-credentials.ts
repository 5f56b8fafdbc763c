import { CliError, usageError } from "../errors/cli-error.ts";

/** @returns the URL of a server without surrounding space. @throws CliError of kind `usage` when it cannot be one. */
export function checkServer(server: string): string {
  const trimmed = server.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return trimmed;
  throw usageError(
    url !== undefined && (url.username !== "" || url.password !== "")
      ? "The server's URL has a name or password in it."
      : `\`${trimmed}\` is not the URL of a server.`,
    "Give it as in a browser's address bar, such as https://connect.example.com.",
  );
}

/** @returns the key without surrounding space. @throws CliError, which does not show it, when it cannot be one. */
export function checkApiKey(key: string, origin: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new CliError(
    "authentication",
    trimmed === ""
      ? `There is no API key in ${origin}.`
      : `What ${origin} holds is not an API key: it has spaces or line breaks.`,
    "Copy the key again, alone on one line.",
  );
}
