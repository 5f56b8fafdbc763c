import { QueryClient } from "@tanstack/react-query";
import type { Client } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { createQueryHook } from "swr-openapi";
import { expectTypeOf } from "vitest";
import type { ApiErrorBody, ConnectClient, UserRecord } from "@connect-sdk/api";
import { toOpenapiFetch } from "@connect-sdk/api/openapi-fetch";
import type { paths } from "@connect-sdk/api/schema";

declare const api: ConnectClient;
const client = toOpenapiFetch(api);
expectTypeOf(client).toEqualTypeOf<Client<paths, "application/json">>();

// A real client of openapi-fetch: JSON only, errors as values.
const result = await client.GET("/v1/users");
if (result.error === undefined) expectTypeOf(result.data.results).toEqualTypeOf<UserRecord[]>();
else expectTypeOf(result.error).toEqualTypeOf<ApiErrorBody>();
// @ts-expect-error a path that the document does not have
void client.GET("/v1/nonsense");

// The libraries that build on it take it without a cast.
const query = createQueryClient(client);
const data = await new QueryClient().query(query.queryOptions("get", "/v1/users"));
expectTypeOf(data.results).toEqualTypeOf<UserRecord[]>();
expectTypeOf(query.useQuery("get", "/v1/user").data).toEqualTypeOf<UserRecord | undefined>();

const useConnect = createQueryHook(client, "connect");
expectTypeOf(useConnect("/v1/user").data).toEqualTypeOf<UserRecord | undefined>();

// A plain fetch, for other generated clients.
expectTypeOf(api.fetch).toExtend<typeof globalThis.fetch>();
