import type { FakeConnect } from "../fake-connect.ts";
import { addSeed } from "../seed/add-seed.ts";
import { isSnapshot } from "../seed/read-snapshot.ts";
import { seedFile } from "../seed/seed-shapes.ts";
import { ShapeError } from "../shape/shape.ts";
import { readJsonFile } from "./read-json-file.ts";
import { UsageError } from "./usage-error.ts";

/** A data file that has been read. */
export interface DataFile {
  /** The seed that a snapshot belongs to; its keys follow from it. */
  readonly seed: number | undefined;
  /** Puts the data into a fake. */
  load(fake: FakeConnect): void;
}

/**
 * Reads a data file: a snapshot, or users, groups and content as the README describes them.
 *
 * @throws {UsageError} when it cannot be read, or something in it is not as it must be.
 */
export async function readDataFile(file: string): Promise<DataFile> {
  const data = await readJsonFile(file);
  if (isSnapshot(data)) {
    return {
      seed: data.seed,
      load: naming(file, (fake) => {
        fake.restore(data);
      }),
    };
  }
  const seed = naming(file, () => seedFile(data, ""))();
  return {
    seed: undefined,
    load: naming(file, (fake) => {
      addSeed(fake, seed);
    }),
  };
}

/** Lets complaints about the data begin with the name of the file. */
function naming<Args extends unknown[], T>(file: string, use: (...args: Args) => T): (...args: Args) => T {
  return (...args) => {
    try {
      return use(...args);
    } catch (error) {
      if (!(error instanceof ShapeError || error instanceof TypeError)) throw error;
      throw new UsageError(`${file}: ${error.message}`, { cause: error });
    }
  };
}
