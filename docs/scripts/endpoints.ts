import document from "@connect-sdk/api/openapi.json" with { type: "json" };

/* The reference of the endpoints: a page per tag of the OpenAPI document, with the schemas that its operations use. */

/** The parts of a schema, parameter, response or operation that a page shows. Everything may be a reference instead. */
interface Node {
  readonly $ref?: string;
  readonly [field: string]: unknown;
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** Returns the text of each page by its file name without extension. */
export function endpointPages(): ReadonlyMap<string, string> {
  const operations = Object.entries(record(document.paths)).flatMap(([path, item]) =>
    METHODS.flatMap((method): Node[] => {
      const operation = record(item)[method];
      if (operation === undefined) return [];
      const parameters = [...list(record(item)["parameters"]), ...list(node(operation)["parameters"])];
      return [{ ...node(operation), path, method, parameters }];
    }),
  );
  const pages = new Map<string, string>();
  const index: string[] = [];
  for (const { name, description } of document.tags) {
    const own = operations.filter(({ tags }) => list(tags)[0] === name);
    const slug = slugOf(name);
    const rows = own.map((operation) => {
      const { method, path, summary, "x-connect-role": role } = operation;
      return `| [\`${String(method).toUpperCase()} ${String(path)}\`](./${slug}#${anchorOf(operation)}) | ${cell(summary)} | ${String(role)} |`;
    });
    index.push(`## ${name}`, description, ["| endpoint | purpose | role |", "| --- | --- | --- |", ...rows].join("\n"));
    const schemas = schemasOf(own).map(schemaSection);
    const text = [FRONT, `# ${name}`, description, ...own.map(operationSection), "## Schemas", ...schemas, ""];
    pages.set(slug, text.join("\n\n"));
  }
  const { title, description } = document.info;
  pages.set("index", [FRONT, "# Endpoints", `${title}. ${INTRO}`, ...index, "## Rules", description, ""].join("\n\n"));
  return pages;
}

const FRONT = "---\neditLink: false\n---";
const INTRO =
  "Paths are relative to the server's `/__api__`. The same as a file: [`openapi.json`](../../other-clients.md#the-portable-document).";

function operationSection(operation: Node): string {
  const { method, path, summary, description, operationId } = operation;
  const since = operation["x-connect-since"];
  const until = operation["x-connect-until"];
  const facts = [
    `\`${String(operationId)}\``,
    `role: ${String(operation["x-connect-role"])}`,
    `authentication: ${String(operation["x-connect-authentication"])}`,
    ...(since === undefined ? [] : [`since ${prose(since)}`]),
    ...(until === undefined ? [] : [`until ${prose(until)}`]),
    ...(operation["x-connect-repeatable"] === undefined
      ? []
      : [operation["x-connect-repeatable"] === true ? "can be repeated" : "must not be repeated"]),
    ...(operation["deprecated"] === true ? ["deprecated"] : []),
  ];
  return [
    `## ${String(summary)} {#${anchorOf(operation)}}`,
    `\`\`\`http\n${String(method).toUpperCase()} ${String(path)}\n\`\`\``,
    facts.join(" · "),
    prose(description),
    table(
      ["parameter", "in", "type", "description"],
      list(operation["parameters"]).map((parameter) => {
        const { name, in: place, required, schema, description: text } = resolve(parameter);
        const star = required === true ? ", required" : "";
        return [`\`${String(name)}\``, `${String(place)}${star}`, typeOf(schema), cell(text)];
      }),
    ),
    ...bodyOf(resolve(operation["requestBody"])),
    table(
      ["status", "response", "description"],
      Object.entries(record(operation["responses"])).map(([status, response]) => {
        const { description: text, content } = resolve(response);
        return [status, contentOf(content), cell(text)];
      }),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function bodyOf({ content }: Node): string[] {
  return content === undefined ? [] : [`Request body: ${contentOf(content)}`];
}

function contentOf(content: unknown): string {
  return Object.entries(record(content ?? {}))
    .map(([type, media]) => `${typeOf(node(media)["schema"])}${type === "application/json" ? "" : ` (\`${type}\`)`}`)
    .join(" or ");
}

/** Returns the names of the schemas that operations refer to, and of those that these refer to. */
function schemasOf(operations: readonly Node[]): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      const { $ref } = node(value);
      const name = $ref === undefined ? undefined : schemaName($ref);
      if (name !== undefined && names.has(name)) return;
      if (name !== undefined) names.add(name);
      Object.values($ref === undefined ? value : resolve(value)).forEach(visit);
    }
  };
  operations.forEach(visit);
  return [...names].toSorted();
}

function schemaSection(name: string): string {
  const schema = resolve({ $ref: `#/components/schemas/${name}` });
  const parts = [schema, ...list(schema["allOf"]).map(resolve)];
  const required = new Set(parts.flatMap((part) => list(part["required"]).map(String)));
  const fields = parts.flatMap((part) => Object.entries(record(part["properties"] ?? {})));
  return [
    `### ${name} {#schema-${name.toLowerCase()}}`,
    prose(schema["description"]),
    fields.length === 0 ? typeOf(schema) : "",
    table(
      ["field", "type", "description"],
      fields.map(([field, value]) => [
        `\`${field}\`${required.has(field) ? "" : " (optional)"}`,
        typeOf(value),
        cell(resolve(value)["description"]),
      ]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Returns a type as readers of TypeScript write it. Named schemas are links to their section. */
function typeOf(value: unknown): string {
  const schema = node(value ?? {});
  const name = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  if (name !== undefined) return `[${name}](#schema-${name.toLowerCase()})`;
  const { type, items, format, const: constant, additionalProperties } = schema;
  const some = [...list(schema["anyOf"]), ...list(schema["oneOf"])];
  if (some.length > 0) return some.map(typeOf).join(" or ");
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  const values = list(schema["enum"]);
  if (values.length > 0) return values.map((each) => `\`${JSON.stringify(each)}\``).join(", ");
  if (type === "array") return `list of ${typeOf(items)}`;
  if (type === "object" && typeof additionalProperties === "object") return `object of ${typeOf(additionalProperties)}`;
  const [first] = list(schema["allOf"]);
  if (first !== undefined) return typeOf(first);
  const names = Array.isArray(type) ? type.join(" or ") : prose(type) || "any";
  return format === undefined ? names : `${names} (${prose(format)})`;
}

function resolve(value: unknown): Node {
  const { $ref, ...rest } = node(value ?? {});
  if ($ref === undefined) return rest;
  let target: unknown = document;
  for (const key of $ref.slice(2).split("/")) target = record(target)[key];
  return resolve({ ...node(target), ...rest });
}

function schemaName(reference: string): string | undefined {
  return /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Returns Markdown of the document without what Vue would take for markup. */
function prose(text: unknown): string {
  return typeof text === "string" ? text.trim().replaceAll("{{", "&#123;&#123;") : "";
}

function cell(text: unknown): string {
  return prose(text)
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

function anchorOf({ operationId }: Node): string {
  return `operation-${String(operationId)}`;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return node(value);
}

function node(value: unknown): Node {
  if (typeof value !== "object" || value === null)
    throw new TypeError(`${String(value)} is no object of the document.`);
  return Object.fromEntries(Object.entries(value));
}
