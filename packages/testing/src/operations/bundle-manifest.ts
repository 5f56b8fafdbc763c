import type { BundleManifest } from "../state/bundle-store.ts";
import { isAppMode } from "../state/content-store.ts";

/**
 * Reads the manifest of a bundle. An archive that cannot be read, or that has no valid manifest, says nothing about the
 * content: test suites also upload placeholders.
 */
export async function readManifest(archive: Uint8Array<ArrayBuffer>): Promise<BundleManifest> {
  const manifest = asObject(await findManifest(archive));
  const metadata = asObject(manifest["metadata"]);
  const appMode = metadata["appmode"];
  return {
    // Newer servers have more modes: content then keeps its own.
    appMode: isAppMode(appMode) ? appMode : null,
    contentCategory: asString(metadata["content_category"]),
    parameterized: metadata["has_parameters"] === true,
    rVersion: asString(manifest["platform"]),
    pyVersion: asString(asObject(manifest["python"])["version"]),
    quartoVersion: asString(asObject(manifest["quarto"])["version"]),
  };
}

/** At the root of the archive, or of the one directory that it has. */
const MANIFEST = /^(?:\.\/)?(?:[^/]+\/)?manifest\.json$/;

async function findManifest(archive: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    for (const { name, data } of filesOf(await decompress(archive))) {
      if (MANIFEST.test(name)) return JSON.parse(decoder.decode(data));
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of an archive that are decompressed. A manifest is usually the first file; a bomb must not fill the memory. */
const MAXIMUM_DECOMPRESSED_BYTES = 32 * 1024 * 1024;

async function decompress(archive: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: ReadableStream<Uint8Array> = new Blob([archive]).stream().pipeThrough(new DecompressionStream("gzip"));
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAXIMUM_DECOMPRESSED_BYTES) break;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

const decoder = new TextDecoder();

/** Size of a header, and of the blocks that files are padded to. */
const BLOCK = 512;

/**
 * Reads the files of a tar archive. It is written here because a parser from a library, nanotar, never returns if a file has a
 * negative size, and uploads are untrusted.
 */
function* filesOf(tar: Uint8Array): Iterable<{ name: string; data: Uint8Array }> {
  let offset = 0;
  while (offset + BLOCK <= tar.length) {
    const field = (start: number, length: number): string =>
      decoder.decode(tar.subarray(offset + start, offset + start + length)).replace(/\0.*$/s, "");
    const name = field(0, 100);
    const size = field(124, 12).trim();
    if (name === "" || !/^[0-7]+$/.test(size)) return;
    const start = offset + BLOCK;
    const end = start + Number.parseInt(size, 8);
    yield { name, data: tar.subarray(start, end) };
    offset = Math.ceil(end / BLOCK) * BLOCK;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asString(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
