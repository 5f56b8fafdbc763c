import type { components } from "@connect-sdk/api/schema";

type Schemas = components["schemas"];

/** Users and groups that may use an integration. */
export type IntegrationPermission = Schemas["OAuthIntegrationPermission"];

/** A connection to another service. Secret settings are not part of it: nothing in the fake needs them. */
export type StoredIntegration = Pick<
  Schemas["OAuthIntegration"],
  "id" | "guid" | "created_time" | "updated_time" | "name" | "description" | "config"
> & { template: string; auth_type: string; permissions: IntegrationPermission[] };

/** A content item that uses an integration. */
export interface StoredAssociation {
  readonly content_guid: string;
  readonly integration_guid: string;
  readonly created_time: string;
}

/** A user's sign-in to the service behind an integration. */
export type StoredOAuthSession = Schemas["OAuthSession"] & {
  user_guid: string;
  /** The number of the current credential, from which its secret follows. */
  credential: number;
  credential_expires_at: string;
};

/** The integrations of a server, the content that uses them, and the sessions of users. */
export class OAuthStore {
  readonly #integrations = new Map<string, StoredIntegration>();
  readonly #associations = new Map<string, readonly StoredAssociation[]>();
  readonly #sessions = new Map<string, StoredOAuthSession>();

  /** Returns every integration, in order of creation. */
  integrations(): Iterable<StoredIntegration> {
    return this.#integrations.values();
  }

  integration(guid: string): StoredIntegration | undefined {
    return this.#integrations.get(guid);
  }

  /** Adds an integration, or replaces the one with the same guid. */
  putIntegration(integration: StoredIntegration): void {
    this.#integrations.set(integration.guid, integration);
  }

  /** Removes an integration with its associations and sessions. */
  deleteIntegration({ guid }: StoredIntegration): void {
    this.#integrations.delete(guid);
    for (const { content_guid } of this.associationsWith(guid)) {
      this.associate(
        content_guid,
        this.associationsOf(content_guid).filter(({ integration_guid }) => integration_guid !== guid),
      );
    }
    for (const session of [...this.#sessions.values()]) {
      if (session.oauth_integration_guid === guid) this.deleteSession(session);
    }
  }

  /** Returns the associations of all content. */
  associations(): StoredAssociation[] {
    return [...this.#associations.values()].flat();
  }

  associationsOf(contentGuid: string): readonly StoredAssociation[] {
    return this.#associations.get(contentGuid) ?? [];
  }

  associationsWith(integrationGuid: string): StoredAssociation[] {
    return this.associations().filter(({ integration_guid }) => integration_guid === integrationGuid);
  }

  /** Replaces the associations of a content item. */
  associate(contentGuid: string, associations: readonly StoredAssociation[]): void {
    if (associations.length === 0) this.#associations.delete(contentGuid);
    else this.#associations.set(contentGuid, associations);
  }

  /** Returns every session, in order of creation. */
  sessions(): Iterable<StoredOAuthSession> {
    return this.#sessions.values();
  }

  session(guid: string): StoredOAuthSession | undefined {
    return this.#sessions.get(guid);
  }

  /** Returns the newest session of a user with an integration. */
  sessionOf(userGuid: string, integrationGuid: string): StoredOAuthSession | undefined {
    return [...this.#sessions.values()].findLast(
      ({ user_guid, oauth_integration_guid }) => user_guid === userGuid && oauth_integration_guid === integrationGuid,
    );
  }

  /** Adds a session, or replaces the one with the same guid. */
  putSession(session: StoredOAuthSession): void {
    this.#sessions.set(session.guid, session);
  }

  deleteSession({ guid }: StoredOAuthSession): void {
    this.#sessions.delete(guid);
  }
}
