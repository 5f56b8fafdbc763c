import type { StoredContent } from "./content-store.ts";

/** An item that nothing was deployed to yet, with the server's defaults everywhere. */
export function newContent(details: {
  guid: string;
  id: string;
  name: string;
  owner_guid: string;
  time: string;
}): StoredContent {
  const { guid, id, name, owner_guid, time } = details;
  return {
    guid,
    name,
    title: null,
    description: "",
    access_type: "acl",
    locked: false,
    locked_message: "",
    connection_timeout: null,
    read_timeout: null,
    init_timeout: null,
    idle_timeout: null,
    max_processes: null,
    min_processes: null,
    max_conns_per_process: null,
    load_factor: null,
    memory_request: null,
    memory_limit: null,
    cpu_request: null,
    cpu_limit: null,
    amd_gpu_limit: null,
    nvidia_gpu_limit: null,
    service_account_name: null,
    default_image_name: null,
    default_environment_guid: null,
    created_time: time,
    last_deployed_time: time,
    bundle_id: null,
    app_mode: "unknown",
    content_category: "",
    parameterized: false,
    environment_guid: null,
    cluster_name: null,
    image_name: null,
    r_version: null,
    py_version: null,
    quarto_version: null,
    node_version: null,
    r_environment_management: null,
    default_r_environment_management: null,
    py_environment_management: null,
    default_py_environment_management: null,
    run_as: null,
    run_as_current_user: false,
    owner_guid,
    id,
  };
}
