import { gzipSync } from "node:zlib";

/** Creates a bundle: a tar archive with these files, compressed with gzip. */
export function archiveOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const data = Buffer.from(content);
    return [
      header(name, data.length.toString(8).padStart(11, "0")),
      data,
      Buffer.alloc((512 - (data.length % 512)) % 512),
    ];
  });
  return new Uint8Array(gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
}

/** Creates a bundle with only a manifest. */
export function bundleOf(manifest: unknown): Uint8Array<ArrayBuffer> {
  return archiveOf({ "manifest.json": JSON.stringify(manifest) });
}

/** Creates an archive whose only file has this size field. */
export function archiveWithSize(size: string, { name = "manifest.json", content = "" } = {}): Uint8Array<ArrayBuffer> {
  const data = Buffer.alloc(2048);
  data.write(content);
  return new Uint8Array(gzipSync(Buffer.concat([header(name, size), data])));
}

function header(name: string, size: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(size, 124, 12);
  block.write("0", 156);
  return block;
}
