import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type as system } from "node:os";
import { packageFolder } from "../measure/package-folder.ts";

/** Where and when something was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
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
    version: manifest.version,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** The machine in one sentence. */
export function machineSentence({ processor, cores, memory, system, node, version, date }: Machine): string {
  return `Measured on ${date} on ${processor}, ${cores} cores, ${memory}, ${system}, Node ${node}, packages at ${version}.`;
}
