import type { Unit } from "../row.ts";

/** Work that somebody else's program does as well. */
export interface Peer {
  readonly name: string;
  /** The npm packages to install, with their versions. */
  readonly packages: readonly string[];
  /** Does the same work here and there. */
  compare(installed: InstalledPeers): Promise<readonly PeerResult[]>;
}

/** Where peers were installed. */
export interface InstalledPeers {
  /** The folder, without a slash at its end. */
  readonly folder: string;
  /** Writes a file into the folder and returns its path. */
  write(name: string, text: string): string;
}

/** A comparison; medians. */
export interface PeerResult {
  readonly work: string;
  readonly peer: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: Unit;
}
