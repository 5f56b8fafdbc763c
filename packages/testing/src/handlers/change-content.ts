import { Problem } from "../errors/problem.ts";
import type { StoredContent } from "../state/content-store.ts";
import { isAdministrator, type Caller } from "./call.ts";
import type { BodyOf } from "./handler-types.ts";

type Changes = BodyOf<"createContent"> & Omit<BodyOf<"updateContent">, "owner_guid">;

/** Settings that can be anything, null included. */
const NULLABLE = [
  "title",
  "connection_timeout",
  "read_timeout",
  "init_timeout",
  "idle_timeout",
  "max_processes",
  "min_processes",
  "max_conns_per_process",
  "load_factor",
  "memory_request",
  "memory_limit",
  "cpu_request",
  "cpu_limit",
  "amd_gpu_limit",
  "nvidia_gpu_limit",
  "service_account_name",
  "default_image_name",
  "default_environment_guid",
  "default_r_environment_management",
  "default_py_environment_management",
  "run_as",
  "metrics_collection_enabled",
  "notify_on_share",
] as const satisfies readonly (keyof Changes & keyof StoredContent)[];

/** Settings that keep their value when null is sent for them. */
const REQUIRED = [
  "description",
  "access_type",
  "run_as_current_user",
  "otel_enabled",
  "locked",
  "locked_message",
  "content_category",
] as const satisfies readonly (keyof Changes & keyof StoredContent)[];

/** A copy of an item with the settings that were sent. */
export function changeContent(item: StoredContent, changes: Changes, caller: Caller): StoredContent {
  if (changesAccount(item, changes) && !isAdministrator(caller)) {
    throw new Problem("PermissionDenied", "Only administrators can choose the account that content runs under.");
  }
  const sent = [
    ...NULLABLE.filter((name) => changes[name] !== undefined),
    ...REQUIRED.filter((name) => changes[name] !== undefined && changes[name] !== null),
  ];
  const settings: Partial<StoredContent> = Object.fromEntries(sent.map((name) => [name, changes[name]]));
  // An empty name asks for one to be made up, which an item has from the beginning.
  return { ...item, ...settings, ...(changes.name !== undefined && changes.name !== "" && { name: changes.name }) };
}

function changesAccount(item: StoredContent, { run_as, run_as_current_user }: Changes): boolean {
  return (
    (run_as !== undefined && run_as !== item.run_as) ||
    (typeof run_as_current_user === "boolean" && run_as_current_user !== item.run_as_current_user)
  );
}
