import { type Handler, compose } from "../compose.ts";
import type { ConnectClientOptions } from "../options.ts";
import type { ConnectPlugin } from "../plugin.ts";
import { createSecrets } from "../secrets.ts";
import { transport } from "../transport.ts";
import { correlationId } from "./correlation-id.ts";
import { credentials } from "./credentials.ts";
import { deadline } from "./deadline.ts";
import { deprecationNotice } from "./deprecation-notice.ts";
import { redirects } from "./redirects.ts";
import { type ParsedBodies, responseCheck } from "./response-check.ts";
import { retry } from "./retry.ts";
import { timeout } from "./timeout.ts";
import { userAgent } from "./user-agent.ts";

/**
 * Assembles the onion around the plugins that were added. The order, and why:
 *
 * - `response-check` is outermost, so that plugins see answers and only the caller sees errors made of them;
 * - `deadline` holds everything that can take time;
 * - `deprecation-notice`, `correlation-id` and `user-agent` are per call: one notice, one id for all attempts;
 * - what was added per call stands before `retry`, what was added per attempt behind it;
 * - `timeout` holds one attempt, and sends a copy of the request: what is added behind it is not seen before it;
 * - `credentials` is behind everything that was added, so none of that sees the key;
 * - `redirects` follows within the origin only, with the key that the request has.
 */
export function standardPlugins(url: string, options: ConnectClientOptions, bodies: ParsedBodies) {
  const secrets = createSecrets();
  const outside = [
    responseCheck(bodies, secrets.redact),
    deadline(),
    ...(options.onDeprecated === false ? [] : [deprecationNotice(options.onDeprecated)]),
    correlationId(),
    userAgent([options.userAgent, "connect-sdk"].filter(Boolean).join(" ")),
  ];
  const inside = [timeout(), credentials(url, options, secrets), redirects(secrets.redact)];
  return (added: readonly ConnectPlugin[]): Handler => {
    const perAttempt = added.filter(({ per }) => per === "attempt");
    const perCall = added.filter(({ per }) => per !== "attempt");
    return compose(
      [...outside, ...perCall, retry(), ...perAttempt, ...inside],
      // Without other plugins the response check is the only reader.
      transport(options.fetch, added.length > 0, secrets.redact),
    );
  };
}
