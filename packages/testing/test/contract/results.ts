import { allRules } from "./rules/all-rules.ts";

/** The results of the rules on each server. */
export class Results {
  readonly #targets: string[] = [];
  readonly #outcomes = new Map<string, string>();

  /** Records one result: `holds`, `broken`, or why the rule was not checked. */
  note(target: string, fact: string, outcome: string): void {
    if (!this.#targets.includes(target)) this.#targets.push(target);
    this.#outcomes.set(`${target}\n${fact}`, outcome);
  }

  /** Returns a Markdown table with a row for each rule and a column for each server. */
  toMarkdown(): string {
    const lines = [
      `| rule | known as | ${this.#targets.join(" | ")} |`,
      `| --- | --- |${" --- |".repeat(this.#targets.length)}`,
    ];
    for (const { subject, rules } of allRules) {
      for (const { fact, evidence } of rules) {
        const cells = this.#targets.map((target) => this.#outcomes.get(`${target}\n${fact}`) ?? "not run");
        lines.push(`| ${subject}: ${fact} | ${evidence} | ${cells.join(" | ")} |`);
      }
    }
    return `${lines.join("\n")}\n`;
  }
}
