import { Api } from "../generated/swagger-typescript-api.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  const api = new Api({ baseUrl, baseApiParams: { headers: { authorization: `Key ${key}` } } });
  const { data } = await api.v1.getUsers({ user_role: "viewer|publisher" });
  return data.results.map(({ user_role }) => user_role);
}
