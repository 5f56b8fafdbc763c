import { hash, hashText } from "./ids.ts";
import type { DirectoryOptions, DirectoryPerson } from "../options.ts";

/** A generated person. */
export interface Person {
  username: string;
  first_name: string;
  last_name: string;
}

/** Given names from many places. Without accents, they are still distinct. */
const FIRST_NAMES: readonly string[] = list(`
  Aaliyah, Abena, Adaeze, Agnieszka, Aino, Akira, Alejandra, Amara, Amélie, Anaïs, Andrés, Anjali, Anneliese, Arjun,
  Astrid, Aylin, Bashir, Beatriz, Benedikt, Björn, Bongani, Brigid, Camila, Caoimhe, Cécile, Chiara, Chloë, Cosmin,
  Dagny, Daisuke, Danilo, Darya, Deepak, Delphine, Dimitra, Đức, Ebony, Eilidh, Ekaterina, Elif, Élodie, Emre, Enzo,
  Erlend, Esperanza, Farah, Fatou, Fernanda, Finnegan, Frøya, Gabriela, Georgios, Giulia, Goran, Gráinne, Greta,
  Gülşen, Haruka, Hassan, Håkon, Helga, Hina, Hiroshi, Ibrahim, Ilse, Imani, Ines, Ingeborg, Irina, Isidora, Ivan,
  Jadwiga, Jamal, Jasmin, Javier, Jiří, Joaquín, Johanna, José, Jürgen, Kaveh, Kenji, Khadija, Kiran, Klára, Kofi,
  Kwame, Lakshmi, Lars, Leila, Léo, Linh, Ljubica, Lorenzo, Lucía, Łukasz, Maëlle, Magnus, Maja, Malik, Marisol,
  Mateo, Matthias, Mbali, Mehmet, Mei, Milan, Minh, Mira, Mohammed, Mónica, Nadia, Naoko, Nia, Niamh, Nikolai,
  Nilufar, Noah, Noor, Oksana, Olu, Ondřej, Oscar, Øystein, Paloma, Parisa, Pedro, Petra, Priya, Quentin, Rafael,
  Rania, Ravi, Renée, Rhys, Ricardo, Rohan, Rosa, Ruairí, Sadia, Saga, Samir, Sanjay, Şebnem, Selma, Sergei, Siobhán,
  Sofia, Sören, Stelian, Sven, Tadeo, Tamara, Tariq, Thandi, Théo, Tomás, Ulrike, Uzoma, Valentina, Vikram, Vlad,
  Wanjiru, Wei, Xavier, Ximena, Yara, Yusuf, Zainab, Zeynep, Zofia, Zoë
`);

/** Family names, also distinct without accents. */
const LAST_NAMES: readonly string[] = list(`
  Abdullah, Achterberg, Adeyemi, Aguilar, Ahlström, Akhtar, Almeida, Andersen, Antonescu, Arslan, Asante, Bačić,
  Bakker, Banerjee, Barros, Bauer, Beaumont, Benítez, Bergström, Bianchi, Boateng, Brännström, Cabrera, Çelik,
  Chaudhry, Chen, Christodoulou, Cisneros, Colombo, Córdoba, Dąbrowski, Daly, Delacroix, Deshmukh, Diallo, Dimitrov,
  Dlamini, Domínguez, Eide, Ekström, El-Sayed, Eriksen, Espinoza, Fairweather, Fernandes, Ferrari, Fitzgerald,
  Fontaine, Friedrich, Fujimoto, Gallagher, García, Ghosh, Grigoryan, Guðmundsdóttir, Gupta, Haddad, Hakimi, Hansen,
  Haraldsson, Hernández, Hoàng, Holloway, Horváth, Hughes, Ibáñez, Ignatiev, Ito, Iyer, Jankowska, Jensen, Jovanović,
  Juárez, Kapoor, Karimi, Kavanagh, Keller, Khalil, Kim, Kovačević, Kowalczyk, Krüger, Kurosawa, Lambert, Larsen,
  Lebedev, Leclerc, Lindqvist, Lopes, López, Lungu, Mahlangu, Makarova, Marchetti, Martínez, Mbeki, McAllister,
  Mendoza, Meyer, Mihăilescu, Mishra, Moreau, Mukherjee, Müller, Murakami, Mwangi, Nagy, Nakamura, Ndiaye, Nguyễn,
  Nielsen, Novák, Nowak, Núñez, O'Brien, O'Connell, Öberg, Ochieng, Okafor, Okonkwo, Oliveira, Onyango, Ortega, Osei,
  Papadopoulos, Park, Patel, Pereira, Petrović, Phạm, Quintero, Qureshi, Rahman, Ramírez, Rasmussen, Reddy, Ribeiro,
  Rizzo, Rojas, Rossi, Sandoval, Santos, Sato, Schäfer, Schneider, Sharma, Šimunić, Singh, Sjöberg, Sokolov, Ståhl,
  Suleiman, Svoboda, Takahashi, Tanaka, Thorvaldsen, Tkachenko, Torres, Traoré, Tremblay, Ünal, Urbina, Van der Berg,
  Vargas, Vasiliou, Vega, Vidal, Vranckx, Wagner, Walczak, Wanjala, Weiss, Wójcik, Yamamoto, Yıldız, Yoon, Zając,
  Zheng, Zimmermann
`);

function list(names: string): string[] {
  return names.trim().split(/,\s+/);
}

const STREAM = hashText("people");
/** How many people have a username without a digit. */
export const PAIRS = FIRST_NAMES.length * LAST_NAMES.length;

/**
 * Generates the person with this number. Different numbers never have the same username, and each takes the same short time:
 * the numbers run through all pairs of names before a pair is used again, with a digit appended.
 */
export function generatePerson(seed: number, number: number): Person {
  const stride = strideOf(seed);
  const start = (hash(seed, STREAM, 1) >>> 0) % PAIRS;
  // The products stay far below 2^53.
  const pair = (start + (number % PAIRS) * stride) % PAIRS;
  const round = Math.floor(number / PAIRS);
  const first_name = FIRST_NAMES[pair % FIRST_NAMES.length] ?? "";
  const last_name = LAST_NAMES[Math.floor(pair / FIRST_NAMES.length)] ?? "";
  const username = `${toAscii(first_name)}.${toAscii(last_name)}${round === 0 ? "" : String(round + 1)}`;
  return { username, first_name, last_name };
}

/** Returns a step that is coprime to the number of pairs, so that it reaches each of them. */
function strideOf(seed: number): number {
  let stride = ((hash(seed, STREAM, 0) >>> 0) % PAIRS) | 1;
  while (greatestCommonDivisor(stride, PAIRS) !== 1) stride += 2;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Letters that do not decompose into an ASCII letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", å: "a" };

const asciiNames = new Map<string, string>();

/** Returns a name as it is written in a username. */
function toAscii(name: string): string {
  let letters = asciiNames.get(name);
  if (letters === undefined) {
    const lower = name.toLowerCase().replace(/[øłđðıßæå]/g, (letter) => LETTERS[letter] ?? letter);
    letters = lower.normalize("NFD").replace(/[^a-z0-9]/g, "");
    asciiNames.set(name, letters);
  }
  return letters;
}

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
