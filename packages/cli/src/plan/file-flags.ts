import type { FlagParametersForType } from "@stricli/core";
import { FORMATS, type FileFormat } from "../rows/read-user-rows.ts";

/** Flags for how a file of users is written. */
export const fileFlags: FlagParametersForType<{ format?: FileFormat | undefined; raw?: boolean | undefined }> = {
  format: {
    kind: "enum",
    values: FORMATS,
    optional: true,
    placeholder: "FORMAT",
    brief: "What the file is written in, where its name does not say",
  },
  raw: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Take CSV cells as they are: the file was written with --csv-raw",
  },
};
