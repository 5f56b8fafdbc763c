import { type FetchFunction, normalizeServerUrl } from "@connect-sdk/api";
import type { OAuthToken, Session } from "@connect-sdk/api/oauth";
import { CliError } from "../errors.ts";
import {
  lockProfiles,
  type Profile,
  type ProfileStore,
  readCredential,
  readProfiles,
  updateSession,
} from "./profiles.ts";

/** The name under which the program registers itself, shown to the user who approves a sign-in. */
export const CLIENT_NAME = "connect-users";

/** What the requests of a session depend on. */
export interface SessionNetwork {
  readonly fetch: FetchFunction | undefined;
  /** Whether a server without https is accepted. */
  readonly insecure: boolean;
  readonly now: () => number;
}

/**
 * Turns the session of a profile into a credential. All processes share the session: one of them refreshes it at a time, stores
 * it, and the others read it. A session that has ended is removed from the profile.
 *
 * @throws CliError of kind `authentication` when the profile was edited so that its session would go to another server.
 */
export async function openSession(
  profile: Profile,
  session: Session,
  store: ProfileStore,
  network: SessionNetwork,
): Promise<OAuthToken> {
  if (normalizeServerUrl(profile.server) !== session.url) {
    throw new CliError(
      "authentication",
      `The session of profile \`${profile.name}\` belongs to ${session.url}; it is not sent to ${profile.server}.`,
      `Run \`connect-users login --profile ${profile.name}\`.`,
    );
  }
  const { oauthToken } = await import("@connect-sdk/api/oauth");
  return oauthToken(session, {
    clientName: CLIENT_NAME,
    fetch: network.fetch,
    insecure: network.insecure,
    clock: { now: network.now },
    lock: (refresh) => lockProfiles(store.env, refresh),
    reload: () => readStored(profile, store),
    onChange: (next) => updateSession(profile, next, store),
    onEnd: () => updateSession(profile, undefined, store),
  });
}

/** Returns the session as it is stored now; `undefined` if the profile was removed or has another credential. */
async function readStored({ name }: Profile, { env, keyring }: ProfileStore): Promise<Session | undefined> {
  const profile = (await readProfiles(env)).find((each) => each.name === name);
  if (profile?.kind !== "session" || profile.place === undefined) return undefined;
  return (await readCredential(profile, keyring)).session;
}
