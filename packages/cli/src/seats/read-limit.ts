import { isApiError, type ConnectClient } from "@connect-sdk/api";
import type { CallOptions } from "@connect-sdk/users";

/** How many seats the licence has; `undefined` when the server does not show it or there is no limit. */
export async function readSeatLimit(api: ConnectClient, { signal }: CallOptions): Promise<number | undefined> {
  try {
    const { data } = await api.GET("/server_settings", { signal });
    const limit: unknown = data.license?.users;
    // Licences without a limit say 0 or less.
    return typeof limit === "number" && limit > 0 ? limit : undefined;
  } catch (error) {
    if (isApiError(error, { status: 403 }) || isApiError(error, { status: 404 })) return undefined;
    throw error;
  }
}
