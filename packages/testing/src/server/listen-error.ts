/** The fake could not be bound to the address that was asked for. The message says which, and what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** The system's code, such as `EADDRINUSE`. */
  readonly code: string;
  readonly host: string;
  readonly port: number;

  constructor(cause: NodeJS.ErrnoException, host: string, port: number) {
    const code = cause.code ?? "unknown";
    super(describe(code, cause.message, host, port), { cause });
    this.code = code;
    this.host = host;
    this.port = port;
  }
}

function describe(code: string, reason: string, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `${host}:${port} is already in use; choose another port, or 0 for any free one`;
    case "EACCES":
      return `not permitted to listen on ${host}:${port}; ports from 1024 on need no privileges, and 0 means any free one`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `cannot listen on host ${host}: it is not an address of this machine; 127.0.0.1 always is`;
    default:
      return `cannot listen on ${host}:${port}: ${reason}`;
  }
}
