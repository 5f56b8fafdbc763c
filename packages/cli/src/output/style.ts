import { styleText } from "node:util";
import type { Io, Output } from "../io.ts";

/** Decorates text for one stream. */
export type Style = (look: Look, text: string) => string;

export type Look = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Colours for a terminal that wants them; elsewhere, and under `NO_COLOR`, text stays as it is. */
export function styleFor(stream: Output, env: Io["env"]): Style {
  const plain = stream.isTTY !== true || Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  // The stream was looked at above: styleText must not ask the process again.
  return plain ? (_look, text) => text : (look, text) => styleText(look, text, { validateStream: false });
}
