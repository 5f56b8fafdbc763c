import { describe } from "vitest";
import { isFull } from "../src/full.ts";
import { overPort } from "../src/matrix/transports.ts";
import { describeMatrix } from "./support/describe-matrix.ts";

// Real sockets and real time, which `npm test` has not enough of.
describe.runIf(isFull)("over a port", () => {
  describeMatrix("over a port", { open: overPort, settle: (work) => work });
});
