/** Takes the client's credential out of a text. */
export type Redact = (text: string) => string;

/** Remembers what must not appear in any error. */
export interface Secrets {
  add(secret: string): void;
  redact: Redact;
}

/** A memory of secrets; it keeps the latest few, since tokens are replaced from time to time. */
export function createSecrets(): Secrets {
  let known: readonly string[] = [];
  return {
    add(secret) {
      if (!known.includes(secret)) known = [secret, ...known.slice(0, 3)];
    },
    redact: (text) => known.reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text),
  };
}
