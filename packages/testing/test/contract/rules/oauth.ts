import { expect } from "vitest";
import { before, type RuleSet } from "../rule.ts";

/** OAuth integrations, the exchange of credentials, and service tokens. */
export const oauthRules: RuleSet = {
  subject: "OAuth integrations and service tokens",
  rules: [
    {
      fact: "a list of integrations is a plain array",
      evidence: "documented",
      unless: before("2024.08.0"),
      async check({ send }) {
        expect((await send("GET", "/v1/oauth/integrations")).text).toMatch(/^\[/);
      },
    },
    {
      fact: "viewers cannot list integrations",
      evidence: "documented",
      unless: before("2024.08.0"),
      async check(server) {
        const viewer = server.as(await server.createKey("viewer"));
        expect((await viewer("GET", "/v1/oauth/integrations")).status).toBe(403);
      },
    },
    {
      fact: "new content uses no integration",
      evidence: "observed",
      unless: before("2024.08.0"),
      async check(server) {
        const { guid } = await server.createContent();
        const path = `/v1/content/${String(guid)}/oauth/integrations/associations`;
        expect((await server.send("GET", path)).text.trim()).toBe("[]");
      },
    },
    {
      fact: "the caller's sessions are a plain array",
      evidence: "documented",
      unless: before("2024.08.0"),
      async check({ send }) {
        expect((await send("GET", "/v1/oauth/sessions")).text).toMatch(/^\[/);
      },
    },
    {
      fact: "an unknown token cannot be exchanged",
      evidence: "documented",
      unless: before("2024.08.0"),
      async check(server) {
        const form = new URLSearchParams({
          grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
          subject_token_type: "urn:posit:connect:user-session-token",
          subject_token: "nonsense",
        });
        const { refusal } = await server.sendForm("/v1/oauth/integrations/credentials", form);
        expect(refusal[1]).toBe(215);
      },
    },
    {
      fact: "service tokens are listed without their secrets",
      evidence: "documented",
      unless: before("2026.05.0"),
      async check({ send }) {
        const { list } = await send("GET", "/v1/system/service-tokens");
        expect(list.filter((token) => "key" in token && token["key"] !== "")).toEqual([]);
      },
    },
    {
      fact: "there are scopes for service tokens",
      evidence: "documented",
      unless: before("2026.05.0"),
      async check({ send }) {
        const { text } = await send("GET", "/v1/system/service-tokens/scopes");
        expect(text).toContain("identity:manage");
      },
    },
  ],
};
