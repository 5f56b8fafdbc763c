import { expectTypeOf } from "vitest";
import type {
  ACCOUNT_STATUSES,
  AccountStatus,
  ApiError,
  ConnectClient,
  ContentRecord,
  NotFoundError,
  USER_ROLES,
  UserRecord,
  UserRole,
} from "@connect-sdk/api";
import { createConnectClient, isApiError, isConnectError, paginate } from "@connect-sdk/api";
import document from "@connect-sdk/api/openapi.json" with { type: "json" };
import { type OperationId, operations } from "@connect-sdk/api/operations";
import type { components, operations as OperationTypes, paths } from "@connect-sdk/api/schema";

const api = createConnectClient({ url: "https://connect.example.com", apiKey: "0123456789abcdef" });
expectTypeOf(api).toEqualTypeOf<ConnectClient>();

// `data` is what the document promises, and never undefined where it promises a body.
expectTypeOf((await api.GET("/v1/user")).data).toEqualTypeOf<UserRecord>();
expectTypeOf((await api.GET("/v1/users")).data.results).toEqualTypeOf<UserRecord[]>();
expectTypeOf((await api.GET("/v1/content")).data).toEqualTypeOf<ContentRecord[]>();
const lock = await api.POST("/v1/users/{guid}/lock", { params: { path: { guid: "g" } }, body: { locked: true } });
expectTypeOf(lock.data).toEqualTypeOf<undefined>();
expectTypeOf((await api.request("GET", "v1/anything")).data).toEqualTypeOf<unknown>();

// @ts-expect-error a path that the document does not have
void api.GET("/v1/nonsense");
// @ts-expect-error a method that the path does not have
void api.DELETE("/v1/users");
// @ts-expect-error the path parameter is missing
void api.GET("/v1/users/{guid}");
// @ts-expect-error the path parameter has another name
void api.GET("/v1/users/{guid}", { params: { path: { id: "g" } } });
// @ts-expect-error the body is missing
void api.PUT("/v1/users/{guid}", { params: { path: { guid: "g" } } });
// @ts-expect-error the body has a field that it cannot have
void api.PUT("/v1/users/{guid}", { params: { path: { guid: "g" } }, body: { locked: true } });
// @ts-expect-error a body where there is none
void api.GET("/v1/user", { body: {} });
// @ts-expect-error a role that does not exist
void api.GET("/v1/users", { params: { query: { user_role: ["viewr"] } } });
// @ts-expect-error a query parameter that does not exist
void api.GET("/v1/users", { params: { query: { role: ["viewer"] } } });
// The prefix is optional.
void api.GET("/v1/users/remote", { params: { query: {} } });
// @ts-expect-error an option that does not exist
void api.GET("/v1/user", { timeuot: 5 });
// @ts-expect-error HEAD is no method of this client
void api.request("HEAD", "v1/user");

void api.GET("/v1/users", {
  params: { query: { prefix: undefined, page_number: 1 } },
  signal: undefined,
  timeout: false,
});

for await (const user of paginate((page_number) => api.GET("/v1/users", { params: { query: { page_number } } }))) {
  expectTypeOf(user).toEqualTypeOf<UserRecord>();
}

declare const error: unknown;
if (isApiError(error)) expectTypeOf(error).toEqualTypeOf<ApiError>();
if (isConnectError(error)) expectTypeOf(error.fix).toEqualTypeOf<string>();
expectTypeOf<NotFoundError["name"]>().toEqualTypeOf<"NotFoundError">();

// For other repositories: the document, its types, its operations, its closed sets.
expectTypeOf<UserRecord>().toEqualTypeOf<components["schemas"]["User"]>();
expectTypeOf<OperationId>().toEqualTypeOf<keyof OperationTypes>();
expectTypeOf<paths["/v1/users"]["get"]>().toEqualTypeOf<OperationTypes["getUsers"]>();
expectTypeOf(operations.lockUser.method).toEqualTypeOf<"POST">();
expectTypeOf<(typeof USER_ROLES)[number]>().toEqualTypeOf<UserRole>();
expectTypeOf<(typeof ACCOUNT_STATUSES)[number]>().toEqualTypeOf<AccountStatus>();
expectTypeOf(document.openapi).toEqualTypeOf<string>();
