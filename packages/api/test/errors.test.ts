import { describe, expect, test } from "vitest";
import { type ApiError, isApiError, isConnectError } from "@connect-sdk/api";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, NOT_FOUND } from "./support/records.ts";

async function errorFor(status: number, body: unknown = NOT_FOUND, headers: HeadersInit = {}): Promise<ApiError> {
  const { api } = stubClient(() => Response.json(body, { status, headers }), { retry: false });
  const error = await failureOf(api.GET("/v1/users/{guid}", { params: { path: { guid: GUID } } }));
  if (!isApiError(error)) throw new Error("not an ApiError", { cause: error });
  return error;
}

describe("an error response", () => {
  test.each([
    [400, "InvalidRequestError"],
    [401, "AuthenticationError"],
    [402, "InvalidRequestError"],
    [403, "PermissionError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [422, "InvalidRequestError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [503, "ServerError"],
    [599, "ServerError"],
  ])("%d is thrown as %s", async (status, name) => {
    const error = await errorFor(status);
    expect(error.name).toBe(name);
    expect(String(error)).toMatch(new RegExp(`^${name}: `));
    expect(error.status).toBe(status);
  });

  test("carries everything that an administrator may need", async () => {
    const error = await errorFor(
      409,
      { code: 8, error: "Taken.", payload: { username: "jo" } },
      { "x-correlation-id": "abc" },
    );
    expect(error).toMatchObject({
      code: 8,
      payload: { username: "jo" },
      operationId: "getUser",
      method: "GET",
      url: `https://connect.example.com/__api__/v1/users/${GUID}`,
      correlationId: "abc",
    });
  });

  test("says what failed, the status, the server's message, and what to do", async () => {
    const error = await errorFor(404);
    expect(error.message).toBe(
      `GET /v1/users/${GUID} failed with status 404: The requested object does not exist (code 4). ${error.fix}`,
    );
    expect(error.fix).toMatch(/^Check .*\.$/);
  });

  test("says so when Connect did not send the response", async () => {
    expect((await errorFor(403, [])).message).toContain("without an error from Connect");
  });

  test.each([[], null, 7, "text", { code: "4", error: 7 }, { error: "" }])(
    "is created even from the body %j",
    async (body) => {
      expect(await errorFor(404, body)).toMatchObject({ name: "NotFoundError", code: undefined });
    },
  );

  test("passes on codes that this version does not know", async () => {
    expect((await errorFor(400, { code: 9999, error: "New." })).code).toBe(9999);
  });

  test("escapes characters that could rewrite a terminal or reverse the line", async () => {
    const { message } = await errorFor(400, { code: 1, error: "a\u001b[2Jb\r\nc\u202ed\u2028e" });
    expect(message).toContain(String.raw`a\u001b[2Jb c\u202ed e`);
  });

  test.each([
    ["120", 120],
    ["-1", undefined],
    ["soon", undefined],
    ["1.5", undefined],
    ["", undefined],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
  ])("understands Retry-After: %s", async (header, seconds) => {
    expect((await errorFor(429, {}, { "retry-after": header })).retryAfter).toBe(seconds);
  });
});

describe("isConnectError", () => {
  test("recognizes the error of another installed copy", () => {
    const brand = Symbol.for("@connect-sdk/ConnectError");
    expect(isConnectError(Object.assign(new Error("other copy"), { [brand]: "NotFoundError" }))).toBe(true);
  });

  test.each([new Error("no"), null, undefined, "text", {}])("rejects %s", (value) => {
    expect(isConnectError(value)).toBe(false);
  });
});

describe("isApiError", () => {
  test("narrows by status and by code", async () => {
    const error = await errorFor(404);
    expect(isApiError(error, { status: 404 })).toBe(true);
    expect(isApiError(error, { status: 409 })).toBe(false);
    expect(isApiError(error, { code: 4 })).toBe(true);
    expect(isApiError(error, { status: 404, code: 9 })).toBe(false);
  });

  test("is false for an unusable response", async () => {
    const { api } = stubClient(() => new Response("<html>"));
    expect(isApiError(await failureOf(api.GET("/v1/user")))).toBe(false);
  });
});
