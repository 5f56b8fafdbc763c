import { describe, expect, it } from "vitest";
import { documentedFetch } from "./documented-fetch.ts";

const USER = {
  email: "mira.okafor@example.com",
  username: "mira",
  first_name: "Mira",
  last_name: "Okafor",
  user_role: "publisher",
  created_time: "2025-03-04T09:12:45Z",
  updated_time: "2025-06-18T14:03:10Z",
  active_time: null,
  confirmed: true,
  locked: false,
  guid: "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
};
const API = "https://connect.example/rsc/__api__";

/** Returns the checked response of a server that always sends the given one. */
async function check(request: string, response: Response): Promise<Response> {
  const [method = "", path = ""] = request.split(" ");
  const checked = documentedFetch({ url: "https://connect.example/rsc", fetch: () => Promise.resolve(response) });
  return checked(`${API}${path}`, { method });
}

const json = (status: number, body: unknown) => Response.json(body, { status });

describe("documentedFetch", () => {
  it("passes on a documented response, unread", async () => {
    const response = await check("GET /v1/user", json(200, USER));
    await expect(response.json()).resolves.toEqual(USER);
  });

  it.each<[string, string, Response]>([
    ["an undocumented status", "GET /v1/user", json(201, USER)],
    ["a missing field", "GET /v1/user", json(200, { ...USER, guid: undefined })],
    ["an undocumented field", "GET /v1/user", json(200, { ...USER, preferences: {} })],
    ["an unknown role", "GET /v1/user", json(200, { ...USER, user_role: "admin" })],
    ["a malformed time", "GET /v1/user", json(200, { ...USER, created_time: "yesterday" })],
    [
      "an undocumented media type",
      "GET /v1/user",
      new Response("<html>", { headers: { "content-type": "text/html" } }),
    ],
    ["an envelope with a fourth key", "GET /v1/users", json(200, { results: [], current_page: 1, total: 0, x: 1 })],
    ["an invalid entry of a list", "GET /v1/users", json(200, { results: [{}], current_page: 1, total: 1 })],
    ["an undocumented body", "POST /v1/users/abc/lock", json(200, {})],
    ["an error without a code", "GET /v1/users/abc", json(404, { error: "gone" })],
    ["a deprecated endpoint without its header", "POST /v1/experimental/bootstrap", json(200, { api_key: "k" })],
    ["an undocumented error", "GET /v1/users/remote", json(502, { code: 1, error: "", payload: null })],
  ])("fails on %s", async (_what, request, response) => {
    await expect(check(request, response)).rejects.toThrow(/returned/);
  });

  it.each<[string, string, Response]>([
    ["users as CSV", "GET /v1/users", new Response("a,b", { headers: { "content-type": "text/csv; charset=utf-8" } })],
    ["an empty 204", "DELETE /v1/groups/abc", new Response(null, { status: 204 })],
    ["an error envelope", "GET /v1/users/abc", json(404, { code: 4, error: "gone", payload: null })],
    ["a locked user's key", "GET /v1/users/abc", json(403, { code: 50, error: "locked", payload: null })],
    ["an undocumented path", "GET /me", json(200, { anything: true })],
  ])("accepts %s", async (_what, request, response) => {
    await expect(check(request, response)).resolves.toBe(response);
  });
});
