import type { FlagParametersForType } from "@stricli/core";

/** Flags that every command takes. */
export interface GlobalFlags extends OutputFlags, ConnectionFlags {
  readonly debug?: boolean | undefined;
}

/** How the result is written. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly csvRaw?: boolean | undefined;
  readonly fields?: readonly string[] | undefined;
}

/** Which server, and as whom. */
export interface ConnectionFlags {
  readonly server?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly profile?: string | undefined;
  readonly insecure?: boolean | undefined;
}

export const outputFlags: FlagParametersForType<OutputFlags> = {
  json: { kind: "boolean", optional: true, withNegated: false, brief: "Print JSON; errors become one JSON line too" },
  ndjson: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print one JSON object a line, as they arrive",
  },
  csv: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print CSV that is safe to open in a spreadsheet",
  },
  csvRaw: { kind: "boolean", optional: true, withNegated: false, brief: "Print CSV with every cell exactly as it is" },
  fields: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: ",",
    placeholder: "a,b",
    brief: "Print only these fields, in this order",
  },
};

export const connectionFlags: FlagParametersForType<ConnectionFlags> = {
  server: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "URL",
    brief: "Server, instead of CONNECT_SERVER",
  },
  apiKeyFile: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read the API key from a file or standard input",
  },
  profile: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "NAME",
    brief: "Use a server stored by `login`",
  },
  insecure: { kind: "boolean", optional: true, withNegated: false, brief: "Do not check the server's certificate" },
};

/** Spread into the flags of every command. */
export const globalFlags: FlagParametersForType<GlobalFlags> = {
  ...outputFlags,
  ...connectionFlags,
  debug: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Show the requests on standard error, without secrets",
  },
};
