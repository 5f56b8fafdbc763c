import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 4173);

export default defineConfig({
  testDir: "test",
  // Debian's Chromium; without CHROMIUM, the browser that `npx playwright install chromium` downloads.
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] } : {},
  },
  webServer: { command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`, port },
});
