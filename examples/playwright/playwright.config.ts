import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 3000);
const fakePort = port + 1;
const connect = { CONNECT_SERVER: `http://127.0.0.1:${fakePort}`, CONNECT_API_KEY: "key-of-the-browser-tests" };

export default defineConfig({
  testDir: "tests",
  // Debian's Chromium; without CHROMIUM, the browser that `npx playwright install chromium` downloads.
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] } : {},
  },
  webServer: [
    {
      command: `npx fake-connect serve --port ${fakePort} --api-key ${connect.CONNECT_API_KEY} --users 20 --control`,
      url: connect.CONNECT_SERVER,
    },
    { command: "node server.mjs", port, env: { ...connect, PORT: String(port) } },
  ],
});
