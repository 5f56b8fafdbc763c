import { Checklist } from "../checklist.ts";
import { pack, unpack } from "../tarballs.ts";
import { inTemporaryFolder, PUBLISHED, root } from "../workspace.ts";
import {
  checkContents,
  checkDependencies,
  checkExports,
  checkManifest,
  checkNothingRunsAtInstall,
  checkSourceMaps,
} from "./check-tarball.ts";

/** `check:manifests`: packs the packages and checks the tarballs. */
const checklist = new Checklist("tarball", "manifests");

await inTemporaryFolder("manifests", async (folder) => {
  const tarballs = await pack(root, folder);
  for (const name of PUBLISHED) {
    const row = `@connect-sdk/${name}`;
    const unpacked = await unpack(tarballs[name]);
    await checklist.check(row, "manifest", () => {
      checkManifest(name, unpacked);
    });
    await checklist.check(row, "exports", () => {
      checkExports(name, unpacked);
    });
    await checklist.check(row, "contents", () => {
      checkContents(unpacked);
    });
    await checklist.check(row, "dependencies", () => {
      checkDependencies(unpacked);
    });
    await checklist.check(row, "no install scripts", () => {
      checkNothingRunsAtInstall(unpacked);
    });
    await checklist.check(row, "source maps", () => {
      checkSourceMaps(unpacked);
    });
  }
});

checklist.finish();
