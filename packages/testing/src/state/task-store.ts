/** A finished task. Nothing in the fake takes time. */
export interface StoredTask {
  readonly id: string;
  /** The user that started it. */
  readonly userGuid: string;
  readonly output: readonly string[];
}

/** Number of tasks that are kept, the newest. */
const MAXIMUM_TASKS = 1_000;

/** The tasks of a server. */
export class TaskStore {
  readonly #byId = new Map<string, StoredTask>();

  /** Returns every task, in order of creation. */
  all(): Iterable<StoredTask> {
    return this.#byId.values();
  }

  get(id: string): StoredTask | undefined {
    return this.#byId.get(id);
  }

  add(task: StoredTask): void {
    this.#byId.set(task.id, task);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MAXIMUM_TASKS && oldest !== undefined) this.#byId.delete(oldest);
  }
}
