/** Takes the client's credential out of a text. */
export type Redact = (text: string) => string;

/** Remembers what must not appear in any error. */
export interface Secrets {
  add(secret: string): void;
  redact: Redact;
}

/**
 * A memory of secrets. It keeps the latest few, since tokens are replaced from time to time, and leaves out what is too short to
 * be one: taking out `key` would garble more than it hides.
 */
export function createSecrets(): Secrets {
  let known: readonly string[] = [];
  return {
    add(secret) {
      if (secret.length > 7 && !known.includes(secret)) known = [secret, ...known.slice(0, 3)];
    },
    redact: (text) => known.reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text),
  };
}
