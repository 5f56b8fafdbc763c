import { defineConfig } from "@playwright/test";

const port = Number(process.env["PORT"] ?? 3000);
const fakePort = port + 1;
const connect = { CONNECT_SERVER: `http://127.0.0.1:${fakePort}`, CONNECT_API_KEY: "key-of-the-portal" };
const chromium = process.env["CHROMIUM"];

export default defineConfig({
  testDir: "test",
  testMatch: "*.spec.ts",
  // Debian's Chromium; without CHROMIUM, the browser that `npx playwright install chromium` downloads.
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: chromium === undefined ? {} : { executablePath: chromium, args: ["--no-sandbox"] },
  },
  webServer: [
    {
      command: `npx fake-connect serve --port ${fakePort} --api-key ${connect.CONNECT_API_KEY} --users 10 --seed 7`,
      url: connect.CONNECT_SERVER,
    },
    { command: "npx tsx server/main.ts", port, env: { ...connect, PORT: String(port) } },
  ],
});
