import type { TypedPositionalParameters } from "@stricli/core";
import type { ParseContext } from "../command.ts";

const parameter = { brief: "guid, username or e-mail address, exactly", placeholder: "USER", parse: String };

/** One USER. */
export const userArgument: TypedPositionalParameters<[string], ParseContext> = {
  kind: "tuple",
  parameters: [parameter],
};

/** One USER or more. */
export const userArguments: TypedPositionalParameters<string[], ParseContext> = {
  kind: "array",
  minimum: 1,
  parameter,
};
