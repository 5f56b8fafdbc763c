import type { FlagParametersForType, TypedPositionalParameters } from "@stricli/core";
import type { ParseContext } from "../command.ts";

const parameter = { brief: "guid, username or e-mail address, exactly", placeholder: "USER", parse: String };

/** One USER. */
export const userArgument: TypedPositionalParameters<[string], ParseContext> = {
  kind: "tuple",
  parameters: [parameter],
};

/** Any number of USERs: a file may name them too. */
export const userArguments: TypedPositionalParameters<string[], ParseContext> = {
  kind: "array",
  parameter,
};

/** A file with more of them. */
export const namesFileFlag: FlagParametersForType<{ file?: string | undefined }> = {
  file: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read them from a file, one a line",
  },
};
