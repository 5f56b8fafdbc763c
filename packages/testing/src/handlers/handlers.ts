import { bootstrapHandlers } from "./bootstrap.ts";
import { contentHandlers } from "./content.ts";
import { groupMemberHandlers } from "./group-members.ts";
import { groupHandlers } from "./groups.ts";
import type { HandlerMap } from "./handler-types.ts";
import { keyHandlers } from "./keys.ts";
import { permissionHandlers } from "./permissions.ts";
import { remoteGroupHandlers } from "./remote-groups.ts";
import { remoteUserHandlers } from "./remote-users.ts";
import { serverSettingsHandlers } from "./server-settings.ts";
import { userHandlers } from "./users.ts";

/** A handler for every operation of the document. One that is missing is a compile error that names the operation. */
export const handlers = {
  ...userHandlers,
  ...remoteUserHandlers,
  ...keyHandlers,
  ...groupHandlers,
  ...groupMemberHandlers,
  ...remoteGroupHandlers,
  ...contentHandlers,
  ...permissionHandlers,
  ...serverSettingsHandlers,
  ...bootstrapHandlers,
} satisfies HandlerMap;
