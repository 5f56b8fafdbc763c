import type { DirectoryOptions, DirectoryPerson } from "../options.ts";
import { hash, hashText } from "./ids.ts";
import { generatePerson, PAIRS } from "./people.ts";

/** How often a ticket of each entry was used; part of a snapshot. */
export type UsedTickets = Readonly<Record<string, number>>;

const DEFAULT_PEOPLE = 25;
const DEFAULT_GROUPS = 5;
const TICKET_STREAM = hashText("ticket");
const GROUP_NAMES = ["analysts", "engineering", "finance", "research", "support", "marketing", "operations", "quality"];

/** The directory behind providers such as LDAP: its people and groups, and the tickets that turn them into users and groups. */
export class Directory {
  readonly people: readonly DirectoryPerson[];
  readonly groups: readonly string[];
  readonly #seed: number;
  readonly #used = new Map<string, number>();

  constructor(seed: number, { people = DEFAULT_PEOPLE, groups = DEFAULT_GROUPS }: DirectoryOptions) {
    this.#seed = seed;
    this.people =
      typeof people === "number"
        ? Array.from({ length: Math.min(people, PAIRS) }, (_, index) => generateDirectoryPerson(seed, index))
        : people;
    this.groups = typeof groups === "number" ? Array.from({ length: groups }, (_, index) => groupName(index)) : groups;
  }

  get usedTickets(): UsedTickets {
    return Object.fromEntries(this.#used);
  }

  load(used: UsedTickets): void {
    for (const [entry, count] of Object.entries(used)) this.#used.set(entry, count);
  }

  ticketForPerson(person: DirectoryPerson): string {
    return this.#ticket(`person ${person.external_id}`);
  }

  ticketForGroup(name: string): string {
    return this.#ticket(`group ${name}`);
  }

  /** Returns the person that a ticket stands for. The ticket stays valid. */
  personOf(ticket: string): DirectoryPerson | undefined {
    return this.people.find((person) => this.ticketForPerson(person) === ticket);
  }

  groupOf(ticket: string): string | undefined {
    return this.groups.find((name) => this.ticketForGroup(name) === ticket);
  }

  /** Invalidates a person's ticket. The next search returns a new one. */
  usePerson(person: DirectoryPerson): void {
    this.#markUsed(`person ${person.external_id}`);
  }

  useGroup(name: string): void {
    this.#markUsed(`group ${name}`);
  }

  #markUsed(entry: string): void {
    this.#used.set(entry, (this.#used.get(entry) ?? 0) + 1);
  }

  #ticket(entry: string): string {
    const stream = TICKET_STREAM ^ hashText(entry);
    const uses = this.#used.get(entry) ?? 0;
    return [0, 1, 2, 3].map((part) => hexWord(hash(this.#seed + part, stream, uses))).join("");
  }
}

/** Users are numbered from the other end, so that the directory has different people unless there are very many of both. */
const LAST_PERSON = PAIRS - 1;

function generateDirectoryPerson(seed: number, index: number): DirectoryPerson {
  const { username, first_name, last_name } = generatePerson(seed, LAST_PERSON - index);
  return {
    username,
    email: `${username}@example.com`,
    first_name,
    last_name,
    external_id: `uid=${username},ou=people,dc=example,dc=com`,
  };
}

function groupName(index: number): string {
  const name = GROUP_NAMES[index % GROUP_NAMES.length] ?? "group";
  const round = Math.floor(index / GROUP_NAMES.length);
  return round === 0 ? name : `${name}-${round + 1}`;
}

function hexWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
