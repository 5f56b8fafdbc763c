import { createApiClient } from "../generated/openapi-zod-client.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  const api = createApiClient(baseUrl, { axiosConfig: { headers: { authorization: `Key ${key}` } } });
  const { results } = await api.getUsers({ queries: { user_role: "viewer|publisher" } });
  return results.map(({ user_role }) => user_role);
}
