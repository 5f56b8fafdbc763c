/** Operations that are not JSON are called with `api.fetch`; the compiler says so. */
import { createConnectClient } from "@connect-sdk/api";
import { expectTypeOf } from "vitest";

const api = createConnectClient({ url: "https://connect.example.com", apiKey: "0123456789abcdef" });
const params = { path: { guid: "g" } };

expectTypeOf((await api.GET("/v1/content/{guid}/bundles", { params })).data[0]?.size).toEqualTypeOf<
  number | undefined
>();
// @ts-expect-error This operation is not JSON. Call it with api.fetch().
void api.POST("/v1/content/{guid}/bundles", { params, body: new Uint8Array(2) });
// @ts-expect-error This operation is not JSON. Call it with api.fetch().
void api.GET("/v1/content/{guid}/bundles/{id}/download", { params: { path: { guid: "g", id: "1" } } });
