import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type as system } from "node:os";
import { packageFolder } from "../measure/package-folder.ts";

/** Where and when something was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** How many processes wanted a core before the measuring began, on average of a minute. */
  readonly load: number;
  /** The version of the packages. */
  readonly version: string;
  readonly date: string;
}

/** This machine, now. */
export function describeMachine(): Machine {
  // A manifest of our own.
  const manifest = JSON.parse(readFileSync(`${packageFolder("users")}package.json`, "utf8")) as { version: string };
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${system()} ${release().replace(/-.*/, "")}`,
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
    version: manifest.version,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** The machine in a sentence or two. */
export function machineSentence({ processor, cores, memory, system, node, version, date, load }: Machine): string {
  const busy = load > cores / 2 ? ` It had other work meanwhile: a load of ${load.toFixed(1)}.` : "";
  return `Measured on ${date} on ${processor}, ${cores} cores, ${memory}, ${system}, Node ${node}, packages at ${version}.${busy}`;
}
