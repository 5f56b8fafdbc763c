import { defineConfig } from "vitest/config";

// Needs the built site and Chromium, so it is not one of the projects of the root.
export default defineConfig({ test: { include: ["test/*.test.ts"], testTimeout: 120_000, hookTimeout: 60_000 } });
