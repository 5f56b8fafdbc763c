/** Text with something at its end that ends a sentence, so that another can follow. */
export function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
