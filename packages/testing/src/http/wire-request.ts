/** A request as it was sent, whatever it came by. */
export interface WireRequest {
  readonly method: string;
  /** Scheme and host by which the client knows the server. */
  readonly origin: string;
  /** From the server's root, as it was sent: percent-encoded, without the query. */
  readonly path: string;
  /** What follows the question mark; empty if nothing does. */
  readonly query: string;
  /** Fires when the client does not wait any longer. */
  readonly signal: AbortSignal;
  /** The value of a header, by its name in lower case; null if it was not sent. */
  header(name: string): string | null;
  /** The body; empty if there is none. */
  text(): Promise<string>;
}
