import { createApiClient } from "../generated/typed-openapi.ts";

export async function listUsers(baseUrl: string, key: string): Promise<string[]> {
  const headers = { authorization: `Key ${key}` };
  const api = createApiClient(
    {
      fetch({ method, url, urlSearchParams }) {
        if (urlSearchParams !== undefined) url.search = urlSearchParams.toString();
        return fetch(url, { method, headers });
      },
    },
    baseUrl,
  );
  const { results } = await api.get("/v1/users", { query: { user_role: "viewer|publisher" } });
  return results.map(({ user_role }) => user_role);
}
