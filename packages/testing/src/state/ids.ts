/** The kinds of things that the fake numbers. */
export type IdKind = (typeof ID_KINDS)[number];

const ID_KINDS = [
  "user",
  "group",
  "content",
  "key",
  "permission",
  "request",
  "audit",
  "integration",
  "integrationPermission",
  "oauthSession",
  "credential",
  "sessionToken",
  "serviceToken",
  "bundle",
  "task",
  "job",
  "killOrder",
  "tag",
  "visit",
  "oauthClient",
  "signIn",
  "authorizationCode",
  "deviceCode",
  "userCode",
  "tokenFamily",
  "refreshToken",
  "accessToken",
  "principal",
  "identityToken",
] as const;

/** The last number of each kind; part of a snapshot. */
export type IdCounters = Partial<Record<IdKind, number>>;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const KEY_LENGTH = 32;

/** Generates numbers, and guids and secrets that follow from the seed and a number, so that every run is the same. */
export class Ids {
  readonly #seed: number;
  readonly #firstSecret: string | undefined;
  readonly #counters = new Map<IdKind, number>();

  /** @param firstSecret - the first API key, from which all other secrets follow. By default they follow from the seed. */
  constructor(seed: number, firstSecret?: string) {
    this.#seed = seed;
    this.#firstSecret = firstSecret;
  }

  /** Continues from the counters of a snapshot. */
  load(counters: IdCounters): void {
    this.#counters.clear();
    for (const kind of ID_KINDS) if (counters[kind] !== undefined) this.#counters.set(kind, counters[kind]);
  }

  get counters(): IdCounters {
    return Object.fromEntries(this.#counters);
  }

  /** Returns the next number of a kind, from 1. */
  next(kind: IdKind): number {
    const number = (this.#counters.get(kind) ?? 0) + 1;
    this.#counters.set(kind, number);
    return number;
  }

  /** Returns the guid with this number, a valid version 4 UUID. */
  guid(kind: IdKind, number: number): string {
    const stream = STREAMS[kind];
    const a = hash(this.#seed, stream, number);
    const b = (hash(a, stream + 1, number) & 0xffff0fff) | 0x4000;
    const c = (hash(b, stream + 2, number) & 0x3fffffff) | 0x80000000;
    const d = hash(c, stream + 3, number);
    writeHex(a, 0, 8);
    writeHex(b >>> 16, 9, 4);
    writeHex(b, 14, 4);
    writeHex(c >>> 16, 19, 4);
    writeHex(c, 24, 4);
    writeHex(d, 28, 8);
    return String.fromCharCode(...guidCodes);
  }

  /** Returns the API key or token with this number. No snapshot needs to contain it. */
  secret(number: number, kind: IdKind = "key"): string {
    const stream = STREAMS[kind] + number;
    if (this.#firstSecret === undefined) return keyOf((index) => hash(this.#seed, stream, index));
    if (kind === "key" && number === 1) return this.#firstSecret;
    // Four numbers of 32 bits, so that a key is as hard to guess as the first one.
    const seeds = [0, 1, 2, 3].map((salt) => hashText(`${String(salt)} ${this.#firstSecret ?? ""}`));
    return keyOf((index) => hash(seeds[index % seeds.length] ?? 0, stream, index));
  }

  /** Returns the id with this number, a string of letters and digits. It is no secret. */
  token(kind: IdKind, number: number, length: number): string {
    return keyOf((index) => hash(this.#seed, STREAMS[kind] + number, index), length);
  }
}

/** Returns a random API key. */
export function randomKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(KEY_LENGTH));
  return keyOf((index) => random[index] ?? 0);
}

/** Returns the key whose letters are given by 32-bit numbers. */
function keyOf(numberAt: (index: number) => number, length = KEY_LENGTH): string {
  let key = "";
  for (let index = 0; index < length; index++) {
    key += ALPHABET.charAt((numberAt(index) >>> 0) % ALPHABET.length);
  }
  return key;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns whether a string has the format of a guid. */
export function isGuid(text: string): boolean {
  return UUID.test(text);
}

/** Returns a well-mixed 32-bit number that depends on nothing but its arguments. */
export function hash(seed: number, stream: number, index: number): number {
  return finish(absorb(absorb(seed | 0, stream), index));
}

/** Returns a number in [0, 1) that depends on nothing but its arguments. */
export function fraction(seed: number, stream: number, index: number): number {
  return (hash(seed, stream, index) >>> 0) / 0x1_0000_0000;
}

/** Returns a number for a string, for use as a `stream`. */
export function hashText(text: string): number {
  let state = 0;
  for (let index = 0; index < text.length; index++) state = absorb(state, text.charCodeAt(index));
  return finish(state);
}

// The rounds of MurmurHash3.
function absorb(state: number, value: number): number {
  let scrambled = Math.imul(value | 0, 0xcc9e2d51);
  scrambled = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const mixed = state ^ scrambled;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const STREAMS: Record<IdKind, number> = {
  user: hashText("user"),
  group: hashText("group"),
  content: hashText("content"),
  key: hashText("key"),
  permission: hashText("permission"),
  request: hashText("request"),
  audit: hashText("audit"),
  integration: hashText("integration"),
  integrationPermission: hashText("integrationPermission"),
  oauthSession: hashText("oauthSession"),
  credential: hashText("credential"),
  sessionToken: hashText("sessionToken"),
  serviceToken: hashText("serviceToken"),
  bundle: hashText("bundle"),
  task: hashText("task"),
  job: hashText("job"),
  killOrder: hashText("killOrder"),
  tag: hashText("tag"),
  visit: hashText("visit"),
  oauthClient: hashText("oauthClient"),
  signIn: hashText("signIn"),
  authorizationCode: hashText("authorizationCode"),
  deviceCode: hashText("deviceCode"),
  userCode: hashText("userCode"),
  tokenFamily: hashText("tokenFamily"),
  refreshToken: hashText("refreshToken"),
  accessToken: hashText("accessToken"),
  principal: hashText("principal"),
  identityToken: hashText("identityToken"),
};

const codesOf = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
/** Guids are assembled in this array, because joining many short strings is slow. */
const guidCodes = codesOf("00000000-0000-0000-0000-000000000000");
const HEX = codesOf("0123456789abcdef");

/** Writes the lowest hexadecimal digits of a number into `guidCodes`. */
function writeHex(word: number, start: number, digits: number): void {
  for (let digit = 0; digit < digits; digit++) {
    guidCodes[start + digit] = HEX[(word >>> (4 * (digits - 1 - digit))) & 0xf] ?? 0;
  }
}
