/** A well-mixed 32-bit number that depends on all three numbers and on nothing else. */
export function hash(seed: number, stream: number, index: number): number {
  return finish(absorb(absorb(seed | 0, stream), index));
}

/** A number in [0, 1) that depends on all three numbers and on nothing else. */
export function fraction(seed: number, stream: number, index: number): number {
  return (hash(seed, stream, index) >>> 0) / 0x1_0000_0000;
}

/** A number for a text, for use as a stream. */
export function hashText(text: string): number {
  let state = 0;
  for (let index = 0; index < text.length; index++) state = absorb(state, text.charCodeAt(index));
  return finish(state);
}

function absorb(state: number, value: number): number {
  let scrambled = Math.imul(value | 0, 0xcc9e2d51);
  scrambled = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const mixed = state ^ scrambled;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
