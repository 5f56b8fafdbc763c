import { kebabCase } from "../command-line/flags.ts";

/** The command line that these flags and arguments came from, ready to be typed again. */
export function commandLine(name: string, args: readonly string[], flags: object): string {
  const words = Object.entries(flags).flatMap(([flag, value]: [string, unknown]): string[] => {
    const option = `--${kebabCase(flag)}`;
    if (value === true) return [option];
    if (typeof value === "string")
      return value.startsWith("-") && value !== "-" ? [`${option}=${value}`] : [option, value];
    if (typeof value === "number") return [option, String(value)];
    return Array.isArray(value) ? [option, value.join(flag === "fields" ? "," : "|")] : [];
  });
  return ["connect-users", name, ...args, ...words].map(quote).join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
