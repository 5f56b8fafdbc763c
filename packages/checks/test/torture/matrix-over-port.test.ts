import { describe } from "vitest";
import { overPort } from "../../src/torture/matrix/world.ts";
import { describeMatrix } from "./describe-matrix.ts";
import { isFull } from "./run-apart.ts";

// Real sockets and real time take too long for `npm test`.
describe.runIf(isFull)("over a port", () => {
  describeMatrix("over a port", { open: overPort, settle: (work) => work });
});
