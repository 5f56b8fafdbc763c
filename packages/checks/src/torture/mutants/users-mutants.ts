import { mutantsOf } from "./sources.ts";

/** Mistakes in the object model: something that it promises and would no longer do. */
export const usersMutants = mutantsOf("users", {
  "src/user.ts": [
    ["if (!force && this.guid ===", "if (this.guid ===", "even force does not lock the own account"],
    ["throw new SelfLockError(this)", "void new SelfLockError(this)", "the own account is locked unasked"],
    ["if (Object.keys(body).length === 0) throw new EmptyUpdateError();", "", "an update of nothing is sent"],
    ["this.#merge({ locked });", "", "the object does not know that it is locked"],
    ["body: { locked }", "body: { locked: true }", "unlocking locks"],
    ["if (!(name in record)) Reflect.deleteProperty(this, name);", "", "a field that is gone stays after a refresh"],
    ["return Object.assign({}, this, this.#hidden);", "return Object.assign({}, this);", "JSON loses a field"],
  ],
  "src/users.ts": [
    ["{ limit: 1, signal }", "{ signal }", "findOne reads everybody"],
    ["page_number: 1, page_size: 1 }", "page_number: 1, page_size: 500 }", "count asks for rows"],
    ["isApiError(cause, { code: 120 })", "false", "a directory server's refusal is not explained"],
    ["this.#session.leaveOut(data.guid);", "", "a loop that creates users never ends"],
  ],
  "src/find-user.ts": [
    ['prefix: prefix === "" ? undefined : prefix', "prefix", "an empty prefix is sent"],
    ["values.every(isKnown)", "values.some(isKnown)", "one known role lets a misspelt one pass"],
  ],
  "src/search-users.ts": [
    ["if (rows.length < size || rows.length === limit) return;", "return;", "a search ends at 500"],
    ["distance(user) < Infinity", "true", "a search finds everybody"],
    ["distance(a) - distance(b)", "distance(b) - distance(a)", "the least similar come first"],
  ],
  "src/look-up-user.ts": [
    ["user.username === username", "user.username.startsWith(username)", "a lookup takes whoever begins alike"],
    ["if (others.length > 0 && found !== undefined)", "if (false)", "of several the first is taken"],
    ["user.email.toLowerCase() === email.toLowerCase()", "user.email === email", "addresses distinguish upper case"],
  ],
  "src/session.ts": [
    ["this.#groups = undefined;", "", "groups are read once and never again"],
    ["(this.#ownGuid ??= await", "(await", "who one is, is asked each time"],
    ["status: 403, code: 22", "status: 403", "whoever may not ask who they are may lock themselves"],
  ],
  "src/shared-call.ts": [
    ["if (--call.waiting === 0) {", "if (--call.waiting >= 0) {", "one caller's cancelling cancels everybody's"],
    ["signal?.throwIfAborted();", "", "a cancelled call starts"],
  ],
  "src/user-content.ts": [
    ["data.filter(({ owner_guid }) => owner_guid === this.#owner)", "data", "other people's content is handed out"],
    ["if (data.owner_guid === this.#owner) return data;", "return data;", "get hands out other people's content"],
  ],
  "src/find-group.ts": [
    [
      "data.results.find(({ name }) => name === group)",
      "data.results[0]",
      "the first group that begins alike is taken",
    ],
  ],
  "src/with-fallback.ts": [
    [
      "isApiError(error, refusal)",
      "true",
      "a group whose members cannot be read looks empty; a lookup hides a refusal",
    ],
  ],
  "src/group-index.ts": [["else known.push(group);", "", "everybody is in one group only"]],
  "src/remote-user.ts": [
    ["return Object.assign({}, this, this.#hidden);", "return Object.assign({}, this);", "JSON loses a field"],
    ['hideWhenInspected(this, { temp_ticket: "…" });', "", "the console shows a ticket"],
  ],
  "src/user-fields.ts": [
    ["if (name !== FIELDS[index++]) return false;", "index++;", "fields that this version does not know are lost"],
  ],
  "src/user-keys.ts": [["slice(-4)", "slice(0)", "a new key is printed whole"]],
  "src/listing/sweep.ts": [
    ["wanted -= fresh.length;", "", "a limit is not kept over several pages"],
    ["(!source.shrinks && seen.size >= most)", "!source.shrinks", "whoever was passed over is not looked for"],
    ["inLastLook.size < least", "false", "pages that never add up look like a shorter list"],
  ],
  "src/listing/guid-set.ts": [
    [
      "=== guid) return false;",
      "!== undefined) return false;",
      "users whose guids look alike to a hash are taken for one",
    ],
    ["for (const guid of guids) this.add(guid);", "", "whoever was seen is forgotten when the list grows"],
  ],
  "src/listing/span.ts": [
    [
      "endOf(window) >= window.total",
      "window.rows.length < window.size",
      "a short page is taken for the end of the list",
    ],
  ],
  "src/connect.ts": [
    [
      'options.url ?? required("CONNECT_SERVER", "url")',
      'required("CONNECT_SERVER", "url")',
      "the url option is ignored",
    ],
  ],
  "src/environment-variable.ts": [['value !== "" ? value', "true ? value", "an empty variable counts"]],
});
