import { commandLines } from "./command-lines.ts";
import { installPeers } from "./install-peers.ts";
import { msw } from "./msw.ts";
import { openapiFetch } from "./openapi-fetch.ts";
import type { Peer, PeerResult } from "./peer.ts";
import { prism } from "./prism.ts";

const peers: readonly Peer[] = [openapiFetch, prism, msw, commandLines];

/** Installs the peers and does the same work with each. */
export async function comparePeers(tell: (name: string) => void): Promise<readonly PeerResult[]> {
  using installed = installPeers(peers.flatMap(({ packages }) => packages));
  const results: PeerResult[] = [];
  for (const peer of peers) {
    tell(peer.name);
    results.push(...(await peer.compare(installed)));
  }
  return results;
}
