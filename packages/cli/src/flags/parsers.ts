/** Reads a whole number above 0. */
export function positiveInteger(text: string): number {
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new Error(`\`${text}\` is not a whole number above 0.`);
}
