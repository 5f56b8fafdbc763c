/**
 * The guids of a list, to tell who has been seen. A `Set` can do the same, but takes more than twice as long, and for 100,000 users
 * that is more than everything else that is done with a row (docs/decisions/0010).
 *
 * It is a hash table with open addressing, at most half full. What it spends its time on is memory that is not in the cache, so a
 * slot is looked at by one byte of the hash, and the guid itself only if that byte is right.
 */
export class GuidSet {
  #guids: string[] = [];
  /** Of each slot, 0 if it is free, otherwise some bits of the hash. */
  #tags = new Uint8Array(16);
  /** Of each slot that is taken, the index of its guid. */
  #indices = new Int32Array(16);

  /** How many there are. */
  get size(): number {
    return this.#guids.length;
  }

  /** Adds a guid. Says whether it is new. */
  add(guid: string): boolean {
    const tags = this.#tags;
    const indices = this.#indices;
    const hash = hashOf(guid);
    const tag = (hash >>> 24) | 1;
    const last = tags.length - 1;
    let slot = hash & last;
    for (; tags[slot] !== 0; slot = (slot + 1) & last) {
      if (tags[slot] === tag && this.#guids[Number(indices[slot])] === guid) return false;
    }
    tags[slot] = tag;
    indices[slot] = this.#guids.push(guid) - 1;
    this.makeRoom(this.size);
    return true;
  }

  /** Makes room for as many guids in all: a table that grows little by little is filled several times over. */
  makeRoom(count: number): void {
    if (2 * count <= this.#tags.length) return;
    const length = 2 ** Math.ceil(Math.log2(2 * count));
    const guids = this.#guids;
    this.#guids = [];
    this.#tags = new Uint8Array(length);
    this.#indices = new Int32Array(length);
    for (const guid of guids) this.add(guid);
  }
}

/** FNV-1a, its upper bits mixed into the lower ones, which say where to look. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}
