import createOpenapiFetch from "openapi-fetch";
import inspector from "node:inspector/promises";
import fs from "node:fs";
import { processorRatios, summarize } from "./measure/timing.ts";
const { createFakeConnect } = (await import("/tmp/w/perf/packages/testing/dist/index.js")) as any;
const { createConnectClient } = (await import("/tmp/w/perf/packages/api/dist/index.js")) as any;
const fake = createFakeConnect({ users: 1000 });
const guid = fake.users[0].guid;
const api = createConnectClient({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
const raw = createOpenapiFetch<any>({ baseUrl: `${fake.url}/__api__`, fetch: fake.fetch, headers: { authorization: `Key ${fake.apiKey}` } });
const N = 2000;
const ours = async () => { for (let i = 0; i < N; i++) await api.GET("/v1/users/{guid}", { params: { path: { guid } } }); };
const theirs = async () => { for (let i = 0; i < N; i++) await raw.GET("/v1/users/{guid}", { params: { path: { guid } } } as any); };
if (!process.env.PROF) { console.log(summarize(await processorRatios(ours, theirs, { rounds: 15 }))); process.exit(); }
const s = new inspector.Session(); s.connect();
for (let i = 0; i < 5; i++) { await ours(); await theirs(); }
for (const [name, fn] of [["ours", ours], ["theirs", theirs]] as const) {
  await s.post("Profiler.enable"); await s.post("Profiler.setSamplingInterval", { interval: 100 }); await s.post("Profiler.start");
  const R = 8; for (let i = 0; i < R; i++) await fn();
  const { profile } = await s.post("Profiler.stop");
  const ticks = new Map<string, number>(); const self = new Map<string, number>(); let total = 0;
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
  profile.samples!.forEach((id: number, i: number) => { const n: any = byId.get(id); const dt = profile.timeDeltas![i] / R / N; total += dt; const k = `${n.callFrame.functionName}:${n.callFrame.url.split("/").slice(-3).join("/")}:${n.callFrame.lineNumber}`; self.set(k, (self.get(k) ?? 0) + dt); });
  for (const n of profile.nodes as any[]) if (/\/(users|api)\/dist|openapi-fetch/.test(n.callFrame.url)) for (const t of n.positionTicks ?? []) { const k = n.callFrame.url.replace("file://", "") + ":" + t.line; ticks.set(k, (ticks.get(k) ?? 0) + t.ticks * 100 / R / N); }
  console.log(name, "µs per call", total.toFixed(1));
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 45)) console.log(v.toFixed(2), k);
  const files = new Map<string, string[]>();
  if (name === "ours") for (const [k, v] of [...ticks].sort((a, b) => b[1] - a[1]).slice(0, 40)) { const [f, l] = k.split(":"); const lines = files.get(f) ?? fs.readFileSync(f, "utf8").split("\n"); files.set(f, lines); console.log("   ", v.toFixed(2), f.split("/").pop(), l, lines[Number(l) - 1].trim().slice(0, 90)); }
}
