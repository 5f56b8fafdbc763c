export { main } from "./program.ts";
export type { Input, Io, Output } from "./io.ts";
