import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expectSuccess } from "./run-command.ts";
import { PUBLISHED, type PublishedPackage } from "./workspace.ts";

/** The tarball of each published package. */
export type Tarballs = Record<PublishedPackage, string>;

/** Packs the built packages of a checkout as `pnpm publish` would, into a folder. */
export async function pack(checkout: string, into: string): Promise<Tarballs> {
  const filters = PUBLISHED.map((name) => `--filter=@connect-sdk/${name}`);
  await expectSuccess("pnpm", [...filters, "-r", "exec", "pnpm", "pack", "--pack-destination", into], {
    cwd: checkout,
  });
  const files = readdirSync(into);
  const tarball = (name: PublishedPackage): string => {
    const file = files.find((candidate) => candidate.startsWith(`connect-sdk-${name}-`));
    if (file === undefined) throw new Error(`Packing @connect-sdk/${name} left no tarball. Build it first: pnpm build`);
    return join(into, file);
  };
  return { api: tarball("api"), users: tarball("users"), testing: tarball("testing"), cli: tarball("cli") };
}
