import type { PermissionRecord } from "@connect-sdk/api";

/** Which users and groups were given access to which content. */
export class PermissionStore {
  readonly #byContent = new Map<string, PermissionRecord[]>();
  readonly #contentOf = new Map<string, Set<string>>();
  revision = 0;

  /** Returns every permission, grouped by content. */
  *all(): Iterable<PermissionRecord> {
    for (const permissions of this.#byContent.values()) yield* permissions;
  }

  /** Returns the permissions for one item, in order of creation. */
  ofContent(contentGuid: string): readonly PermissionRecord[] {
    return this.#byContent.get(contentGuid) ?? [];
  }

  /** Returns the guids of the items that a user or group was given access to. */
  contentOf(principalGuid: string): Iterable<string> {
    return this.#contentOf.get(principalGuid) ?? [];
  }

  get(contentGuid: string, id: string): PermissionRecord | undefined {
    return this.ofContent(contentGuid).find((permission) => permission.id === id);
  }

  forPrincipal(contentGuid: string, principalGuid: string): PermissionRecord | undefined {
    return this.ofContent(contentGuid).find((permission) => permission.principal_guid === principalGuid);
  }

  add(permission: PermissionRecord): void {
    this.revision++;
    const { content_guid, principal_guid } = permission;
    this.#byContent.set(content_guid, [...this.ofContent(content_guid), permission]);
    this.#contentOf.set(principal_guid, new Set(this.contentOf(principal_guid)).add(content_guid));
  }

  /** Replaces the permission with the same id. */
  replace(permission: PermissionRecord): void {
    this.revision++;
    const { content_guid, id } = permission;
    const before = this.get(content_guid, id);
    if (before !== undefined) this.#contentOf.get(before.principal_guid)?.delete(content_guid);
    this.#byContent.set(
      content_guid,
      this.ofContent(content_guid).map((other) => (other.id === id ? permission : other)),
    );
    this.#contentOf.set(
      permission.principal_guid,
      new Set(this.contentOf(permission.principal_guid)).add(content_guid),
    );
  }

  delete({ content_guid, principal_guid, id }: PermissionRecord): void {
    this.revision++;
    this.#byContent.set(
      content_guid,
      this.ofContent(content_guid).filter((other) => other.id !== id),
    );
    this.#contentOf.get(principal_guid)?.delete(content_guid);
  }

  /** Removes every permission of a user or group. */
  deletePrincipal(principalGuid: string): void {
    for (const contentGuid of [...this.contentOf(principalGuid)]) {
      const permission = this.forPrincipal(contentGuid, principalGuid);
      if (permission !== undefined) this.delete(permission);
    }
  }

  deleteContent(contentGuid: string): void {
    for (const permission of this.ofContent(contentGuid)) this.delete(permission);
    this.#byContent.delete(contentGuid);
  }
}
