import type { FakeState } from "../state/fake-state.ts";
import { requireCaller } from "./require-caller.ts";
import type { RequestRecord } from "./request-record.ts";
import { jsonReply, type WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** Answers how content may be run, which publishing tools ask before they deploy. */
export function answerApplicationSettings(
  state: FakeState,
  request: WireRequest,
  _path: unknown,
  record: RequestRecord,
): WireReply {
  requireCaller(state, request, record);
  return jsonReply(200, {
    access_types: ["all", "logged_in", "acl"],
    run_as: "rstudio-connect",
    run_as_group: "rstudio-connect",
    run_as_current_user: false,
  });
}

/** Answers which limits processes have. They are the same for every kind of content, and nothing comes of them. */
export function answerSchedulerSettings(
  state: FakeState,
  request: WireRequest,
  _path: unknown,
  record: RequestRecord,
): WireReply {
  requireCaller(state, request, record);
  return jsonReply(200, SCHEDULER);
}

// Real server: the values are a matter of configuration; 0 stands for no limit.
const SCHEDULER = {
  min_processes: 0,
  max_processes: 3,
  max_conns_per_process: 20,
  load_factor: 0.5,
  init_timeout: 60,
  idle_timeout: 120,
  min_processes_limit: 0,
  max_processes_limit: 0,
  connection_timeout: 3600,
  read_timeout: 3600,
  cpu_request: 0,
  max_cpu_request: 0,
  cpu_limit: 0,
  max_cpu_limit: 0,
  memory_request: 0,
  max_memory_request: 0,
  memory_limit: 0,
  max_memory_limit: 0,
  amd_gpu_limit: 0,
  max_amd_gpu_limit: 0,
  nvidia_gpu_limit: 0,
  max_nvidia_gpu_limit: 0,
};
