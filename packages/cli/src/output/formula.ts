/**
 * Makes a cell harmless for a spreadsheet: text that it would run as a formula gets a leading apostrophe.
 *
 * Text that already has apostrophes before such a beginning gets one more, so that {@link restoreFormula} always knows what
 * to take away: `=1` becomes `'=1`, and `'=1` becomes `''=1`. Other text, such as `'t Hooft`, stays as it is.
 */
export function defuseFormula(text: string): string {
  return PERHAPS_DEFUSED.test(text) ? `'${text}` : text;
}

/** Undoes {@link defuseFormula}: `restoreFormula(defuseFormula(text))` is `text`, whatever it is. */
export function restoreFormula(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}

// What makes Excel, LibreOffice, Sheets or Numbers run a cell; Numbers does it for the full-width forms as well.
const START = "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]";
const PERHAPS_DEFUSED = new RegExp(`^'*${START}`);
const DEFUSED = new RegExp(`^'+${START}`);
