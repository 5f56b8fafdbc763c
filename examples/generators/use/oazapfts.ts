import { defaults, getUsers } from "../generated/oazapfts.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  defaults.baseUrl = baseUrl;
  defaults.headers = { authorization: `Key ${key}` };
  const response = await getUsers({ userRole: "viewer|publisher" });
  return response.status === 200 ? response.data.results.map(({ user_role }) => user_role) : [];
}
