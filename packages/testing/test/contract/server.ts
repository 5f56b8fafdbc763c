import { readResponse, type ClientResponse } from "../support/response.ts";

/** The server to test. */
export interface Target {
  readonly name: string;
  readonly url: string;
  /** The API key of an administrator. */
  readonly apiKey: string;
  readonly fetch: typeof fetch;
}

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<ClientResponse>;

/** A server under test. Rules only touch what they created, and everything that can be deleted is deleted again. */
export class Server {
  readonly target: Target;
  /** The administrator whose key is used. */
  readonly me: string;
  readonly hasPasswords: boolean;
  readonly #version: string;
  readonly #mark: string;
  #count = 0;
  #leftovers: (() => Promise<unknown>)[] = [];

  private constructor(target: Target, me: string, version: string, hasPasswords: boolean) {
    this.target = target;
    this.me = me;
    this.hasPasswords = hasPasswords;
    this.#version = version;
    this.#mark = Date.now().toString(36);
  }

  /** Connects to a server and reads its properties. Throws if the key does not belong to an administrator. */
  static async reach(target: Target): Promise<Server> {
    const me = await send(target, target.apiKey)("GET", "/v1/user");
    if (me.body["user_role"] !== "administrator") {
      throw new Error(
        `${target.name}: the rules need an administrator's key, and this one got ${me.status} ${me.text}`,
      );
    }
    const { body } = await send(target, target.apiKey)("GET", "/server_settings");
    const authentication = JSON.stringify(body["authentication"] ?? {});
    const version = typeof body["version"] === "string" ? body["version"] : "";
    return new Server(target, String(me.body["guid"]), version, authentication.includes('"Posit Connect"'));
  }

  /** Returns whether the server has at least this version; false if it hides its version. */
  isAtLeast(version: string): boolean {
    return toNumber(this.#version) >= toNumber(version);
  }

  /** Sends a request with the administrator's key. */
  readonly send: Send = (...request) => send(this.target, this.target.apiKey)(...request);

  /** Sends a form with the administrator's key. */
  async sendForm(path: string, form: URLSearchParams): Promise<ClientResponse> {
    const { url, apiKey, fetch } = this.target;
    const init = { method: "POST", headers: { authorization: `Key ${apiKey}` }, body: form };
    return readResponse(await fetch(`${url}/__api__${path}`, init));
  }

  /** Sends a request with another key, or none. */
  as(key: string | null): Send {
    return send(this.target, key);
  }

  /** Returns a name that is unique on the server. */
  name(stem: string): string {
    return `${stem}_${this.#mark}_${String(++this.#count)}`;
  }

  /** Creates a user. Users cannot be deleted, so `cleanUp` locks it. */
  async createUser(details: Record<string, unknown> = {}): Promise<ClientResponse["body"]> {
    const username = this.name("contract");
    const user = { username, email: `${username}@example.com`, password: `pass ${username}`, ...details };
    const created = await this.send("POST", "/v1/users", user);
    const lock = `/v1/users/${String(created.body["guid"])}/lock`;
    return this.#created(created, () => this.send("POST", lock, { locked: true }));
  }

  async createGroup(): Promise<ClientResponse["body"]> {
    const created = await this.send("POST", "/v1/groups", { name: this.name("contract") });
    return this.#created(created, () => this.send("DELETE", `/v1/groups/${String(created.body["guid"])}`));
  }

  async createContent(): Promise<ClientResponse["body"]> {
    const created = await this.send("POST", "/v1/content", {});
    return this.#created(created, () => this.send("DELETE", `/v1/content/${String(created.body["guid"])}`));
  }

  /** Creates a tag, below another one if its id is given. */
  async createTag(parent_id?: unknown): Promise<ClientResponse["body"]> {
    const created = await this.send("POST", "/v1/tags", { name: this.name("contract"), parent_id });
    return this.#created(created, () => this.send("DELETE", `/v1/tags/${String(created.body["id"])}`));
  }

  /** Creates a key of the administrator with a lower role. */
  async createKey(user_role: string): Promise<string> {
    const path = `/v1/users/${this.me}/keys`;
    const created = await this.send("POST", path, { name: this.name("contract"), user_role });
    const body = this.#created(created, () => this.send("DELETE", `${path}/${String(created.body["id"])}`));
    return String(body["key"]);
  }

  /** Deletes everything that was created, newest first. */
  async cleanUp(): Promise<void> {
    const leftovers = this.#leftovers.reverse();
    this.#leftovers = [];
    for (const remove of leftovers) await remove();
  }

  #created(answer: ClientResponse, remove: () => Promise<unknown>): ClientResponse["body"] {
    if (answer.status !== 200)
      throw new Error(`${this.target.name}: creating was answered with ${answer.status} ${answer.text}`);
    this.#leftovers.push(remove);
    return answer.body;
  }
}

function send({ url, fetch }: Target, key: string | null): Send {
  return async (method, path, body, extra) => {
    const headers = new Headers(extra);
    if (key !== null) headers.set("authorization", `Key ${key}`);
    const isArchive = body instanceof Uint8Array;
    if (body !== undefined) headers.set("content-type", isArchive ? "application/gzip" : "application/json");
    const init = { method, headers, ...(body !== undefined && { body: isArchive ? body : JSON.stringify(body) }) };
    return readResponse(await fetch(`${url}/__api__${path}`, init));
  };
}

function toNumber(version: string): number {
  const [year = 0, month = 0, patch = 0] = version.split(/[.-]/).map(Number);
  return (year * 100 + month) * 1000 + patch;
}
