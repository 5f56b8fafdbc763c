import type { Protection } from "./apply.ts";
import { commandLineProtections } from "./command-line.ts";
import { requestProtections } from "./requests.ts";
import { sessionProtections } from "./sessions.ts";
import { signInProtections } from "./sign-in.ts";
import { visitorProtections } from "./visitors.ts";

/** Every protection around signing in, by the security requirements of its RFCs (7636, 8252, 8628, 9207, 9700). */
export const protections: readonly Protection[] = [
  ...signInProtections,
  ...requestProtections,
  ...sessionProtections,
  ...visitorProtections,
  ...commandLineProtections,
];
