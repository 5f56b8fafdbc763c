import { describe, expect, test } from "vitest";
import { failureOf, type Respond, stubClient } from "./support/stub-client.ts";

/** Returns the error of a call whose `fetch` throws, and how often it was called. */
async function thrownBy(exception: unknown): Promise<{ error: unknown; calls: number }> {
  let calls = 0;
  const respond: Respond = () => {
    calls++;
    throw exception;
  };
  const { api } = stubClient(respond, { retry: { clock: { sleep: () => Promise.resolve() } } });
  return { error: await failureOf(api.GET("/v1/user")), calls };
}

describe("an exception of a custom fetch that is no failed connection", () => {
  test.each<[what: string, exception: unknown]>([
    [
      "the signal of Next.js to render on demand",
      Object.assign(new Error("Dynamic server usage"), { digest: "DYNAMIC_SERVER_USAGE" }),
    ],
    ["a SyntaxError", new SyntaxError("Unexpected token")],
    ["an error with a foreign code", Object.assign(new Error("no"), { code: "E_QUOTA" })],
    ["a string", "stop"],
    ["undefined", undefined],
    ["an AbortError of its own", new DOMException("stop", "AbortError")],
    ["an object without a prototype", Object.assign(Object.create(null) as object, { a: 1 })],
  ])("%s propagates unchanged, once", async (_, exception) => {
    const { error, calls } = await thrownBy(exception);
    expect(error).toBe(exception);
    expect(calls).toBe(1);
  });

  test("propagates unchanged from the body of a response", async () => {
    const exception = new Error("Decoder failed");
    const { api, requests } = stubClient(
      () => new Response(new ReadableStream({ pull: () => Promise.reject(exception) })),
    );
    expect(await failureOf(api.GET("/v1/user"))).toBe(exception);
    expect(requests).toHaveLength(1);
  });

  test("of a plugin propagates unchanged, once", async () => {
    const exception = Object.assign(new Error("no"), { code: "ECONNRESET" });
    let calls = 0;
    const plugin = {
      name: "failing",
      per: "attempt" as const,
      fetch: () => {
        calls++;
        return Promise.reject(exception);
      },
    };
    const { api } = stubClient(() => new Response(), { plugins: [plugin] });
    expect(await failureOf(api.GET("/v1/user"))).toBe(exception);
    expect(calls).toBe(1);
  });

  test("that is no response is reported as such", async () => {
    const { api, requests } = stubClient(() => Reflect.get({}, "none") as Response);
    expect(await failureOf(api.GET("/v1/user"))).toMatchObject({
      name: "ConnectError",
      message: "The custom fetch returned no response. Return the response, even where it is an error.",
    });
    expect(requests).toHaveLength(1);
  });
});

describe("a failed connection is a NetworkError and retried", () => {
  test.each<[what: string, exception: unknown, code: string | undefined]>([
    ["a TypeError of the platform", new TypeError("Failed to fetch"), undefined],
    ["a TypeError of another realm", Object.assign(new Error("Load failed"), { name: "TypeError" }), undefined],
    [
      "ECONNREFUSED of node-fetch",
      Object.assign(new Error("failed"), { code: "ECONNREFUSED", type: "system" }),
      "ECONNREFUSED",
    ],
    [
      "a premature close of node-fetch",
      Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" }),
      "ERR_STREAM_PREMATURE_CLOSE",
    ],
    [
      "UND_ERR_SOCKET of undici",
      new TypeError("fetch failed", {
        cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }),
      }),
      "UND_ERR_SOCKET",
    ],
    [
      "ConnectionRefused of Bun",
      Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }),
      "ECONNREFUSED",
    ],
    [
      "a certificate",
      Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ],
    ["ERR_NETWORK of axios", Object.assign(new Error("Network Error"), { code: "ERR_NETWORK" }), "ERR_NETWORK"],
  ])("%s", async (_, exception, code) => {
    const { error, calls } = await thrownBy(exception);
    expect(error).toMatchObject({ name: "NetworkError", code, cause: exception });
    expect(calls).toBe(3);
  });
});

describe("a hostile exception causes no other error", () => {
  const cyclic = (): Error => {
    const error = new TypeError("fetch failed");
    error.cause = error;
    return error;
  };
  const throwing = (): Error => {
    const error = new TypeError("fetch failed");
    for (const name of ["stack", "message", "cause", "code"]) {
      Object.defineProperty(error, name, {
        get() {
          throw new RangeError(name);
        },
      });
    }
    return error;
  };
  const deep = (): Error => {
    let error = new Error("the deepest");
    for (let depth = 0; depth < 50_000; depth++) error = new Error("deep", { cause: error });
    return new TypeError("fetch failed", { cause: error });
  };
  const refusing = (): object =>
    new Proxy(
      {},
      {
        ownKeys() {
          throw new RangeError();
        },
      },
    );
  test.each<[what: string, exception: () => unknown]>([
    ["a cause that is a circle", cyclic],
    ["getters that throw", throwing],
    ["a chain of 50,000 causes", deep],
    ["a message of 50 MB", () => new TypeError("x".repeat(5e7))],
    [
      "a large object",
      () =>
        Object.assign(new TypeError("fetch failed"), {
          data: Array.from({ length: 300_000 }, (_, index) => ({ index })),
        }),
    ],
    ["a proxy that throws", () => new TypeError("fetch failed", { cause: refusing() })],
    ["a message that is no string", () => Object.assign(new TypeError(), { message: Symbol("no") })],
  ])("%s", async (_, exception) => {
    const { error } = await thrownBy(exception());
    expect(error).toMatchObject({ name: "NetworkError" });
    expect(String(error).length).toBeLessThan(2_000);
  });
});
