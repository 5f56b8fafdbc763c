import { createFakeConnect } from "@connect-sdk/testing";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer as createPlainServer, type Server } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import { connect as connectSocket, createServer as createSocketServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { jsonError, run, runOnNetwork } from "./support/cli.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

let fake = createFakeConnect();
beforeEach(() => {
  fake = createFakeConnect();
});

describe.skipIf(!hasOpenssl)("the certificate of a server", { timeout: 30_000 }, () => {
  let folder: string;
  let authority: Authority;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "connect-users-"));
    authority = await createAuthority(folder);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });
  const privateAuthority = (variable = "CONNECT_CA_CERTIFICATE") => ({ [variable]: authority.file });

  describe("without an authority, signed by itself,", () => {
    const serve = async () => await listen(await authority.selfSigned());

    test("gets no request, and the error says which file to trust", async () => {
      const outcome = await runOnNetwork(["count"], await serve());

      expect(outcome).toMatchObject({ code: 1, stdout: "" });
      expect(outcome.stderr).toMatch(/^error: .*certificate is self-signed.*\nfix: .*CONNECT_CA_CERTIFICATE.*\n$/);
      expect(fake.requests).toHaveLength(0);
    });

    test("is trusted with CONNECT_CA_CERTIFICATE", async () => {
      const files = await authority.selfSigned();
      const env = { ...(await listen(files)), CONNECT_CA_CERTIFICATE: files.certFile };

      expect(await runOnNetwork(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    });

    test("is accepted with --insecure, with a warning", async () => {
      const { code, stdout, stderr } = await runOnNetwork(["count", "--insecure"], await serve());

      expect({ code, stdout }).toEqual({ code: 0, stdout: "1\n" });
      expect(stderr).toMatch(/^warning: .*certificate/);
    });
  });

  describe("from a private authority", () => {
    test.each(["CONNECT_CA_CERTIFICATE", "NODE_EXTRA_CA_CERTS"])("is trusted with %s", async (variable) => {
      const env = { ...(await listen(await authority.sign("good"))), ...privateAuthority(variable) };

      expect(await runOnNetwork(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    });

    test("is trusted with NODE_EXTRA_CA_CERTS even if CONNECT_CA_CERTIFICATE names another one", async () => {
      const { certFile } = await authority.selfSigned();
      const env = { ...(await listen(await authority.sign("good"))), ...privateAuthority("NODE_EXTRA_CA_CERTS") };

      expect((await runOnNetwork(["count"], { ...env, CONNECT_CA_CERTIFICATE: certFile })).code).toBe(0);
    });

    test("without the variable is explained with it", async () => {
      const outcome = await runOnNetwork(["count", "--json"], await listen(await authority.sign("good")));

      expect(outcome.code).toBe(1);
      expect(jsonError(outcome).message).toMatch(
        /the authority that signed the server's certificate is not known here.*\((UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)\)\.$/,
      );
      expect(jsonError(outcome).fix).toMatch(/NODE_EXTRA_CA_CERTS.*authority that signed it/);
    });

    test.each([
      ["expired", /has expired/, /renew it/],
      ["future", /not valid yet/, /clock/],
      ["other-name", /for another name than 127\.0\.0\.1/, /name in the certificate/],
    ] as const)("that is %s has its own cure", async (kind, problem, fix) => {
      const env = { ...(await listen(await authority.sign(kind))), ...privateAuthority() };
      const outcome = await runOnNetwork(["count", "--json"], env);

      expect(outcome.code).toBe(1);
      expect(jsonError(outcome).message).toMatch(problem);
      expect(jsonError(outcome).fix).toMatch(fix);
      expect(jsonError(outcome).fix).not.toMatch(/\bhttp\b/);
      expect(fake.requests).toHaveLength(0);
    });

    test("of a proxy is not taken for the server's", async () => {
      const { CONNECT_SERVER: proxy = "" } = await listen(await authority.selfSigned());
      const env = {
        ...privateAuthority(),
        CONNECT_SERVER: "https://connect.example.com",
        CONNECT_API_KEY: fake.apiKey,
        HTTPS_PROXY: proxy,
      };
      for (const argv of [["count", "--json"], ["doctor"]]) {
        const { code, stdout, stderr } = await runOnNetwork(argv, env);

        expect(code).toBe(1);
        expect(stdout + stderr).toContain(`through ${proxy}: the proxy's certificate is self-signed`);
        expect(stdout + stderr).not.toContain("the server's certificate");
      }
    });

    test.each(["proxy", "server"])("of a proxy is read once, however often a %s is tried", async (rejected) => {
      const server = await listen(await authority.selfSigned());
      const { port } = new URL(server["CONNECT_SERVER"] ?? "");
      let connections = 0;
      const files = await (rejected === "proxy" ? authority.selfSigned() : authority.sign("good"));
      const proxy = createServer(files)
        .on("connection", () => (connections += 1))
        .on("connect", (_request, socket: Socket) => {
          socket.write("HTTP/1.1 200 OK\r\n\r\n");
          const upstream = connectSocket(Number(port), "127.0.0.1").on("error", () => socket.destroy());
          socket
            .on("error", () => upstream.destroy())
            .pipe(upstream)
            .pipe(socket);
        });
      const env = { ...server, ...privateAuthority(), HTTPS_PROXY: `https://127.0.0.1:${await portOf(proxy)}` };
      const { stderr } = await runOnNetwork(["count"], env);

      expect(stderr).toContain(`the ${rejected}'s certificate is self-signed`);
      // Three attempts, and the one that reads the certificate.
      expect(connections).toBe(4);
    });

    test("that requires one from the client is explained", async () => {
      const server = await listen(await authority.sign("good"), { requestCert: true, rejectUnauthorized: true });
      const outcome = await runOnNetwork(["count", "--json"], { ...server, ...privateAuthority() });

      expect(outcome.code).toBe(1);
      // Node's own server closes the connection instead of saying why.
      expect(jsonError(outcome).fix).toContain("client certificate");
    });
  });

  describe("is shown by doctor", () => {
    const findings = async (env: Record<string, string>) =>
      JSON.parse((await runOnNetwork(["doctor", "--json"], env)).stdout) as Record<string, string>[];
    const find = async (env: Record<string, string>) =>
      (await findings(env)).find(({ check }) => check === "certificate");

    test("with its subject, issuer and expiry", async () => {
      const server = await listen(await authority.sign("good"));
      const certificate = await find({ ...server, ...privateAuthority() });

      expect(certificate).toMatchObject({ status: "ok" });
      expect(certificate?.["detail"]).toMatch(
        /^Connect of Example, issued by Example Private CA, expires \d{4}-\d\d-\d\d \(in 3\d\d days\)$/,
      );
    });

    test("with a warning 30 days before it expires", async () => {
      const certificate = await find({ ...(await listen(await authority.sign("soon"))), ...privateAuthority() });

      expect(certificate).toMatchObject({ status: "warn" });
      expect(certificate?.["fix"]).toMatch(/Renew/);
    });

    test("as a failure with its cure when it is not trusted, and nothing else is tried", async () => {
      const all = await findings(await listen(await authority.sign("good")));

      expect(all.at(-1)).toMatchObject({ check: "certificate", status: "fail" });
      expect(all.at(-1)?.["detail"]).toContain("issued by Example Private CA");
      expect(all.at(-1)?.["fix"]).toContain("CONNECT_CA_CERTIFICATE");
    });

    test("not by a server that never presents it, which is waited for 15 seconds", async () => {
      const sockets: Socket[] = [];
      const silent = createSocketServer((socket) => {
        // Only the first connection is for the certificate.
        if (sockets.push(socket) > 1) socket.destroy();
      });
      silent.listen(0, "127.0.0.1");
      await once(silent, "listening");
      const address = silent.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const waits: number[] = [];
      const sleep = async (milliseconds: number) => {
        waits.push(milliseconds);
        while (sockets.length === 0) await new Promise((resolve) => setImmediate(resolve));
      };
      const env = { CONNECT_SERVER: `https://127.0.0.1:${port}`, CONNECT_API_KEY: fake.apiKey };
      try {
        const { stdout } = await runOnNetwork(["doctor", "--json"], env, { sleep });
        expect((JSON.parse(stdout) as unknown[]).at(-1)).toMatchObject({ check: "server", status: "fail" });
        expect(waits).toEqual([15_000]);
      } finally {
        for (const socket of sockets) socket.destroy();
        silent.close();
      }
    });
  });

  test("is missing on a port for plain http, which the error says", async () => {
    const plain = await listenPlain();
    const outcome = await runOnNetwork(["count", "--json"], plain);

    expect(outcome.code).toBe(1);
    expect(jsonError(outcome).message).toContain("does not speak https");
    expect(jsonError(outcome).fix).toContain("browser's address bar");
  });
});

/** Everything that Node and OpenSSL call a problem with a certificate or a handshake. */
const CODES = [
  ...["UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_GET_CRL", "UNABLE_TO_DECRYPT_CERT_SIGNATURE", "CERT_SIGNATURE_FAILURE"],
  ...["UNABLE_TO_DECRYPT_CRL_SIGNATURE", "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY", "CRL_SIGNATURE_FAILURE"],
  ...["CERT_NOT_YET_VALID", "CERT_HAS_EXPIRED", "CRL_NOT_YET_VALID", "CRL_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ...["ERROR_IN_CERT_NOT_BEFORE_FIELD", "ERROR_IN_CERT_NOT_AFTER_FIELD", "ERROR_IN_CRL_LAST_UPDATE_FIELD"],
  ...["ERROR_IN_CRL_NEXT_UPDATE_FIELD", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
  ...["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "CERT_CHAIN_TOO_LONG", "CERT_REVOKED", "INVALID_CA", "PATH_LENGTH_EXCEEDED"],
  ...["INVALID_PURPOSE", "CERT_UNTRUSTED", "CERT_REJECTED", "HOSTNAME_MISMATCH", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ...["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "ERR_SSL_HTTP_REQUEST"],
  ...["ERR_SSL_UNSUPPORTED_PROTOCOL", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"],
  ...[
    "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE",
    "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    "ERR_SSL_EE_KEY_TOO_SMALL",
  ],
  ...["ERR_SSL_DH_KEY_TOO_SMALL", "ERR_SSL_CA_MD_TOO_WEAK", "ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED"],
  ...[
    "ERR_SSL_TLSV1_UNRECOGNIZED_NAME",
    "ERR_TLS_HANDSHAKE_TIMEOUT",
    "ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE",
    "EPROTO",
  ],
];
const CONNECTION_CODES = [
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  ...["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_SOCKET", "HPE_INVALID_CONSTANT", "EACCES"],
];

describe("every code of a failed connection", () => {
  test.each([...CODES, ...CONNECTION_CODES])("%s has a cause and a cure of its own", async (code) => {
    const words = "write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number";
    const outcome = await run(
      createFakeConnect({ url: "https://connect.example.com" }),
      ["api", "POST", "v1/users", "--field", "username=x", "--json"],
      {
        stdin: "",
        // Sent once: this request must not be repeated.
        fetch: () =>
          Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(words), { code }) })),
      },
    );

    expect(outcome.code).toBe(1);
    const { kind, message, fix } = jsonError(outcome);
    expect(kind).toBe("network");
    expect(message).toMatch(new RegExp(`connect\\.example\\.com: .+ \\(${code}\\)\\.$`));
    expect(fix).not.toMatch(/use http\b/i);
    if (CODES.includes(code)) expect(fix).not.toMatch(/server is running/);
  });
});

interface Files {
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly certFile: string;
}

type Kind = "good" | "soon" | "expired" | "future" | "other-name";

interface Authority {
  /** PEM file of the authority. */
  readonly file: string;
  readonly sign: (kind: Kind) => Promise<Files>;
  readonly selfSigned: () => Promise<Files>;
}

/** Creates a private authority. Its certificates are for 127.0.0.1. */
async function createAuthority(folder: string): Promise<Authority> {
  const caKey = join(folder, "ca-key.pem");
  const file = join(folder, "ca.pem");
  const config = join(folder, "ca.cnf");
  await mkdir(join(folder, "issued"));
  await writeFile(join(folder, "index.txt"), "");
  await writeFile(
    config,
    [
      ...[
        "[ca]",
        "default_ca = own",
        "[own]",
        `dir = ${folder}`,
        "database = $dir/index.txt",
        "new_certs_dir = $dir/issued",
      ],
      ...["unique_subject = no", "rand_serial = yes", "default_md = sha256", "policy = any", "copy_extensions = copy"],
      ...["[any]", "commonName = supplied"],
    ].join("\n"),
  );
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(["req", "-x509", ...ec, "-days", "3650", "-subj", "/CN=Example Private CA", "-keyout", caKey, "-out", file]);
  let count = 0;
  const read = async (key: string, certFile: string): Promise<Files> => ({
    key: await readFile(key),
    cert: await readFile(certFile),
    certFile,
  });
  return {
    file,
    async sign(kind) {
      count += 1;
      const [key, cert] = [join(folder, `key-${count}.pem`), join(folder, `cert-${count}.pem`)];
      const request = join(folder, `request-${count}.pem`);
      const name = kind === "other-name" ? "DNS:elsewhere.example.com" : "IP:127.0.0.1";
      const subject = ["-subj", "/CN=Connect of Example", "-addext", `subjectAltName=${name}`];
      openssl(["req", ...ec, ...subject, "-keyout", key, "-out", request]);
      const [start, end] = {
        good: [-1, 365],
        soon: [-1, 20],
        expired: [-20, -10],
        future: [10, 20],
        "other-name": [-1, 365],
      }[kind];
      const dates = ["-startdate", dateIn(start), "-enddate", dateIn(end)];
      openssl([
        "ca",
        "-batch",
        "-config",
        config,
        "-cert",
        file,
        "-keyfile",
        caKey,
        ...dates,
        "-in",
        request,
        "-out",
        cert,
        "-notext",
      ]);
      return await read(key, cert);
    },
    async selfSigned() {
      count += 1;
      const [key, cert] = [join(folder, `key-${count}.pem`), join(folder, `cert-${count}.pem`)];
      const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
      openssl(["req", "-x509", ...ec, "-days", "2", ...subject, "-keyout", key, "-out", cert]);
      return await read(key, cert);
    },
  };
}

function dateIn(days = 0): string {
  const time = new Date(Date.now() + days * 86_400_000).toISOString();
  return `${time.replace(/\.\d+Z$/, "").replace(/[-:T]/g, "")}Z`;
}

function openssl(argv: string[]): void {
  const { status, stderr } = spawnSync("openssl", argv);
  if (status !== 0) throw new Error(stderr.toString());
}

/** Serves the fake over TLS. Returns the environment to reach it. */
async function listen({ key, cert }: Files, options: ServerOptions = {}): Promise<Record<string, string>> {
  const server = createServer({ key, cert, ...options }, (request, response) => {
    const headers = new Headers({ authorization: request.headers.authorization ?? "" });
    void Promise.resolve(fake.fetch(new Request(`${fake.url}${request.url ?? ""}`, { headers }))).then(
      async (upstream) => {
        response.writeHead(upstream.status, Object.fromEntries(upstream.headers)).end(await upstream.text());
      },
    );
  });
  return { CONNECT_SERVER: `https://127.0.0.1:${await portOf(server)}`, CONNECT_API_KEY: fake.apiKey };
}

async function listenPlain(): Promise<Record<string, string>> {
  const server = createPlainServer((_request, response) => response.end());
  return { CONNECT_SERVER: `https://127.0.0.1:${await portOf(server)}`, CONNECT_API_KEY: fake.apiKey };
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
