import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Files } from "../context.ts";
import { fileError } from "../errors/file-error.ts";
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
      throw fileError("read", shown(name), error);
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
        throw fileError("written", shown(name), error);
      });
    },
  };
}

function shown(name: string): string {
  return name === "-" ? "Standard input" : name;
}
