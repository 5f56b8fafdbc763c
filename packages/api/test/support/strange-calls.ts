/** Calls that the compiler would refuse. */
import { InvalidArgumentError } from "@connect-sdk/api";
import { expect } from "vitest";
import { USER } from "./records.ts";
import { failureOf, stubClient } from "./stub-client.ts";

export const { api, requests } = stubClient(() => Response.json(USER));
export const url = "https://connect.example.com";

/** Calls a function as JavaScript does: with arguments that the compiler would refuse. */
export function untyped(call: unknown, ...args: readonly unknown[]): unknown {
  return call instanceof Function ? (Reflect.apply(call, api, args) as unknown) : undefined;
}

export function method(name: string, ...args: readonly unknown[]): unknown {
  return untyped(Reflect.get(api, name), ...args);
}

/** Returns the error of a call, and checks that nothing was sent. */
export async function refused(call: () => unknown): Promise<InvalidArgumentError> {
  const sent = requests.length;
  const error = await failureOf((async () => call())());
  expect(requests).toHaveLength(sent);
  if (error instanceof InvalidArgumentError) return error;
  throw error;
}
