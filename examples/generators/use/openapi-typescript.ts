import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi-typescript.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  const client = createClient<paths>({ baseUrl, headers: { authorization: `Key ${key}` } });
  const { data } = await client.GET("/v1/users", { params: { query: { user_role: "viewer|publisher" } } });
  return data?.results.map(({ user_role }) => user_role) ?? [];
}
