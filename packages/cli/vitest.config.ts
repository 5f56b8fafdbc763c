import { packageTests } from "../../vitest.shared.ts";

export default packageTests("cli", {
  globalSetup: ["test/support/bundle.ts"],
  slow: [
    "test/certificate.test.ts",
    "test/environment.test.ts",
    "test/journal.test.ts",
    "test/libreoffice.test.ts",
    "test/output-file.test.ts",
    "test/resume.test.ts",
    "test/round-trip.test.ts",
    "test/sign-in-processes.test.ts",
    "test/terminal.test.ts",
  ],
});
