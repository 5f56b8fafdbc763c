import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Files } from "../context.ts";
import { CliError } from "../errors/cli-error.ts";
import type { Io } from "../io.ts";
import { replaceFile } from "./replace-file.ts";

/** Reads and writes the files that the user names; `-` is standard input. */
export function createFiles(io: Io): Files {
  const { cwd = "." } = io;
  async function* chunks(name: string): AsyncGenerator<string | Buffer, void, void> {
    const source: AsyncIterable<string | Buffer> = name === "-" ? io.stdin : createReadStream(resolve(cwd, name));
    try {
      yield* source;
    } catch (error) {
      throw fileError("read", name, error);
    }
  }
  async function* stream(name: string): AsyncGenerator<string, void, void> {
    const decoder = new TextDecoder();
    for await (const chunk of chunks(name)) {
      yield typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  return {
    stream,
    async read(name) {
      let text = "";
      for await (const chunk of stream(name)) text += chunk;
      return text;
    },
    async bytes(name) {
      const parts: Buffer[] = [];
      for await (const chunk of chunks(name)) parts.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      return Buffer.concat(parts);
    },
    async write(name, text) {
      await replaceFile(resolve(cwd, name), text).catch((error: unknown) => {
        throw fileError("written", name, error);
      });
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you are not allowed to",
  EISDIR: "it is a folder",
};

function fileError(verb: string, name: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return cause;
  const file = name === "-" ? "Standard input" : name;
  return new CliError(
    "file",
    `${file} cannot be ${verb}: ${REASONS[cause.code] ?? cause.code}.`,
    "Check the name and who may use it.",
    { cause },
  );
}
