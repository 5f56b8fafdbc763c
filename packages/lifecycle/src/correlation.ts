/** One correlation id per step, so that a report leads to the requests of the step in the server's log. */
import type { ConnectClient } from "@connect-sdk/api";
import { correlate, isObject } from "@connect-sdk/api/internal";

/** What is used of `AsyncLocalStorage`. */
interface Storage {
  run<Result>(id: string, work: () => Result): Result;
  getStore(): string | undefined;
}

/** Gives the requests of a step the same id. All ids of a run start alike. */
export class Correlation {
  readonly #run = crypto.randomUUID().slice(0, 24);
  readonly #storage: Storage | undefined;
  #steps = 0;

  /** @param client - the client of the steps. */
  constructor(client: ConnectClient | undefined) {
    this.#storage = client === undefined ? undefined : storageOf(client);
  }

  /** Returns the id of another step; `undefined` where requests cannot be told apart, as in browsers. */
  next(): string | undefined {
    if (this.#storage === undefined) return undefined;
    this.#steps++;
    return `${this.#run}${this.#steps.toString(16).padStart(12, "0")}`;
  }

  /** Executes work whose requests have the id. */
  run<Result>(id: string | undefined, work: () => Result): Result {
    return id === undefined || this.#storage === undefined ? work() : this.#storage.run(id, work);
  }
}

/**
 * The only storage of the process, from the first plan on. Node keeps every storage that was used and looks at each of them for
 * every promise, so one per client would slow down a server with many clients.
 */
let shared: Storage | undefined;

function storageOf(client: ConnectClient): Storage | undefined {
  const storage = (shared ??= createStorage());
  if (storage !== undefined) correlate(client, () => storage.getStore());
  return storage;
}

/** Node, Bun and Deno know which requests a step has started. */
function createStorage(): Storage | undefined {
  const process: unknown = Reflect.get(globalThis, "process");
  const load: unknown = isObject(process) ? process["getBuiltinModule"] : undefined;
  if (typeof load !== "function") return undefined;
  const module: unknown = Reflect.apply(load, process, ["node:async_hooks"]);
  const create: unknown = isObject(module) ? module["AsyncLocalStorage"] : undefined;
  const storage: unknown = typeof create === "function" ? Reflect.construct(create, []) : undefined;
  return isStorage(storage) ? storage : undefined;
}

function isStorage(value: unknown): value is Storage {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "run") === "function" &&
    typeof Reflect.get(value, "getStore") === "function"
  );
}
