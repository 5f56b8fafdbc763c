import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import type { HttpMethod } from "./operations.ts";

/** What a request consists of, beside its method and its URL. */
export interface RequestInput {
  headers?: Record<string, string> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** @throws {@link InvalidArgumentError} for headers and bodies that cannot be sent: the runtime's own error would quote them. */
export function createRequest(method: HttpMethod, url: string, { headers, body }: RequestInput): Request {
  const type = body === undefined ? undefined : { "content-type": "application/json" };
  try {
    return new Request(url, {
      method,
      headers: { ...type, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: "manual",
    });
  } catch {
    throw new InvalidArgumentError("The body or a header of the request cannot be sent.", {
      argument: "body",
      fix: "Pass a body that JSON can express, and headers without line breaks.",
    });
  }
}
