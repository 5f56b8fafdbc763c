import type { AccountStatus, UserRole } from "@connect-sdk/api";
import { SortedList } from "./sorted-list.ts";
import { classesOf, classOf, CLASS_COUNT, type UserEntry } from "./user-entry.ts";
import { userOrders, type UserSort } from "./user-order.ts";

/** Which users, in which order. */
export interface UserQuery {
  /** Undefined for all. */
  roles?: readonly UserRole[] | undefined;
  /** Undefined for all. */
  statuses?: readonly AccountStatus[] | undefined;
  sort?: UserSort | undefined;
  ascending?: boolean | undefined;
  offset: number;
  limit: number;
}

/** Some of the users that a query finds, and how many it finds in all. */
export interface UserSelection {
  users: UserEntry[];
  total: number;
}

/** Finds pages of users by role and status, in any order. */
export class UserIndex {
  /** The default order is there from the start, the others from when they are first asked for. */
  readonly #orders = new Map<UserSort, SortedList<UserEntry>>();
  readonly #all: () => Iterable<UserEntry>;

  constructor(all: () => Iterable<UserEntry>) {
    this.#all = all;
    this.#order("first_name");
  }

  load(): void {
    const users = [...this.#all()];
    for (const order of this.#orders.values()) order.load(users);
  }

  add(user: UserEntry): void {
    for (const order of this.#orders.values()) order.add(user);
  }

  delete(user: UserEntry): void {
    for (const order of this.#orders.values()) order.delete(user);
  }

  recount(): void {
    for (const order of this.#orders.values()) order.recount();
  }

  count(roles?: readonly UserRole[], statuses?: readonly AccountStatus[]): number {
    return this.#order("first_name").count(classesOf(roles, statuses));
  }

  find({ roles, statuses, sort = "first_name", ascending, offset, limit }: UserQuery): UserSelection {
    const classes = classesOf(roles, statuses);
    const order = this.#order(sort);
    return { users: order.slice(classes, offset, limit, ascending), total: order.count(classes) };
  }

  #order(sort: UserSort): SortedList<UserEntry> {
    const existing = this.#orders.get(sort);
    if (existing !== undefined) return existing;
    const order = new SortedList(userOrders[sort], { classes: CLASS_COUNT, classOf });
    order.load([...this.#all()]);
    this.#orders.set(sort, order);
    return order;
  }
}
