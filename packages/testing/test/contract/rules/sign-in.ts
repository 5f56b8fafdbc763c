import { expect } from "vitest";
import { METADATA_PATH, postForm, register } from "../../support/oauth-client.ts";
import { readResponse } from "../../support/response.ts";
import { before, type RuleSet } from "../rule.ts";
import type { Server } from "../server.ts";

/** Signing users in with OAuth. Administrators can switch it off: then there is no metadata, and the rules about it hold. */
export const signInRules: RuleSet = {
  subject: "signing in with OAuth",
  rules: [
    {
      fact: "the metadata names this server as the issuer, and S256",
      evidence: "assumed",
      unless: before("2026.02.0"),
      async check(server) {
        const metadata = await metadataOf(server);
        if (metadata === undefined) return;
        expect(metadata["issuer"]).toBe(server.target.url);
        expect(metadata["token_endpoint"]).toBe(`${server.target.url}/oauth/v1/token`);
        expect(metadata["code_challenge_methods_supported"]).toContain("S256");
      },
    },
    {
      fact: "registering again returns the same client, without a secret",
      evidence: "observed",
      unless: before("2026.02.0"),
      async check(server) {
        if ((await metadataOf(server))?.["registration_endpoint"] === undefined) return;
        const client = { client_name: server.name("contract"), redirect_uris: ["http://127.0.0.1/callback"] };
        const [first, again] = [await register(server.target, client), await register(server.target, client)];
        const id = String(first.body["client_id"]);
        try {
          expect(again.body["client_id"]).toBe(id);
          expect(first.body).not.toHaveProperty("client_secret");
          const { list } = await server.send("GET", "/v1/oauth/clients?page_size=500");
          expect(list.map(({ client_id }) => client_id)).toContain(id);
        } finally {
          await server.send("DELETE", `/v1/oauth/clients/${id}`);
        }
        expect((await server.send("GET", `/v1/oauth/clients/${id}`)).status).toBe(404);
      },
    },
    {
      fact: "a redirect to another machine cannot be registered",
      evidence: "observed",
      unless: before("2026.02.0"),
      async check(server) {
        if ((await metadataOf(server))?.["registration_endpoint"] === undefined) return;
        const client = { client_name: server.name("contract"), redirect_uris: ["https://evil.example.com/callback"] };
        expect((await register(server.target, client)).status).toBe(400);
      },
    },
    {
      fact: "errors of the token endpoint have the envelope of OAuth",
      evidence: "assumed",
      unless: before("2026.02.0"),
      async check(server) {
        if ((await metadataOf(server)) === undefined) return;
        const form = { grant_type: "refresh_token", refresh_token: "nonsense", client_id: "nonsense" };
        const { status, body } = await postForm(server.target, "token", form);
        expect([status, body["error"]]).toEqual([401, "invalid_client"]);
      },
    },
    {
      fact: "an unknown access token is refused with 401",
      evidence: "assumed",
      unless: before("2026.02.0"),
      async check(server) {
        const { url, fetch } = server.target;
        const headers = { authorization: "Bearer nonsense" };
        expect((await fetch(`${url}/__api__/v1/user`, { headers })).status).toBe(401);
      },
    },
    {
      fact: "clients are listed in an envelope with a page number and the total",
      evidence: "documented",
      unless: before("2026.02.0"),
      async check({ send }) {
        const { body } = await send("GET", "/v1/oauth/clients");
        expect(Object.keys(body).toSorted()).toEqual(["current_page", "results", "total"]);
      },
    },
  ],
};

async function metadataOf({ target }: Server): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { status, body } = await readResponse(await target.fetch(`${target.url}${METADATA_PATH}`));
  return status === 200 && typeof body["token_endpoint"] === "string" ? body : undefined;
}
