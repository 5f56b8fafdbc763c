/** What went wrong with a connection, by the code of the runtime, and what to do about it. */

/** A connection that failed. */
export interface FailedConnection {
  /** The runtime's code, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
  readonly code: string;
  /** The runtime's words. Older versions of Node name some failures of a handshake only there. */
  readonly words: string;
  /** URL of the server, or of the proxy if that is the peer. */
  readonly url: URL;
  /** Whose certificate and TLS the code is about, such as `the proxy`. Default: `the server`. */
  readonly peer?: string | undefined;
  /** The proxy in between, without its password. */
  readonly proxy?: { readonly url: string; readonly variable: string } | undefined;
}

/** The cause of a failure as the end of a sentence, and its cure. */
export interface Explanation {
  readonly problem: string;
  readonly fix: string;
}

/** Explains a failed connection; `undefined` for a code that is not known. */
export function explainFailure(failure: FailedConnection): Explanation | undefined {
  const { code, words } = failure;
  const name = code === "EPROTO" || code === "" ? words.replaceAll(/[\s-]+/g, "_").toUpperCase() : code.toUpperCase();
  const row = FAILURES.find(({ codes }) => codes.test(name));
  if (row === undefined) return undefined;
  const explain = failure.proxy === undefined ? row.explain : (row.throughProxy ?? row.explain);
  const { problem, fix } = explain({ ...failure, peer: failure.peer ?? "the server" });
  return { problem: code === "" ? problem : `${problem} (${code})`, fix };
}

interface Row {
  /** Matches the code, in upper case. */
  readonly codes: RegExp;
  readonly explain: (failure: FailedConnection & { readonly peer: string }) => Explanation;
  /** Where a failed connection is the one to the proxy. */
  readonly throughProxy?: (failure: FailedConnection) => Explanation;
}

function always(problem: string, fix: string): () => Explanation {
  return () => ({ problem, fix });
}

function trust(peer: string): string {
  return (
    "Set CONNECT_CA_CERTIFICATE or NODE_EXTRA_CA_CERTS to the PEM file of the authority that signed it. " +
    `Your IT department or the administrator of ${peer} has this file.`
  );
}

/** The first match wins. The codes of certificates are those of OpenSSL's `X509_V_ERR_…` as Node spells them. */
const FAILURES: readonly Row[] = [
  {
    codes: /^CERT_HAS_EXPIRED$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate has expired`,
      fix: `Ask the administrator of ${peer} to renew it, and check this computer's clock.`,
    }),
  },
  {
    codes: /^CERT_NOT_YET_VALID$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate is not valid yet`,
      fix: `Check this computer's clock. If it is right, wait, or ask the administrator of ${peer} for a certificate that is valid now.`,
    }),
  },
  {
    codes: /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT)$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate is self-signed`,
      fix: `Set CONNECT_CA_CERTIFICATE or NODE_EXTRA_CA_CERTS to a PEM file with this certificate, or ask the administrator of ${peer} for one from an authority.`,
    }),
  },
  {
    codes: /^SELF_SIGNED_CERT_IN_CHAIN$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate comes from a private authority that is not trusted here`,
      fix: trust(peer),
    }),
  },
  {
    codes: /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/,
    explain: ({ peer }) => ({
      problem: `the authority that signed ${peer}'s certificate is not known here, or ${peer} does not send its intermediate certificates`,
      fix: `${trust(peer)} If it is a public authority, ask the administrator of ${peer} to install the complete chain.`,
    }),
  },
  {
    codes: /^(UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_UNTRUSTED|UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY)$/,
    explain: ({ peer }) => ({
      problem: `the authority that signed ${peer}'s certificate is not known here`,
      fix: trust(peer),
    }),
  },
  {
    codes: /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_FORMAT|IP_ADDRESS_MISMATCH)$/,
    explain: ({ url, peer }) => ({
      problem: `${peer}'s certificate is for another name than ${url.hostname}`,
      fix: `Use the name in the certificate as ${peer}'s URL, or ask the administrator of ${peer} for a certificate for ${url.hostname}.`,
    }),
  },
  {
    codes: /^CERT_REVOKED$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate was revoked`,
      fix: `Do not connect. Ask the administrator of ${peer} to replace the certificate.`,
    }),
  },
  {
    codes: /CRL/,
    explain: always(
      "the list of revoked certificates cannot be used",
      "Renew the list that is configured for Node.js, or remove it.",
    ),
  },
  {
    codes:
      /^(INVALID_CA|INVALID_NON_CA|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|INVALID_PURPOSE|CERT_REJECTED|PERMITTED_VIOLATION|EXCLUDED_VIOLATION)$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate was issued for another use, or by a certificate that may not issue it`,
      fix: `Ask the administrator of ${peer} for a certificate for a TLS server from a regular authority.`,
    }),
  },
  {
    codes: /^(CERT_SIGNATURE_FAILURE|UNABLE_TO_DECRYPT_CERT_SIGNATURE|ERROR_IN_CERT_NOT_(BEFORE|AFTER)_FIELD)$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate is damaged, or was not signed by the authority that it names`,
      fix: `Ask the administrator of ${peer} to install it again. If CONNECT_CA_CERTIFICATE names an old file of the authority, replace it.`,
    }),
  },
  {
    codes: /KEY_TOO_SMALL|MD_TOO_WEAK|(CA|EE|DH)_(KEY|MD)_|WEAK/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate or key is too weak for current TLS`,
      fix: `Ask the administrator of ${peer} for a certificate with at least 2048 bits and SHA-256.`,
    }),
  },
  {
    codes:
      /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_NO_CERTIFICATE|ALERT_UNKNOWN_CA|ALERT_CERTIFICATE_UNKNOWN|ALERT_CERTIFICATE_(EXPIRED|REVOKED)|ALERT_UNSUPPORTED_CERTIFICATE/,
    explain: ({ peer }) => ({
      problem: `${peer} requires a client certificate, which connect-users cannot send`,
      fix: `Ask the administrator of ${peer} for an address that accepts API keys without a client certificate.`,
    }),
  },
  {
    codes:
      /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER|BAD_RECORD_TYPE|UNEXPECTED_MESSAGE|UNKNOWN_PROTOCOL/,
    explain: ({ url }) => ({
      problem: `${url.host} does not speak https`,
      fix: `Use the URL from the browser's address bar: ${url.host} may be the port for http, or that of another program.`,
    }),
  },
  {
    codes: /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE/,
    explain: ({ peer }) => ({
      problem: `${peer} offers only versions of TLS that are no longer secure`,
      fix: `Ask the administrator of ${peer} to enable TLS 1.2 or 1.3.`,
    }),
  },
  {
    codes: /UNRECOGNIZED_NAME/,
    explain: ({ url, peer }) => ({
      problem: `${peer} has no certificate for ${url.hostname}`,
      fix: `Check the name in ${peer}'s URL, as in the browser's address bar.`,
    }),
  },
  {
    codes: /HANDSHAKE|NO_SHARED_CIPHER|LEGACY_RENEGOTIATION|ALERT|ERR_SSL|ERR_TLS|SSL_ROUTINES|UND_ERR_PRX_TLS/,
    explain: ({ peer }) => ({
      problem: `${peer} and this computer could not agree on an encrypted connection`,
      fix: `Check that the URL leads to Connect and not to another program. Ask the administrator of ${peer} whether TLS 1.2 or 1.3 is enabled, and whether a proxy in between inspects connections.`,
    }),
  },
  {
    codes: /CERT|SIGNED|ISSUER|^UNSPECIFIED$/,
    explain: ({ peer }) => ({
      problem: `${peer}'s certificate is not accepted`,
      fix: `Run \`connect-users doctor\` to see it. ${trust(peer)}`,
    }),
  },
  {
    codes: /^ENOTFOUND$/,
    explain: ({ url }) => ({
      problem: `there is no computer named ${url.hostname}`,
      fix: "Check the spelling of the server's URL. If the name is only known inside your organization, connect to its network or VPN.",
    }),
    throughProxy: ({ proxy }) => ({
      problem: "there is no computer with the name of the proxy",
      fix: `Check the name in ${proxy?.variable ?? "the proxy variable"}, or unset it if this network has no proxy.`,
    }),
  },
  {
    codes: /^(EAI_AGAIN|EAI_\w+)$/,
    explain: ({ url }) => ({
      problem: `the name ${url.hostname} could not be looked up`,
      fix: "Check this computer's network and DNS server, then run the command again.",
    }),
    throughProxy: ({ proxy }) => ({
      problem: "the name of the proxy could not be looked up",
      fix: `Check this computer's network and the name in ${proxy?.variable ?? "the proxy variable"}.`,
    }),
  },
  {
    codes: /^ECONNREFUSED$/,
    explain: ({ url }) => ({
      problem: `nothing accepts connections at ${url.host}`,
      fix: "Check the port in the server's URL, and that the server is running.",
    }),
    throughProxy: ({ proxy }) => ({
      problem: "the proxy does not accept connections",
      fix: `Check host and port in ${proxy?.variable ?? "the proxy variable"}, and that the proxy is running. If you can reach the server directly, add it to NO_PROXY.`,
    }),
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ENONET)$/,
    explain: always(
      "the server cannot be reached from this network",
      "Check this computer's network and VPN. If the network requires a proxy, set HTTPS_PROXY.",
    ),
    throughProxy: always("the proxy cannot be reached from this network", "Check this computer's network and VPN."),
  },
  {
    codes: /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|ESOCKETTIMEDOUT|ERR_TLS_HANDSHAKE_TIMEOUT)$/,
    explain: always(
      "the connection was not accepted in time",
      "Check the server's URL. A firewall may block the port: connect to your organization's network or VPN, or set HTTPS_PROXY if the network requires a proxy.",
    ),
    throughProxy: ({ proxy }) => ({
      problem: "the proxy did not accept the connection in time",
      fix: `Check host and port in ${proxy?.variable ?? "the proxy variable"}, and this computer's network.`,
    }),
  },
  {
    codes: /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/,
    explain: always(
      "the server accepted the request, but did not respond in time",
      "Run the command again later. CONNECT_REQUEST_TIMEOUT sets the time limit in seconds.",
    ),
  },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED|UND_ERR_ABORTED|UND_ERR_CLOSED|UND_ERR_DESTROYED)$/,
    explain: ({ url }) => ({
      problem: "the connection was closed before the response was complete",
      fix:
        url.protocol === "http:"
          ? "Run the command again. If it always fails, the port may require https: use the URL from the browser's address bar."
          : "Run the command again. If it always fails, a firewall or proxy in between may close the connection, or the server requires a client certificate.",
    }),
    throughProxy: ({ proxy }) => ({
      problem: "the proxy closed the connection before the response was complete",
      fix: `Run the command again. If it always fails, check ${proxy?.variable ?? "the proxy variable"}: the proxy may require https://, or may not connect to the server.`,
    }),
  },
  {
    codes: /^HPE_|DOES_NOT_MATCH_THE_HTTP/,
    explain: ({ url }) => ({
      problem: `${url.host} does not speak http`,
      fix: "Use the URL from the browser's address bar. The port may require https, or belong to another program.",
    }),
    throughProxy: ({ proxy }) => ({
      problem: "the proxy does not speak http",
      fix: `Check that ${proxy?.variable ?? "the proxy variable"} names an HTTP proxy: the port may be that of another program.`,
    }),
  },
  {
    codes: /^(EACCES|EPERM)$/,
    explain: always(
      "this computer does not allow the connection",
      "Check its firewall, and the network permissions of the container or sandbox that runs the command.",
    ),
  },
  {
    codes: /^(EMFILE|ENFILE)$/,
    explain: always("too many files and connections are open", "Lower --concurrency, or raise the limit (ulimit -n)."),
  },
];
