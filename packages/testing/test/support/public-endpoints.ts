/**
 * The endpoints of Connect's public API in its document of about 2026.06, by path. The ones with a `*` are in the document of
 * 2023.09, too.
 */
const TEXT = `
/v1/audit/actions GET
/v1/audit_logs GET*
/v1/bootstrap POST
/v1/content GET* POST*
/v1/content/storage GET
/v1/content/{guid} GET* PATCH* DELETE*
/v1/content/{guid}/access-test POST
/v1/content/{guid}/bookmark GET POST DELETE
/v1/content/{guid}/build POST*
/v1/content/{guid}/bundles GET* POST*
/v1/content/{guid}/bundles/{id} GET* DELETE*
/v1/content/{guid}/bundles/{id}/download GET*
/v1/content/{guid}/bundles/{id}/files GET
/v1/content/{guid}/bundles/{id}/files/{path} GET
/v1/content/{guid}/deploy POST*
/v1/content/{guid}/environment GET* PATCH* PUT*
/v1/content/{guid}/jobs GET*
/v1/content/{guid}/jobs/{key} GET* DELETE*
/v1/content/{guid}/jobs/{key}/download GET*
/v1/content/{guid}/jobs/{key}/error GET*
/v1/content/{guid}/jobs/{key}/log GET*
/v1/content/{guid}/jobs/{key}/metrics GET
/v1/content/{guid}/jobs/{key}/tail GET*
/v1/content/{guid}/lockfile GET
/v1/content/{guid}/oauth/integrations/associations GET PUT
/v1/content/{guid}/packages GET
/v1/content/{guid}/permissions GET* POST*
/v1/content/{guid}/permissions/{id} GET* PUT* DELETE*
/v1/content/{guid}/render POST
/v1/content/{guid}/repository GET PUT PATCH DELETE
/v1/content/{guid}/schedule/history GET
/v1/content/{guid}/storage GET
/v1/content/{guid}/tags GET* POST*
/v1/content/{guid}/tags/{id} DELETE*
/v1/content/{guid}/thumbnail PUT DELETE
/v1/content/{guid}/vanity GET* PUT* DELETE*
/v1/environments GET* POST*
/v1/environments/{guid} GET* PUT* DELETE*
/v1/environments/{guid}/permissions GET POST
/v1/environments/{guid}/permissions/{permission_guid} GET DELETE
/v1/examples GET
/v1/examples/{name}/thumbnail GET
/v1/examples/{name}/zip GET
/v1/experimental/bootstrap POST*
/v1/experimental/groups/{guid}/content GET*
/v1/experimental/jobs/summary GET
/v1/feature-usage GET
/v1/groups GET* POST* PUT*
/v1/groups/remote GET*
/v1/groups/{group_guid}/members GET* POST*
/v1/groups/{group_guid}/members/{user_guid} DELETE*
/v1/groups/{guid} GET* POST* PATCH DELETE*
/v1/instrumentation/content/hits GET
/v1/instrumentation/content/visits GET*
/v1/instrumentation/shiny/usage GET*
/v1/metrics/users/active GET
/v1/oauth/clients GET
/v1/oauth/clients/{client_id} GET DELETE
/v1/oauth/integrations GET POST
/v1/oauth/integrations/credentials POST
/v1/oauth/integrations/{guid} GET PATCH DELETE
/v1/oauth/integrations/{guid}/associations GET
/v1/oauth/integrations/{guid}/verify POST
/v1/oauth/sessions GET
/v1/oauth/sessions/{guid} GET DELETE
/v1/oauth/templates GET
/v1/oauth/templates/{key} GET
/v1/packages GET
/v1/queue GET
/v1/queue/{id} DELETE
/v1/search/auditlogs GET
/v1/search/content GET
/v1/search/variants GET
/v1/server_settings/nodejs GET
/v1/server_settings/public GET
/v1/server_settings/python GET*
/v1/server_settings/quarto GET*
/v1/server_settings/r GET*
/v1/server_settings/tensorflow GET
/v1/system/caches/runtime GET* DELETE*
/v1/system/checks GET POST
/v1/system/checks/{id} GET DELETE
/v1/system/checks/{id}/results GET
/v1/system/documentation GET POST DELETE
/v1/system/hosts GET
/v1/system/offhost/service-accounts GET
/v1/system/service-tokens GET POST
/v1/system/service-tokens/scopes GET
/v1/system/service-tokens/{guid} DELETE
/v1/system/storage GET
/v1/tags GET* POST*
/v1/tags/{id} GET* PATCH* DELETE*
/v1/tags/{id}/content GET*
/v1/tasks/{id} GET*
/v1/timezones GET
/v1/user GET*
/v1/users GET* POST* PUT*
/v1/users/remote GET*
/v1/users/{guid} GET* PUT*
/v1/users/{guid}/keys GET POST
/v1/users/{guid}/keys/{id} GET DELETE
/v1/users/{guid}/lock POST*
/v1/vanities GET*
`;

/** An endpoint of the public API. */
export interface PublicEndpoint {
  readonly method: string;
  readonly path: string;
  /** Whether servers of 2023.09 have it. */
  readonly isOld: boolean;
}

/** All of them, by path. */
export const publicEndpoints: readonly PublicEndpoint[] = TEXT.trim()
  .split("\n")
  .flatMap((line) => {
    const [path = "", ...methods] = line.split(" ");
    return methods.map((method) => ({ method: method.replace("*", ""), path, isOld: method.endsWith("*") }));
  });
