/** The generated types of the OpenAPI document: `paths`, `components` and `operations`. Types only. */
export type { components, operations, paths } from "./generated/schema.ts";
