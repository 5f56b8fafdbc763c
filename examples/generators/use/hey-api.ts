import { createClient } from "../generated/hey-api/client/index.ts";
import { getUsers } from "../generated/hey-api/sdk.gen.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  const client = createClient({ baseUrl, headers: { authorization: `Key ${key}` } });
  const { data } = await getUsers({ client, query: { user_role: "viewer|publisher" } });
  return data?.results.map(({ user_role }) => user_role) ?? [];
}
