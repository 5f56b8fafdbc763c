import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readFile } from "node:fs/promises";
import { expect, onTestFinished } from "vitest";
import { parse } from "yaml";
import type { FakeConnect, FakeServer, ListenOptions } from "../../src/index.ts";

/** A response of a control route. */
export interface ControlResponse {
  readonly status: number;
  readonly body: unknown;
}

/** Calls a control route, such as `"PATCH /users/mira"`. */
export type CallControl = (request: string, body?: unknown) => Promise<ControlResponse>;

/** Serves a fake until the end of the test. */
export async function serve(fake: FakeConnect, options: ListenOptions): Promise<FakeServer> {
  const server = await fake.listen(options);
  onTestFinished(() => server.close());
  return server;
}

/** Serves a fake with control routes. Every response is held against `openapi/fake-control.yaml`. */
export async function controlOf(fake: FakeConnect): Promise<CallControl> {
  const server = await serve(fake, { control: true });
  return async (request, body) => {
    const [method = "", path = ""] = request.split(" ");
    const response = await fetch(`${server.url}/__fake__${path}`, {
      method,
      headers: { authorization: `Key ${fake.apiKey}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const result = { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    await expectDocumented(method, path, result);
    return result;
  };
}

interface ControlDocument {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; content?: object }> }>>;
}

const folder = new URL("../../../../openapi/", import.meta.url);
const control = parse(await readFile(new URL("fake-control.yaml", folder), "utf8")) as ControlDocument;
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ ...control, $id: "http://documents.test/fake-control.yaml" });
ajv.addSchema({
  ...(parse(await readFile(new URL("connect.yaml", folder), "utf8")) as object),
  $id: "http://documents.test/connect.yaml",
});
const validators = new Map<string, ValidateFunction>();

async function expectDocumented(method: string, path: string, { status, body }: ControlResponse): Promise<void> {
  const sent = path.replace(/\?.*$/, "");
  const template = Object.keys(control.paths).find((known) => matches(known, sent));
  if (template === undefined) throw new Error(`${path} is not in fake-control.yaml.`);
  const response = control.paths[template]?.[method.toLowerCase()]?.responses[status];
  expect(response, `${method} ${template} has no response ${String(status)} in fake-control.yaml`).toBeDefined();
  const pointer =
    response?.$ref ??
    `#/paths/${template.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/${method.toLowerCase()}/responses/${String(status)}`;
  const hasContent = response?.$ref !== undefined || response?.content !== undefined;
  if (!hasContent) {
    expect(body).toBeUndefined();
    return;
  }
  const $ref = `http://documents.test/fake-control.yaml${pointer}/content/application~1json/schema`;
  let validator = validators.get($ref);
  if (validator === undefined) {
    validator = ajv.compile({ $ref });
    validators.set($ref, validator);
  }
  expect(validator(body) ? [] : validator.errors, `${method} ${path}: ${JSON.stringify(body)}`).toEqual([]);
}

function matches(template: string, path: string): boolean {
  const [parts, sent] = [template.split("/"), path.split("/")];
  return parts.length === sent.length && parts.every((part, index) => part.startsWith("{") || part === sent[index]);
}
