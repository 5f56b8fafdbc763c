/** The parts of this package that are not in the initial download of a page. Bundlers make a file of each `import()`. */
import { ConnectError, describeRequest, isConnectError, NetworkError } from "./errors.ts";
import type * as Failures from "./failures.ts";
import type { Endpoints } from "./generated/endpoints.ts";
import type { CallContext } from "./plugin.ts";
import { crossesOrigins } from "./url.ts";

let failures: Promise<typeof Failures> | undefined;

/** Loads what explains failures and decides about retries. Called at the first call, because the network can be what fails. */
export async function loadFailures(): Promise<typeof Failures> {
  failures ??= load("The description of the failure", "The request was sent.", import("./failures.ts"));
  try {
    return await failures;
  } catch (error) {
    // The next failure tries again.
    failures = undefined;
    throw error;
  }
}

/** Loads the operations of the document that `@connect-sdk/users` does not call. */
export async function loadFurtherEndpoints(): Promise<Endpoints> {
  const part = import("./generated/further-endpoints.ts");
  return (await load("The description of the endpoint", "Nothing was sent.", part)).furtherEndpoints;
}

/**
 * Returns the error for an exception of `fetch` or of a body, see `fromException`. Where the network has failed before that was
 * loaded, it is a `NetworkError` that says less.
 */
export async function explain(url: string, exception: unknown, context: CallContext): Promise<unknown> {
  if (isConnectError(exception)) return exception;
  try {
    return (await loadFailures()).fromException(url, exception, context, crossesOrigins(url));
  } catch (error) {
    if (!(exception instanceof TypeError)) return error;
    const { method, redact } = context;
    return new NetworkError(redact(`${describeRequest(method, url)} received no response.`), {
      method,
      url: redact(url),
      fix: "Check the URL, that the server is running, and the network in between (VPN, proxy).",
    });
  }
}

async function load<Part>(what: string, state: string, part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new ConnectError(`${what} could not be loaded. ${state}`, {
      fix: "Check that all files of the application can be downloaded, then call it again.",
      cause,
    });
  }
}
