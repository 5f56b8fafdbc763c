export { main } from "./program.ts";
export type { Input, Io, Keyring, Output } from "./io.ts";
