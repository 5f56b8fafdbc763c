import { apiRequest, METHODS } from "../api-request.ts";
import { defineCommand } from "../command.ts";
import { usageError } from "../errors/cli-error.ts";
import { globalFlags, type GlobalFlags } from "../flags/global-flags.ts";
import { isObject } from "../is-object.ts";
import { pagedRows } from "../paged-rows.ts";

interface Flags extends GlobalFlags {
  readonly field?: readonly string[] | undefined;
  readonly input?: string | undefined;
  readonly paginate?: boolean | undefined;
}

export default defineCommand<Flags, [string, string]>({
  description:
    "Calls any endpoint with the key, the retries and the errors of every other command. PATH is below /__api__.",
  examples: [
    ["api GET v1/user", "Ask who the key belongs to"],
    ["api GET v1/groups --paginate --ndjson", "Get all pages, one group a line"],
    ["api GET v1/content --field owner_guid=6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f", "Add a query parameter"],
    ["api POST v1/groups --field name=analysts", "Send a JSON body"],
    ["api PATCH v1/content/6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f --input changes.json", "Send a file"],
  ],
  usage: "METHOD PATH",
  parameters: {
    flags: {
      ...globalFlags,
      field: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "k=v",
        brief:
          "Query parameter of GET and DELETE, else field of the body; true, false, null and numbers are sent as such",
      },
      input: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Send this JSON as the body",
      },
      paginate: { kind: "boolean", optional: true, withNegated: false, brief: "Get all pages, as one list" },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: METHODS.join(", "), placeholder: "METHOD", parse: String },
        { brief: "path below /__api__, such as v1/users", placeholder: "PATH", parse: String },
      ],
    },
  },
  async run({ field, input, paginate }, [method, path], { connect, files, signal }) {
    const body = input === undefined ? undefined : await files.read(input);
    const request = apiRequest({ method, path, fields: field ?? [], ...(body !== undefined && { body }) });
    if (paginate === true && request.method !== "GET") {
      throw usageError("--paginate only goes with GET.", "Leave it out.");
    }
    const { api } = await connect();
    if (paginate === true) return { kind: "rows", rows: pagedRows(api, request, signal), format: "json" };
    const { data } = await api.request(request.method, request.path, { ...request, signal });
    const isList = Array.isArray(data) && data.every(isObject);
    return isList ? { kind: "rows", rows: data, format: "json" } : { kind: "value", value: data };
  },
});
