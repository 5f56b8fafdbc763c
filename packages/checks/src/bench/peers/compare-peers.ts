import { msw, openapiFetch } from "./in-process.ts";
import { installPeers, type Peer, type PeerResult } from "./peer.ts";
import { commandLines, prism } from "./programs.ts";

/** Installs the peers and does the same work with each. */
export async function comparePeers(announce: (name: string) => void): Promise<readonly PeerResult[]> {
  const peers: readonly Peer[] = [openapiFetch, prism, msw, commandLines];
  using installed = installPeers(peers.flatMap(({ packages }) => packages));
  const results: PeerResult[] = [];
  for (const peer of peers) {
    announce(peer.name);
    results.push(...(await peer.compare(installed)));
  }
  return results;
}
