// Generated from openapi/fake-control.yaml by `pnpm generate`. Do not edit.
// @ts-nocheck: compiled code; what it exports has a type.
import type { components } from "./control-types.ts";

/** A compiled validator. It keeps the errors of its last call. */
export interface InputValidator<T> {
  (value: unknown): value is T;
  readonly errors?: readonly InputError[] | null;
}

/** A broken rule. */
export interface InputError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** Keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** Set if the name of a field is invalid, not its value. */
  readonly propertyName?: string;
  /** The schema of the value. */
  readonly parentSchema: {
    readonly type?: string | readonly string[];
    readonly const?: string;
    readonly enum?: readonly unknown[];
    readonly format?: string;
    readonly minLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly "x-allowed"?: string;
    readonly "x-secret"?: boolean;
  };
}

/** The types of all inputs by the names of their schemas. */
export type Inputs = Pick<
  components["schemas"],
  | "Options"
  | "ListenOptions"
  | "Fault"
  | "Duration"
  | "ClockChange"
  | "UserDetails"
  | "GroupDetails"
  | "GroupSeed"
  | "ContentDetails"
  | "ContentSeed"
  | "Seed"
  | "KeyOptions"
  | "KeyRequest"
  | "Snapshot"
>;

var Ue = (r, a) => () => {
  try {
    return (a || r((a = { exports: {} }).exports, a), a.exports);
  } catch (U) {
    throw ((a = 0), U);
  }
};
var $e = Ue((qe) => {
  "use strict";
  Object.defineProperty(qe, "__esModule", { value: !0 });
  function Ge(r) {
    let a = r.length,
      U = 0,
      $ = 0,
      _;
    for (; $ < a;)
      (U++,
        (_ = r.charCodeAt($++)),
        _ >= 55296 && _ <= 56319 && $ < a && ((_ = r.charCodeAt($)), (_ & 64512) === 56320 && $++));
    return U;
  }
  qe.default = Ge;
  Ge.code = 'require("ajv/dist/runtime/ucs2length").default';
});
var Be = G,
  N = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      users: { type: "integer", minimum: 1, maximum: 1e7 },
      empty: { type: "boolean" },
      seed: { type: "integer", minimum: 0, maximum: 4294967295 },
      apiKey: {
        type: "string",
        pattern: "^[\\x21-\\x7e]+$",
        "x-allowed": "letters, digits and other visible characters of ASCII",
        "x-secret": !0,
      },
      provider: { $ref: "#/components/schemas/Provider" },
      url: { type: "string", pattern: "^https?://", "x-allowed": "an address that starts with http:// or https://" },
      license: { $ref: "#/components/schemas/License" },
      licence: { deprecated: !0, $ref: "#/components/schemas/License" },
      version: { type: "string", pattern: "^\\d{4}\\.\\d{1,2}\\.\\d+", "x-allowed": "a version such as 2026.01.0" },
      settings: { $ref: "#/components/schemas/Settings" },
      now: { type: "string" },
      journalLimit: { type: "integer", minimum: 0, maximum: 9007199254740991 },
      maxRequestBytes: { type: "integer", minimum: 0, maximum: 268435456 },
      directory: { $ref: "#/components/schemas/Directory" },
      bootstrapSecret: { type: "string", "x-secret": !0 },
      cors: { type: "boolean" },
      onInternalError: {},
    },
  },
  Ne = Object.prototype.hasOwnProperty,
  Le = new RegExp("^[\\x21-\\x7e]+$", "u"),
  Oe = new RegExp("^https?://", "u"),
  Ke = new RegExp("^\\d{4}\\.\\d{1,2}\\.\\d+", "u"),
  ke = { type: "string", enum: ["password", "pam", "saml", "oauth2", "oauth2-google", "ldap", "proxy"] };
function ye(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = ye.evaluated;
  return (
    u.dynamicProps && (u.props = void 0),
    u.dynamicItems && (u.items = void 0),
    typeof r != "string"
      ? ((ye.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "string" },
            schema: ke.type,
            parentSchema: ke,
            data: r,
          },
        ]),
        !1)
      : r === "password" ||
          r === "pam" ||
          r === "saml" ||
          r === "oauth2" ||
          r === "oauth2-google" ||
          r === "ldap" ||
          r === "proxy"
        ? ((ye.errors = o), e === 0)
        : ((ye.errors = [
            {
              instancePath: a,
              schemaPath: "#/enum",
              keyword: "enum",
              params: { allowedValues: ke.enum },
              schema: ke.enum,
              parentSchema: ke,
              data: r,
            },
          ]),
          !1)
  );
}
ye.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var de = {
  type: "object",
  additionalProperties: !1,
  required: ["users"],
  properties: { users: { type: "integer", minimum: 0, maximum: 9007199254740991 } },
};
function W(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = W.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let s;
      if (r.users === void 0 && (s = "users"))
        return (
          (W.errors = [
            {
              instancePath: a,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: s },
              schema: de.required,
              parentSchema: de,
              data: r,
            },
          ]),
          !1
        );
      {
        let k = e;
        for (let t in r)
          if (t !== "users") {
            return (
              (W.errors = [
                {
                  instancePath: a,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: t },
                  schema: !1,
                  parentSchema: de,
                  data: r,
                },
              ]),
              !1
            );
            break;
          }
        if (k === e && r.users !== void 0) {
          let t = r.users,
            i = e;
          if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
            return (
              (W.errors = [
                {
                  instancePath: a + "/users",
                  schemaPath: "#/properties/users/type",
                  keyword: "type",
                  params: { type: "integer" },
                  schema: de.properties.users.type,
                  parentSchema: de.properties.users,
                  data: t,
                },
              ]),
              !1
            );
          if (e === i && typeof t == "number") {
            if (t > 9007199254740991 || isNaN(t))
              return (
                (W.errors = [
                  {
                    instancePath: a + "/users",
                    schemaPath: "#/properties/users/maximum",
                    keyword: "maximum",
                    params: { comparison: "<=", limit: 9007199254740991 },
                    schema: 9007199254740991,
                    parentSchema: de.properties.users,
                    data: t,
                  },
                ]),
                !1
              );
            if (t < 0 || isNaN(t))
              return (
                (W.errors = [
                  {
                    instancePath: a + "/users",
                    schemaPath: "#/properties/users/minimum",
                    keyword: "minimum",
                    params: { comparison: ">=", limit: 0 },
                    schema: 0,
                    parentSchema: de.properties.users,
                    data: t,
                  },
                ]),
                !1
              );
          }
        }
      }
    } else
      return (
        (W.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: de.type,
            parentSchema: de,
            data: r,
          },
        ]),
        !1
      );
  return ((W.errors = o), e === 0);
}
W.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var T = {
  type: "object",
  additionalProperties: !1,
  properties: {
    hideEmails: { type: "boolean" },
    viewersSeeOnlyThemselves: { type: "boolean" },
    defaultUserRole: { type: "string", enum: ["viewer", "publisher"] },
    publishersCanOwnGroups: { type: "boolean" },
    groupsEnabled: { type: "boolean" },
    userInfoEditableBy: { type: "string", enum: ["adminandself", "admin"] },
    userActivityDays: { type: "integer", minimum: 1, maximum: 36500 },
    proxyUniqueId: { type: "boolean" },
    hideVersion: { type: "boolean" },
  },
};
function O(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = O.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!Ne.call(T.properties, t)) {
          return (
            (O.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: T,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.hideEmails !== void 0) {
          let t = r.hideEmails,
            i = e;
          if (typeof t != "boolean")
            return (
              (O.errors = [
                {
                  instancePath: a + "/hideEmails",
                  schemaPath: "#/properties/hideEmails/type",
                  keyword: "type",
                  params: { type: "boolean" },
                  schema: T.properties.hideEmails.type,
                  parentSchema: T.properties.hideEmails,
                  data: t,
                },
              ]),
              !1
            );
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.viewersSeeOnlyThemselves !== void 0) {
            let t = r.viewersSeeOnlyThemselves,
              i = e;
            if (typeof t != "boolean")
              return (
                (O.errors = [
                  {
                    instancePath: a + "/viewersSeeOnlyThemselves",
                    schemaPath: "#/properties/viewersSeeOnlyThemselves/type",
                    keyword: "type",
                    params: { type: "boolean" },
                    schema: T.properties.viewersSeeOnlyThemselves.type,
                    parentSchema: T.properties.viewersSeeOnlyThemselves,
                    data: t,
                  },
                ]),
                !1
              );
            var s = i === e;
          } else var s = !0;
          if (s) {
            if (r.defaultUserRole !== void 0) {
              let t = r.defaultUserRole,
                i = e;
              if (typeof t != "string")
                return (
                  (O.errors = [
                    {
                      instancePath: a + "/defaultUserRole",
                      schemaPath: "#/properties/defaultUserRole/type",
                      keyword: "type",
                      params: { type: "string" },
                      schema: T.properties.defaultUserRole.type,
                      parentSchema: T.properties.defaultUserRole,
                      data: t,
                    },
                  ]),
                  !1
                );
              if (!(t === "viewer" || t === "publisher"))
                return (
                  (O.errors = [
                    {
                      instancePath: a + "/defaultUserRole",
                      schemaPath: "#/properties/defaultUserRole/enum",
                      keyword: "enum",
                      params: { allowedValues: T.properties.defaultUserRole.enum },
                      schema: T.properties.defaultUserRole.enum,
                      parentSchema: T.properties.defaultUserRole,
                      data: t,
                    },
                  ]),
                  !1
                );
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.publishersCanOwnGroups !== void 0) {
                let t = r.publishersCanOwnGroups,
                  i = e;
                if (typeof t != "boolean")
                  return (
                    (O.errors = [
                      {
                        instancePath: a + "/publishersCanOwnGroups",
                        schemaPath: "#/properties/publishersCanOwnGroups/type",
                        keyword: "type",
                        params: { type: "boolean" },
                        schema: T.properties.publishersCanOwnGroups.type,
                        parentSchema: T.properties.publishersCanOwnGroups,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
              if (s) {
                if (r.groupsEnabled !== void 0) {
                  let t = r.groupsEnabled,
                    i = e;
                  if (typeof t != "boolean")
                    return (
                      (O.errors = [
                        {
                          instancePath: a + "/groupsEnabled",
                          schemaPath: "#/properties/groupsEnabled/type",
                          keyword: "type",
                          params: { type: "boolean" },
                          schema: T.properties.groupsEnabled.type,
                          parentSchema: T.properties.groupsEnabled,
                          data: t,
                        },
                      ]),
                      !1
                    );
                  var s = i === e;
                } else var s = !0;
                if (s) {
                  if (r.userInfoEditableBy !== void 0) {
                    let t = r.userInfoEditableBy,
                      i = e;
                    if (typeof t != "string")
                      return (
                        (O.errors = [
                          {
                            instancePath: a + "/userInfoEditableBy",
                            schemaPath: "#/properties/userInfoEditableBy/type",
                            keyword: "type",
                            params: { type: "string" },
                            schema: T.properties.userInfoEditableBy.type,
                            parentSchema: T.properties.userInfoEditableBy,
                            data: t,
                          },
                        ]),
                        !1
                      );
                    if (!(t === "adminandself" || t === "admin"))
                      return (
                        (O.errors = [
                          {
                            instancePath: a + "/userInfoEditableBy",
                            schemaPath: "#/properties/userInfoEditableBy/enum",
                            keyword: "enum",
                            params: { allowedValues: T.properties.userInfoEditableBy.enum },
                            schema: T.properties.userInfoEditableBy.enum,
                            parentSchema: T.properties.userInfoEditableBy,
                            data: t,
                          },
                        ]),
                        !1
                      );
                    var s = i === e;
                  } else var s = !0;
                  if (s) {
                    if (r.userActivityDays !== void 0) {
                      let t = r.userActivityDays,
                        i = e;
                      if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
                        return (
                          (O.errors = [
                            {
                              instancePath: a + "/userActivityDays",
                              schemaPath: "#/properties/userActivityDays/type",
                              keyword: "type",
                              params: { type: "integer" },
                              schema: T.properties.userActivityDays.type,
                              parentSchema: T.properties.userActivityDays,
                              data: t,
                            },
                          ]),
                          !1
                        );
                      if (e === i && typeof t == "number") {
                        if (t > 36500 || isNaN(t))
                          return (
                            (O.errors = [
                              {
                                instancePath: a + "/userActivityDays",
                                schemaPath: "#/properties/userActivityDays/maximum",
                                keyword: "maximum",
                                params: { comparison: "<=", limit: 36500 },
                                schema: 36500,
                                parentSchema: T.properties.userActivityDays,
                                data: t,
                              },
                            ]),
                            !1
                          );
                        if (t < 1 || isNaN(t))
                          return (
                            (O.errors = [
                              {
                                instancePath: a + "/userActivityDays",
                                schemaPath: "#/properties/userActivityDays/minimum",
                                keyword: "minimum",
                                params: { comparison: ">=", limit: 1 },
                                schema: 1,
                                parentSchema: T.properties.userActivityDays,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      }
                      var s = i === e;
                    } else var s = !0;
                    if (s) {
                      if (r.proxyUniqueId !== void 0) {
                        let t = r.proxyUniqueId,
                          i = e;
                        if (typeof t != "boolean")
                          return (
                            (O.errors = [
                              {
                                instancePath: a + "/proxyUniqueId",
                                schemaPath: "#/properties/proxyUniqueId/type",
                                keyword: "type",
                                params: { type: "boolean" },
                                schema: T.properties.proxyUniqueId.type,
                                parentSchema: T.properties.proxyUniqueId,
                                data: t,
                              },
                            ]),
                            !1
                          );
                        var s = i === e;
                      } else var s = !0;
                      if (s)
                        if (r.hideVersion !== void 0) {
                          let t = r.hideVersion,
                            i = e;
                          if (typeof t != "boolean")
                            return (
                              (O.errors = [
                                {
                                  instancePath: a + "/hideVersion",
                                  schemaPath: "#/properties/hideVersion/type",
                                  keyword: "type",
                                  params: { type: "boolean" },
                                  schema: T.properties.hideVersion.type,
                                  parentSchema: T.properties.hideVersion,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                          var s = i === e;
                        } else var s = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (O.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: T.type,
            parentSchema: T,
            data: r,
          },
        ]),
        !1
      );
  return ((O.errors = o), e === 0);
}
O.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ne = {
    type: "object",
    additionalProperties: !1,
    properties: {
      people: {
        type: ["integer", "array"],
        minimum: 0,
        items: { $ref: "#/components/schemas/DirectoryPerson" },
        "x-allowed": "a whole number that is not negative, or an array of people",
      },
      groups: {
        type: ["integer", "array"],
        minimum: 0,
        items: { $ref: "#/components/schemas/Name" },
        "x-allowed": "a whole number that is not negative, or an array of names",
      },
    },
  },
  me = {
    type: "object",
    additionalProperties: !1,
    required: ["username", "email", "first_name", "last_name", "external_id"],
    properties: {
      username: { $ref: "#/components/schemas/Name" },
      email: { type: "string" },
      first_name: { type: "string" },
      last_name: { type: "string" },
      external_id: { $ref: "#/components/schemas/Name" },
    },
  },
  je = { type: "string", minLength: 1 },
  Re = $e().default;
function x(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = x.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (typeof r == "string") {
      if (Re(r) < 1)
        return (
          (x.errors = [
            {
              instancePath: a,
              schemaPath: "#/minLength",
              keyword: "minLength",
              params: { limit: 1 },
              schema: 1,
              parentSchema: je,
              data: r,
            },
          ]),
          !1
        );
    } else
      return (
        (x.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "string" },
            schema: je.type,
            parentSchema: je,
            data: r,
          },
        ]),
        !1
      );
  return ((x.errors = o), e === 0);
}
x.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function pe(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = pe.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k;
      if (
        (r.username === void 0 && (k = "username")) ||
        (r.email === void 0 && (k = "email")) ||
        (r.first_name === void 0 && (k = "first_name")) ||
        (r.last_name === void 0 && (k = "last_name")) ||
        (r.external_id === void 0 && (k = "external_id"))
      )
        return (
          (pe.errors = [
            {
              instancePath: a,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: k },
              schema: me.required,
              parentSchema: me,
              data: r,
            },
          ]),
          !1
        );
      {
        let t = e;
        for (let i in r)
          if (!(i === "username" || i === "email" || i === "first_name" || i === "last_name" || i === "external_id")) {
            return (
              (pe.errors = [
                {
                  instancePath: a,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: i },
                  schema: !1,
                  parentSchema: me,
                  data: r,
                },
              ]),
              !1
            );
            break;
          }
        if (t === e) {
          if (r.username !== void 0) {
            let i = e;
            x(r.username, {
              instancePath: a + "/username",
              parentData: r,
              parentDataProperty: "username",
              rootData: _,
              dynamicAnchors: b,
            }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
            var s = i === e;
          } else var s = !0;
          if (s) {
            if (r.email !== void 0) {
              let i = r.email,
                p = e;
              if (typeof i != "string")
                return (
                  (pe.errors = [
                    {
                      instancePath: a + "/email",
                      schemaPath: "#/properties/email/type",
                      keyword: "type",
                      params: { type: "string" },
                      schema: me.properties.email.type,
                      parentSchema: me.properties.email,
                      data: i,
                    },
                  ]),
                  !1
                );
              var s = p === e;
            } else var s = !0;
            if (s) {
              if (r.first_name !== void 0) {
                let i = r.first_name,
                  p = e;
                if (typeof i != "string")
                  return (
                    (pe.errors = [
                      {
                        instancePath: a + "/first_name",
                        schemaPath: "#/properties/first_name/type",
                        keyword: "type",
                        params: { type: "string" },
                        schema: me.properties.first_name.type,
                        parentSchema: me.properties.first_name,
                        data: i,
                      },
                    ]),
                    !1
                  );
                var s = p === e;
              } else var s = !0;
              if (s) {
                if (r.last_name !== void 0) {
                  let i = r.last_name,
                    p = e;
                  if (typeof i != "string")
                    return (
                      (pe.errors = [
                        {
                          instancePath: a + "/last_name",
                          schemaPath: "#/properties/last_name/type",
                          keyword: "type",
                          params: { type: "string" },
                          schema: me.properties.last_name.type,
                          parentSchema: me.properties.last_name,
                          data: i,
                        },
                      ]),
                      !1
                    );
                  var s = p === e;
                } else var s = !0;
                if (s)
                  if (r.external_id !== void 0) {
                    let i = e;
                    x(r.external_id, {
                      instancePath: a + "/external_id",
                      parentData: r,
                      parentDataProperty: "external_id",
                      rootData: _,
                      dynamicAnchors: b,
                    }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
                    var s = i === e;
                  } else var s = !0;
              }
            }
          }
        }
      }
    } else
      return (
        (pe.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: me.type,
            parentSchema: me,
            data: r,
          },
        ]),
        !1
      );
  return ((pe.errors = o), e === 0);
}
pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function oe(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = oe.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let i = e;
      for (let p in r)
        if (!(p === "people" || p === "groups")) {
          return (
            (oe.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: p },
                schema: !1,
                parentSchema: ne,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (i === e) {
        if (r.people !== void 0) {
          let p = r.people,
            f = e;
          if (!(typeof p == "number" && !(p % 1) && !isNaN(p)) && !Array.isArray(p))
            return (
              (oe.errors = [
                {
                  instancePath: a + "/people",
                  schemaPath: "#/properties/people/type",
                  keyword: "type",
                  params: { type: ne.properties.people.type },
                  schema: ne.properties.people.type,
                  parentSchema: ne.properties.people,
                  data: p,
                },
              ]),
              !1
            );
          if (e === f) {
            if (typeof p == "number" && (p < 0 || isNaN(p)))
              return (
                (oe.errors = [
                  {
                    instancePath: a + "/people",
                    schemaPath: "#/properties/people/minimum",
                    keyword: "minimum",
                    params: { comparison: ">=", limit: 0 },
                    schema: 0,
                    parentSchema: ne.properties.people,
                    data: p,
                  },
                ]),
                !1
              );
            if (e === f && Array.isArray(p)) {
              var s = !0;
              let A = p.length;
              for (let D = 0; D < A; D++) {
                let g = e;
                pe(p[D], {
                  instancePath: a + "/people/" + D,
                  parentData: p,
                  parentDataProperty: D,
                  rootData: _,
                  dynamicAnchors: b,
                }) || ((o = o === null ? pe.errors : o.concat(pe.errors)), (e = o.length));
                var s = g === e;
                if (!s) break;
              }
            }
          }
          var k = f === e;
        } else var k = !0;
        if (k)
          if (r.groups !== void 0) {
            let p = r.groups,
              f = e;
            if (!(typeof p == "number" && !(p % 1) && !isNaN(p)) && !Array.isArray(p))
              return (
                (oe.errors = [
                  {
                    instancePath: a + "/groups",
                    schemaPath: "#/properties/groups/type",
                    keyword: "type",
                    params: { type: ne.properties.groups.type },
                    schema: ne.properties.groups.type,
                    parentSchema: ne.properties.groups,
                    data: p,
                  },
                ]),
                !1
              );
            if (e === f) {
              if (typeof p == "number" && (p < 0 || isNaN(p)))
                return (
                  (oe.errors = [
                    {
                      instancePath: a + "/groups",
                      schemaPath: "#/properties/groups/minimum",
                      keyword: "minimum",
                      params: { comparison: ">=", limit: 0 },
                      schema: 0,
                      parentSchema: ne.properties.groups,
                      data: p,
                    },
                  ]),
                  !1
                );
              if (e === f && Array.isArray(p)) {
                var t = !0;
                let D = p.length;
                for (let g = 0; g < D; g++) {
                  let E = e;
                  x(p[g], {
                    instancePath: a + "/groups/" + g,
                    parentData: p,
                    parentDataProperty: g,
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
                  var t = E === e;
                  if (!t) break;
                }
              }
            }
            var k = f === e;
          } else var k = !0;
      }
    } else
      return (
        (oe.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: ne.type,
            parentSchema: ne,
            data: r,
          },
        ]),
        !1
      );
  return ((oe.errors = o), e === 0);
}
oe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function G(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = G.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!Ne.call(N.properties, t)) {
          return (
            (G.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: N,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.users !== void 0) {
          let t = r.users,
            i = e;
          if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
            return (
              (G.errors = [
                {
                  instancePath: a + "/users",
                  schemaPath: "#/properties/users/type",
                  keyword: "type",
                  params: { type: "integer" },
                  schema: N.properties.users.type,
                  parentSchema: N.properties.users,
                  data: t,
                },
              ]),
              !1
            );
          if (e === i && typeof t == "number") {
            if (t > 1e7 || isNaN(t))
              return (
                (G.errors = [
                  {
                    instancePath: a + "/users",
                    schemaPath: "#/properties/users/maximum",
                    keyword: "maximum",
                    params: { comparison: "<=", limit: 1e7 },
                    schema: 1e7,
                    parentSchema: N.properties.users,
                    data: t,
                  },
                ]),
                !1
              );
            if (t < 1 || isNaN(t))
              return (
                (G.errors = [
                  {
                    instancePath: a + "/users",
                    schemaPath: "#/properties/users/minimum",
                    keyword: "minimum",
                    params: { comparison: ">=", limit: 1 },
                    schema: 1,
                    parentSchema: N.properties.users,
                    data: t,
                  },
                ]),
                !1
              );
          }
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.empty !== void 0) {
            let t = r.empty,
              i = e;
            if (typeof t != "boolean")
              return (
                (G.errors = [
                  {
                    instancePath: a + "/empty",
                    schemaPath: "#/properties/empty/type",
                    keyword: "type",
                    params: { type: "boolean" },
                    schema: N.properties.empty.type,
                    parentSchema: N.properties.empty,
                    data: t,
                  },
                ]),
                !1
              );
            var s = i === e;
          } else var s = !0;
          if (s) {
            if (r.seed !== void 0) {
              let t = r.seed,
                i = e;
              if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
                return (
                  (G.errors = [
                    {
                      instancePath: a + "/seed",
                      schemaPath: "#/properties/seed/type",
                      keyword: "type",
                      params: { type: "integer" },
                      schema: N.properties.seed.type,
                      parentSchema: N.properties.seed,
                      data: t,
                    },
                  ]),
                  !1
                );
              if (e === i && typeof t == "number") {
                if (t > 4294967295 || isNaN(t))
                  return (
                    (G.errors = [
                      {
                        instancePath: a + "/seed",
                        schemaPath: "#/properties/seed/maximum",
                        keyword: "maximum",
                        params: { comparison: "<=", limit: 4294967295 },
                        schema: 4294967295,
                        parentSchema: N.properties.seed,
                        data: t,
                      },
                    ]),
                    !1
                  );
                if (t < 0 || isNaN(t))
                  return (
                    (G.errors = [
                      {
                        instancePath: a + "/seed",
                        schemaPath: "#/properties/seed/minimum",
                        keyword: "minimum",
                        params: { comparison: ">=", limit: 0 },
                        schema: 0,
                        parentSchema: N.properties.seed,
                        data: t,
                      },
                    ]),
                    !1
                  );
              }
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.apiKey !== void 0) {
                let t = r.apiKey,
                  i = e;
                if (e === i)
                  if (typeof t == "string") {
                    if (!Le.test(t))
                      return (
                        (G.errors = [
                          {
                            instancePath: a + "/apiKey",
                            schemaPath: "#/properties/apiKey/pattern",
                            keyword: "pattern",
                            params: { pattern: "^[\\x21-\\x7e]+$" },
                            schema: "^[\\x21-\\x7e]+$",
                            parentSchema: N.properties.apiKey,
                            data: t,
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (G.errors = [
                        {
                          instancePath: a + "/apiKey",
                          schemaPath: "#/properties/apiKey/type",
                          keyword: "type",
                          params: { type: "string" },
                          schema: N.properties.apiKey.type,
                          parentSchema: N.properties.apiKey,
                          data: t,
                        },
                      ]),
                      !1
                    );
                var s = i === e;
              } else var s = !0;
              if (s) {
                if (r.provider !== void 0) {
                  let t = e;
                  ye(r.provider, {
                    instancePath: a + "/provider",
                    parentData: r,
                    parentDataProperty: "provider",
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? ye.errors : o.concat(ye.errors)), (e = o.length));
                  var s = t === e;
                } else var s = !0;
                if (s) {
                  if (r.url !== void 0) {
                    let t = r.url,
                      i = e;
                    if (e === i)
                      if (typeof t == "string") {
                        if (!Oe.test(t))
                          return (
                            (G.errors = [
                              {
                                instancePath: a + "/url",
                                schemaPath: "#/properties/url/pattern",
                                keyword: "pattern",
                                params: { pattern: "^https?://" },
                                schema: "^https?://",
                                parentSchema: N.properties.url,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (G.errors = [
                            {
                              instancePath: a + "/url",
                              schemaPath: "#/properties/url/type",
                              keyword: "type",
                              params: { type: "string" },
                              schema: N.properties.url.type,
                              parentSchema: N.properties.url,
                              data: t,
                            },
                          ]),
                          !1
                        );
                    var s = i === e;
                  } else var s = !0;
                  if (s) {
                    if (r.license !== void 0) {
                      let t = e;
                      W(r.license, {
                        instancePath: a + "/license",
                        parentData: r,
                        parentDataProperty: "license",
                        rootData: _,
                        dynamicAnchors: b,
                      }) || ((o = o === null ? W.errors : o.concat(W.errors)), (e = o.length));
                      var s = t === e;
                    } else var s = !0;
                    if (s) {
                      if (r.licence !== void 0) {
                        let t = e;
                        W(r.licence, {
                          instancePath: a + "/licence",
                          parentData: r,
                          parentDataProperty: "licence",
                          rootData: _,
                          dynamicAnchors: b,
                        }) || ((o = o === null ? W.errors : o.concat(W.errors)), (e = o.length));
                        var s = t === e;
                      } else var s = !0;
                      if (s) {
                        if (r.version !== void 0) {
                          let t = r.version,
                            i = e;
                          if (e === i)
                            if (typeof t == "string") {
                              if (!Ke.test(t))
                                return (
                                  (G.errors = [
                                    {
                                      instancePath: a + "/version",
                                      schemaPath: "#/properties/version/pattern",
                                      keyword: "pattern",
                                      params: { pattern: "^\\d{4}\\.\\d{1,2}\\.\\d+" },
                                      schema: "^\\d{4}\\.\\d{1,2}\\.\\d+",
                                      parentSchema: N.properties.version,
                                      data: t,
                                    },
                                  ]),
                                  !1
                                );
                            } else
                              return (
                                (G.errors = [
                                  {
                                    instancePath: a + "/version",
                                    schemaPath: "#/properties/version/type",
                                    keyword: "type",
                                    params: { type: "string" },
                                    schema: N.properties.version.type,
                                    parentSchema: N.properties.version,
                                    data: t,
                                  },
                                ]),
                                !1
                              );
                          var s = i === e;
                        } else var s = !0;
                        if (s) {
                          if (r.settings !== void 0) {
                            let t = e;
                            O(r.settings, {
                              instancePath: a + "/settings",
                              parentData: r,
                              parentDataProperty: "settings",
                              rootData: _,
                              dynamicAnchors: b,
                            }) || ((o = o === null ? O.errors : o.concat(O.errors)), (e = o.length));
                            var s = t === e;
                          } else var s = !0;
                          if (s) {
                            if (r.now !== void 0) {
                              let t = r.now,
                                i = e;
                              if (typeof t != "string")
                                return (
                                  (G.errors = [
                                    {
                                      instancePath: a + "/now",
                                      schemaPath: "#/properties/now/type",
                                      keyword: "type",
                                      params: { type: "string" },
                                      schema: N.properties.now.type,
                                      parentSchema: N.properties.now,
                                      data: t,
                                    },
                                  ]),
                                  !1
                                );
                              var s = i === e;
                            } else var s = !0;
                            if (s) {
                              if (r.journalLimit !== void 0) {
                                let t = r.journalLimit,
                                  i = e;
                                if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
                                  return (
                                    (G.errors = [
                                      {
                                        instancePath: a + "/journalLimit",
                                        schemaPath: "#/properties/journalLimit/type",
                                        keyword: "type",
                                        params: { type: "integer" },
                                        schema: N.properties.journalLimit.type,
                                        parentSchema: N.properties.journalLimit,
                                        data: t,
                                      },
                                    ]),
                                    !1
                                  );
                                if (e === i && typeof t == "number") {
                                  if (t > 9007199254740991 || isNaN(t))
                                    return (
                                      (G.errors = [
                                        {
                                          instancePath: a + "/journalLimit",
                                          schemaPath: "#/properties/journalLimit/maximum",
                                          keyword: "maximum",
                                          params: { comparison: "<=", limit: 9007199254740991 },
                                          schema: 9007199254740991,
                                          parentSchema: N.properties.journalLimit,
                                          data: t,
                                        },
                                      ]),
                                      !1
                                    );
                                  if (t < 0 || isNaN(t))
                                    return (
                                      (G.errors = [
                                        {
                                          instancePath: a + "/journalLimit",
                                          schemaPath: "#/properties/journalLimit/minimum",
                                          keyword: "minimum",
                                          params: { comparison: ">=", limit: 0 },
                                          schema: 0,
                                          parentSchema: N.properties.journalLimit,
                                          data: t,
                                        },
                                      ]),
                                      !1
                                    );
                                }
                                var s = i === e;
                              } else var s = !0;
                              if (s) {
                                if (r.maxRequestBytes !== void 0) {
                                  let t = r.maxRequestBytes,
                                    i = e;
                                  if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
                                    return (
                                      (G.errors = [
                                        {
                                          instancePath: a + "/maxRequestBytes",
                                          schemaPath: "#/properties/maxRequestBytes/type",
                                          keyword: "type",
                                          params: { type: "integer" },
                                          schema: N.properties.maxRequestBytes.type,
                                          parentSchema: N.properties.maxRequestBytes,
                                          data: t,
                                        },
                                      ]),
                                      !1
                                    );
                                  if (e === i && typeof t == "number") {
                                    if (t > 268435456 || isNaN(t))
                                      return (
                                        (G.errors = [
                                          {
                                            instancePath: a + "/maxRequestBytes",
                                            schemaPath: "#/properties/maxRequestBytes/maximum",
                                            keyword: "maximum",
                                            params: { comparison: "<=", limit: 268435456 },
                                            schema: 268435456,
                                            parentSchema: N.properties.maxRequestBytes,
                                            data: t,
                                          },
                                        ]),
                                        !1
                                      );
                                    if (t < 0 || isNaN(t))
                                      return (
                                        (G.errors = [
                                          {
                                            instancePath: a + "/maxRequestBytes",
                                            schemaPath: "#/properties/maxRequestBytes/minimum",
                                            keyword: "minimum",
                                            params: { comparison: ">=", limit: 0 },
                                            schema: 0,
                                            parentSchema: N.properties.maxRequestBytes,
                                            data: t,
                                          },
                                        ]),
                                        !1
                                      );
                                  }
                                  var s = i === e;
                                } else var s = !0;
                                if (s) {
                                  if (r.directory !== void 0) {
                                    let t = e;
                                    oe(r.directory, {
                                      instancePath: a + "/directory",
                                      parentData: r,
                                      parentDataProperty: "directory",
                                      rootData: _,
                                      dynamicAnchors: b,
                                    }) || ((o = o === null ? oe.errors : o.concat(oe.errors)), (e = o.length));
                                    var s = t === e;
                                  } else var s = !0;
                                  if (s) {
                                    if (r.bootstrapSecret !== void 0) {
                                      let t = r.bootstrapSecret,
                                        i = e;
                                      if (typeof t != "string")
                                        return (
                                          (G.errors = [
                                            {
                                              instancePath: a + "/bootstrapSecret",
                                              schemaPath: "#/properties/bootstrapSecret/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema: N.properties.bootstrapSecret.type,
                                              parentSchema: N.properties.bootstrapSecret,
                                              data: t,
                                            },
                                          ]),
                                          !1
                                        );
                                      var s = i === e;
                                    } else var s = !0;
                                    if (s)
                                      if (r.cors !== void 0) {
                                        let t = r.cors,
                                          i = e;
                                        if (typeof t != "boolean")
                                          return (
                                            (G.errors = [
                                              {
                                                instancePath: a + "/cors",
                                                schemaPath: "#/properties/cors/type",
                                                keyword: "type",
                                                params: { type: "boolean" },
                                                schema: N.properties.cors.type,
                                                parentSchema: N.properties.cors,
                                                data: t,
                                              },
                                            ]),
                                            !1
                                          );
                                        var s = i === e;
                                      } else var s = !0;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (G.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: N.type,
            parentSchema: N,
            data: r,
          },
        ]),
        !1
      );
  return ((G.errors = o), e === 0);
}
G.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ve = ae,
  te = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      port: { type: "integer", minimum: 0, maximum: 65535 },
      host: { $ref: "#/components/schemas/Name" },
      latency: { type: "integer", minimum: 0, maximum: 2147483647 },
      control: { type: "boolean" },
    },
  };
function ae(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = ae.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!(t === "port" || t === "host" || t === "latency" || t === "control")) {
          return (
            (ae.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: te,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.port !== void 0) {
          let t = r.port,
            i = e;
          if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
            return (
              (ae.errors = [
                {
                  instancePath: a + "/port",
                  schemaPath: "#/properties/port/type",
                  keyword: "type",
                  params: { type: "integer" },
                  schema: te.properties.port.type,
                  parentSchema: te.properties.port,
                  data: t,
                },
              ]),
              !1
            );
          if (e === i && typeof t == "number") {
            if (t > 65535 || isNaN(t))
              return (
                (ae.errors = [
                  {
                    instancePath: a + "/port",
                    schemaPath: "#/properties/port/maximum",
                    keyword: "maximum",
                    params: { comparison: "<=", limit: 65535 },
                    schema: 65535,
                    parentSchema: te.properties.port,
                    data: t,
                  },
                ]),
                !1
              );
            if (t < 0 || isNaN(t))
              return (
                (ae.errors = [
                  {
                    instancePath: a + "/port",
                    schemaPath: "#/properties/port/minimum",
                    keyword: "minimum",
                    params: { comparison: ">=", limit: 0 },
                    schema: 0,
                    parentSchema: te.properties.port,
                    data: t,
                  },
                ]),
                !1
              );
          }
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.host !== void 0) {
            let t = e;
            x(r.host, {
              instancePath: a + "/host",
              parentData: r,
              parentDataProperty: "host",
              rootData: _,
              dynamicAnchors: b,
            }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
            var s = t === e;
          } else var s = !0;
          if (s) {
            if (r.latency !== void 0) {
              let t = r.latency,
                i = e;
              if (!(typeof t == "number" && !(t % 1) && !isNaN(t)))
                return (
                  (ae.errors = [
                    {
                      instancePath: a + "/latency",
                      schemaPath: "#/properties/latency/type",
                      keyword: "type",
                      params: { type: "integer" },
                      schema: te.properties.latency.type,
                      parentSchema: te.properties.latency,
                      data: t,
                    },
                  ]),
                  !1
                );
              if (e === i && typeof t == "number") {
                if (t > 2147483647 || isNaN(t))
                  return (
                    (ae.errors = [
                      {
                        instancePath: a + "/latency",
                        schemaPath: "#/properties/latency/maximum",
                        keyword: "maximum",
                        params: { comparison: "<=", limit: 2147483647 },
                        schema: 2147483647,
                        parentSchema: te.properties.latency,
                        data: t,
                      },
                    ]),
                    !1
                  );
                if (t < 0 || isNaN(t))
                  return (
                    (ae.errors = [
                      {
                        instancePath: a + "/latency",
                        schemaPath: "#/properties/latency/minimum",
                        keyword: "minimum",
                        params: { comparison: ">=", limit: 0 },
                        schema: 0,
                        parentSchema: te.properties.latency,
                        data: t,
                      },
                    ]),
                    !1
                  );
              }
              var s = i === e;
            } else var s = !0;
            if (s)
              if (r.control !== void 0) {
                let t = r.control,
                  i = e;
                if (typeof t != "boolean")
                  return (
                    (ae.errors = [
                      {
                        instancePath: a + "/control",
                        schemaPath: "#/properties/control/type",
                        keyword: "type",
                        params: { type: "boolean" },
                        schema: te.properties.control.type,
                        parentSchema: te.properties.control,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
          }
        }
      }
    } else
      return (
        (ae.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: te.type,
            parentSchema: te,
            data: r,
          },
        ]),
        !1
      );
  return ((ae.errors = o), e === 0);
}
ae.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ze = q,
  w = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      operationId: {
        type: "string",
        enum: [
          "getCurrentUser",
          "getUsers",
          "createPushUser",
          "createPullUser",
          "searchRemoteUsers",
          "getUser",
          "updateUser",
          "lockUser",
          "listKeys",
          "createKey",
          "getKey",
          "deleteKey",
          "getGroups",
          "createGroup",
          "createRemoteGroup",
          "searchRemoteGroups",
          "getGroup",
          "updateGroup",
          "patchGroup",
          "deleteGroup",
          "getGroupMembers",
          "addGroupMember",
          "removeGroupMember",
          "getContents",
          "createContent",
          "getContent",
          "updateContent",
          "deleteContent",
          "listContentPermissions",
          "addContentPermission",
          "getContentPermission",
          "updateContentPermission",
          "deleteContentPermission",
          "getServerSettings",
          "getPublicSettings",
          "getPythonInformation",
          "getRInformation",
          "getQuartoInformation",
          "getTensorFlowInformation",
          "getNodeJsInformation",
          "bootstrap",
          "bootstrapExperimental",
        ],
      },
      method: { type: "string", enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
      path: {
        type: "string",
        pattern: "^(?!.*/__api__).+$",
        "x-allowed": "the part after /__api__ such as /v1/users, or another path",
      },
      times: { type: "number", minimum: 0 },
      after: { type: "number", minimum: 0 },
      probability: { type: "number", minimum: 0, maximum: 1 },
      status: { type: "integer", minimum: 200, maximum: 599 },
      body: {},
      html: { type: ["boolean", "string"], "x-allowed": "true, false or a page" },
      headers: {
        type: "object",
        propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "x-allowed": "a name that HTTP allows" },
        additionalProperties: {
          type: "string",
          pattern: "^[\\t\\x20-\\x7e\\x80-\\xff]*$",
          "x-allowed": "a string that HTTP allows as a header value",
        },
      },
      delay: { type: "number", minimum: 0 },
      reset: { enum: [!0, !1, "after", "during"] },
      truncate: { type: ["boolean", "number"], minimum: 0, "x-allowed": "true, false or a number of bytes" },
    },
  },
  Me = new RegExp("^(?!.*/__api__).+$", "u"),
  He = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u"),
  Ze = new RegExp("^[\\t\\x20-\\x7e\\x80-\\xff]*$", "u");
function q(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = q.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let i = e;
      for (let p in r)
        if (!Ne.call(w.properties, p)) {
          return (
            (q.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: p },
                schema: !1,
                parentSchema: w,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (i === e) {
        if (r.operationId !== void 0) {
          let p = r.operationId,
            f = e;
          if (typeof p != "string")
            return (
              (q.errors = [
                {
                  instancePath: a + "/operationId",
                  schemaPath: "#/properties/operationId/type",
                  keyword: "type",
                  params: { type: "string" },
                  schema: w.properties.operationId.type,
                  parentSchema: w.properties.operationId,
                  data: p,
                },
              ]),
              !1
            );
          if (!(
            p === "getCurrentUser" ||
            p === "getUsers" ||
            p === "createPushUser" ||
            p === "createPullUser" ||
            p === "searchRemoteUsers" ||
            p === "getUser" ||
            p === "updateUser" ||
            p === "lockUser" ||
            p === "listKeys" ||
            p === "createKey" ||
            p === "getKey" ||
            p === "deleteKey" ||
            p === "getGroups" ||
            p === "createGroup" ||
            p === "createRemoteGroup" ||
            p === "searchRemoteGroups" ||
            p === "getGroup" ||
            p === "updateGroup" ||
            p === "patchGroup" ||
            p === "deleteGroup" ||
            p === "getGroupMembers" ||
            p === "addGroupMember" ||
            p === "removeGroupMember" ||
            p === "getContents" ||
            p === "createContent" ||
            p === "getContent" ||
            p === "updateContent" ||
            p === "deleteContent" ||
            p === "listContentPermissions" ||
            p === "addContentPermission" ||
            p === "getContentPermission" ||
            p === "updateContentPermission" ||
            p === "deleteContentPermission" ||
            p === "getServerSettings" ||
            p === "getPublicSettings" ||
            p === "getPythonInformation" ||
            p === "getRInformation" ||
            p === "getQuartoInformation" ||
            p === "getTensorFlowInformation" ||
            p === "getNodeJsInformation" ||
            p === "bootstrap" ||
            p === "bootstrapExperimental"
          ))
            return (
              (q.errors = [
                {
                  instancePath: a + "/operationId",
                  schemaPath: "#/properties/operationId/enum",
                  keyword: "enum",
                  params: { allowedValues: w.properties.operationId.enum },
                  schema: w.properties.operationId.enum,
                  parentSchema: w.properties.operationId,
                  data: p,
                },
              ]),
              !1
            );
          var s = f === e;
        } else var s = !0;
        if (s) {
          if (r.method !== void 0) {
            let p = r.method,
              f = e;
            if (typeof p != "string")
              return (
                (q.errors = [
                  {
                    instancePath: a + "/method",
                    schemaPath: "#/properties/method/type",
                    keyword: "type",
                    params: { type: "string" },
                    schema: w.properties.method.type,
                    parentSchema: w.properties.method,
                    data: p,
                  },
                ]),
                !1
              );
            if (!(p === "GET" || p === "POST" || p === "PUT" || p === "PATCH" || p === "DELETE"))
              return (
                (q.errors = [
                  {
                    instancePath: a + "/method",
                    schemaPath: "#/properties/method/enum",
                    keyword: "enum",
                    params: { allowedValues: w.properties.method.enum },
                    schema: w.properties.method.enum,
                    parentSchema: w.properties.method,
                    data: p,
                  },
                ]),
                !1
              );
            var s = f === e;
          } else var s = !0;
          if (s) {
            if (r.path !== void 0) {
              let p = r.path,
                f = e;
              if (e === f)
                if (typeof p == "string") {
                  if (!Me.test(p))
                    return (
                      (q.errors = [
                        {
                          instancePath: a + "/path",
                          schemaPath: "#/properties/path/pattern",
                          keyword: "pattern",
                          params: { pattern: "^(?!.*/__api__).+$" },
                          schema: "^(?!.*/__api__).+$",
                          parentSchema: w.properties.path,
                          data: p,
                        },
                      ]),
                      !1
                    );
                } else
                  return (
                    (q.errors = [
                      {
                        instancePath: a + "/path",
                        schemaPath: "#/properties/path/type",
                        keyword: "type",
                        params: { type: "string" },
                        schema: w.properties.path.type,
                        parentSchema: w.properties.path,
                        data: p,
                      },
                    ]),
                    !1
                  );
              var s = f === e;
            } else var s = !0;
            if (s) {
              if (r.times !== void 0) {
                let p = r.times,
                  f = e;
                if (e === f)
                  if (typeof p == "number") {
                    if (p < 0 || isNaN(p))
                      return (
                        (q.errors = [
                          {
                            instancePath: a + "/times",
                            schemaPath: "#/properties/times/minimum",
                            keyword: "minimum",
                            params: { comparison: ">=", limit: 0 },
                            schema: 0,
                            parentSchema: w.properties.times,
                            data: p,
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (q.errors = [
                        {
                          instancePath: a + "/times",
                          schemaPath: "#/properties/times/type",
                          keyword: "type",
                          params: { type: "number" },
                          schema: w.properties.times.type,
                          parentSchema: w.properties.times,
                          data: p,
                        },
                      ]),
                      !1
                    );
                var s = f === e;
              } else var s = !0;
              if (s) {
                if (r.after !== void 0) {
                  let p = r.after,
                    f = e;
                  if (e === f)
                    if (typeof p == "number") {
                      if (p < 0 || isNaN(p))
                        return (
                          (q.errors = [
                            {
                              instancePath: a + "/after",
                              schemaPath: "#/properties/after/minimum",
                              keyword: "minimum",
                              params: { comparison: ">=", limit: 0 },
                              schema: 0,
                              parentSchema: w.properties.after,
                              data: p,
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (q.errors = [
                          {
                            instancePath: a + "/after",
                            schemaPath: "#/properties/after/type",
                            keyword: "type",
                            params: { type: "number" },
                            schema: w.properties.after.type,
                            parentSchema: w.properties.after,
                            data: p,
                          },
                        ]),
                        !1
                      );
                  var s = f === e;
                } else var s = !0;
                if (s) {
                  if (r.probability !== void 0) {
                    let p = r.probability,
                      f = e;
                    if (e === f)
                      if (typeof p == "number") {
                        if (p > 1 || isNaN(p))
                          return (
                            (q.errors = [
                              {
                                instancePath: a + "/probability",
                                schemaPath: "#/properties/probability/maximum",
                                keyword: "maximum",
                                params: { comparison: "<=", limit: 1 },
                                schema: 1,
                                parentSchema: w.properties.probability,
                                data: p,
                              },
                            ]),
                            !1
                          );
                        if (p < 0 || isNaN(p))
                          return (
                            (q.errors = [
                              {
                                instancePath: a + "/probability",
                                schemaPath: "#/properties/probability/minimum",
                                keyword: "minimum",
                                params: { comparison: ">=", limit: 0 },
                                schema: 0,
                                parentSchema: w.properties.probability,
                                data: p,
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (q.errors = [
                            {
                              instancePath: a + "/probability",
                              schemaPath: "#/properties/probability/type",
                              keyword: "type",
                              params: { type: "number" },
                              schema: w.properties.probability.type,
                              parentSchema: w.properties.probability,
                              data: p,
                            },
                          ]),
                          !1
                        );
                    var s = f === e;
                  } else var s = !0;
                  if (s) {
                    if (r.status !== void 0) {
                      let p = r.status,
                        f = e;
                      if (!(typeof p == "number" && !(p % 1) && !isNaN(p)))
                        return (
                          (q.errors = [
                            {
                              instancePath: a + "/status",
                              schemaPath: "#/properties/status/type",
                              keyword: "type",
                              params: { type: "integer" },
                              schema: w.properties.status.type,
                              parentSchema: w.properties.status,
                              data: p,
                            },
                          ]),
                          !1
                        );
                      if (e === f && typeof p == "number") {
                        if (p > 599 || isNaN(p))
                          return (
                            (q.errors = [
                              {
                                instancePath: a + "/status",
                                schemaPath: "#/properties/status/maximum",
                                keyword: "maximum",
                                params: { comparison: "<=", limit: 599 },
                                schema: 599,
                                parentSchema: w.properties.status,
                                data: p,
                              },
                            ]),
                            !1
                          );
                        if (p < 200 || isNaN(p))
                          return (
                            (q.errors = [
                              {
                                instancePath: a + "/status",
                                schemaPath: "#/properties/status/minimum",
                                keyword: "minimum",
                                params: { comparison: ">=", limit: 200 },
                                schema: 200,
                                parentSchema: w.properties.status,
                                data: p,
                              },
                            ]),
                            !1
                          );
                      }
                      var s = f === e;
                    } else var s = !0;
                    if (s) {
                      if (r.html !== void 0) {
                        let p = r.html,
                          f = e;
                        if (typeof p != "boolean" && typeof p != "string")
                          return (
                            (q.errors = [
                              {
                                instancePath: a + "/html",
                                schemaPath: "#/properties/html/type",
                                keyword: "type",
                                params: { type: w.properties.html.type },
                                schema: w.properties.html.type,
                                parentSchema: w.properties.html,
                                data: p,
                              },
                            ]),
                            !1
                          );
                        var s = f === e;
                      } else var s = !0;
                      if (s) {
                        if (r.headers !== void 0) {
                          let p = r.headers,
                            f = e;
                          if (e === f)
                            if (p && typeof p == "object" && !Array.isArray(p)) {
                              for (let D in p) {
                                let g = e;
                                if (typeof D == "string" && !He.test(D)) {
                                  let E = {
                                    instancePath: a + "/headers",
                                    schemaPath: "#/properties/headers/propertyNames/pattern",
                                    keyword: "pattern",
                                    params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
                                    schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
                                    parentSchema: w.properties.headers.propertyNames,
                                    data: D,
                                    propertyName: D,
                                  };
                                  (o === null ? (o = [E]) : o.push(E), e++);
                                }
                                var k = g === e;
                                if (!k) {
                                  let E = {
                                    instancePath: a + "/headers",
                                    schemaPath: "#/properties/headers/propertyNames",
                                    keyword: "propertyNames",
                                    params: { propertyName: D },
                                    schema: w.properties.headers.propertyNames,
                                    parentSchema: w.properties.headers,
                                    data: p,
                                  };
                                  return (o === null ? (o = [E]) : o.push(E), e++, (q.errors = o), !1);
                                  break;
                                }
                              }
                              if (k)
                                for (let D in p) {
                                  let g = p[D],
                                    E = e;
                                  if (e === E)
                                    if (typeof g == "string") {
                                      if (!Ze.test(g))
                                        return (
                                          (q.errors = [
                                            {
                                              instancePath:
                                                a + "/headers/" + D.replace(/~/g, "~0").replace(/\//g, "~1"),
                                              schemaPath: "#/properties/headers/additionalProperties/pattern",
                                              keyword: "pattern",
                                              params: { pattern: "^[\\t\\x20-\\x7e\\x80-\\xff]*$" },
                                              schema: "^[\\t\\x20-\\x7e\\x80-\\xff]*$",
                                              parentSchema: w.properties.headers.additionalProperties,
                                              data: g,
                                            },
                                          ]),
                                          !1
                                        );
                                    } else
                                      return (
                                        (q.errors = [
                                          {
                                            instancePath: a + "/headers/" + D.replace(/~/g, "~0").replace(/\//g, "~1"),
                                            schemaPath: "#/properties/headers/additionalProperties/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            schema: w.properties.headers.additionalProperties.type,
                                            parentSchema: w.properties.headers.additionalProperties,
                                            data: g,
                                          },
                                        ]),
                                        !1
                                      );
                                  var t = E === e;
                                  if (!t) break;
                                }
                            } else
                              return (
                                (q.errors = [
                                  {
                                    instancePath: a + "/headers",
                                    schemaPath: "#/properties/headers/type",
                                    keyword: "type",
                                    params: { type: "object" },
                                    schema: w.properties.headers.type,
                                    parentSchema: w.properties.headers,
                                    data: p,
                                  },
                                ]),
                                !1
                              );
                          var s = f === e;
                        } else var s = !0;
                        if (s) {
                          if (r.delay !== void 0) {
                            let p = r.delay,
                              f = e;
                            if (e === f)
                              if (typeof p == "number") {
                                if (p < 0 || isNaN(p))
                                  return (
                                    (q.errors = [
                                      {
                                        instancePath: a + "/delay",
                                        schemaPath: "#/properties/delay/minimum",
                                        keyword: "minimum",
                                        params: { comparison: ">=", limit: 0 },
                                        schema: 0,
                                        parentSchema: w.properties.delay,
                                        data: p,
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (q.errors = [
                                    {
                                      instancePath: a + "/delay",
                                      schemaPath: "#/properties/delay/type",
                                      keyword: "type",
                                      params: { type: "number" },
                                      schema: w.properties.delay.type,
                                      parentSchema: w.properties.delay,
                                      data: p,
                                    },
                                  ]),
                                  !1
                                );
                            var s = f === e;
                          } else var s = !0;
                          if (s) {
                            if (r.reset !== void 0) {
                              let p = r.reset,
                                f = e;
                              if (!(p === !0 || p === !1 || p === "after" || p === "during"))
                                return (
                                  (q.errors = [
                                    {
                                      instancePath: a + "/reset",
                                      schemaPath: "#/properties/reset/enum",
                                      keyword: "enum",
                                      params: { allowedValues: w.properties.reset.enum },
                                      schema: w.properties.reset.enum,
                                      parentSchema: w.properties.reset,
                                      data: p,
                                    },
                                  ]),
                                  !1
                                );
                              var s = f === e;
                            } else var s = !0;
                            if (s)
                              if (r.truncate !== void 0) {
                                let p = r.truncate,
                                  f = e;
                                if (typeof p != "boolean" && typeof p != "number")
                                  return (
                                    (q.errors = [
                                      {
                                        instancePath: a + "/truncate",
                                        schemaPath: "#/properties/truncate/type",
                                        keyword: "type",
                                        params: { type: w.properties.truncate.type },
                                        schema: w.properties.truncate.type,
                                        parentSchema: w.properties.truncate,
                                        data: p,
                                      },
                                    ]),
                                    !1
                                  );
                                if (e === f && typeof p == "number" && (p < 0 || isNaN(p)))
                                  return (
                                    (q.errors = [
                                      {
                                        instancePath: a + "/truncate",
                                        schemaPath: "#/properties/truncate/minimum",
                                        keyword: "minimum",
                                        params: { comparison: ">=", limit: 0 },
                                        schema: 0,
                                        parentSchema: w.properties.truncate,
                                        data: p,
                                      },
                                    ]),
                                    !1
                                  );
                                var s = f === e;
                              } else var s = !0;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (q.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: w.type,
            parentSchema: w,
            data: r,
          },
        ]),
        !1
      );
  return ((q.errors = o), e === 0);
}
q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Fe = X,
  se = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      days: { type: "number" },
      hours: { type: "number" },
      minutes: { type: "number" },
      seconds: { type: "number" },
      ms: { type: "number" },
    },
  };
function X(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = X.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!(t === "days" || t === "hours" || t === "minutes" || t === "seconds" || t === "ms")) {
          return (
            (X.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: se,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.days !== void 0) {
          let t = r.days,
            i = e;
          if (typeof t != "number")
            return (
              (X.errors = [
                {
                  instancePath: a + "/days",
                  schemaPath: "#/properties/days/type",
                  keyword: "type",
                  params: { type: "number" },
                  schema: se.properties.days.type,
                  parentSchema: se.properties.days,
                  data: t,
                },
              ]),
              !1
            );
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.hours !== void 0) {
            let t = r.hours,
              i = e;
            if (typeof t != "number")
              return (
                (X.errors = [
                  {
                    instancePath: a + "/hours",
                    schemaPath: "#/properties/hours/type",
                    keyword: "type",
                    params: { type: "number" },
                    schema: se.properties.hours.type,
                    parentSchema: se.properties.hours,
                    data: t,
                  },
                ]),
                !1
              );
            var s = i === e;
          } else var s = !0;
          if (s) {
            if (r.minutes !== void 0) {
              let t = r.minutes,
                i = e;
              if (typeof t != "number")
                return (
                  (X.errors = [
                    {
                      instancePath: a + "/minutes",
                      schemaPath: "#/properties/minutes/type",
                      keyword: "type",
                      params: { type: "number" },
                      schema: se.properties.minutes.type,
                      parentSchema: se.properties.minutes,
                      data: t,
                    },
                  ]),
                  !1
                );
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.seconds !== void 0) {
                let t = r.seconds,
                  i = e;
                if (typeof t != "number")
                  return (
                    (X.errors = [
                      {
                        instancePath: a + "/seconds",
                        schemaPath: "#/properties/seconds/type",
                        keyword: "type",
                        params: { type: "number" },
                        schema: se.properties.seconds.type,
                        parentSchema: se.properties.seconds,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
              if (s)
                if (r.ms !== void 0) {
                  let t = r.ms,
                    i = e;
                  if (typeof t != "number")
                    return (
                      (X.errors = [
                        {
                          instancePath: a + "/ms",
                          schemaPath: "#/properties/ms/type",
                          keyword: "type",
                          params: { type: "number" },
                          schema: se.properties.ms.type,
                          parentSchema: se.properties.ms,
                          data: t,
                        },
                      ]),
                      !1
                    );
                  var s = i === e;
                } else var s = !0;
            }
          }
        }
      }
    } else
      return (
        (X.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: se.type,
            parentSchema: se,
            data: r,
          },
        ]),
        !1
      );
  return ((X.errors = o), e === 0);
}
X.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Je = he,
  we = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    required: ["advance"],
    properties: { advance: { $ref: "#/components/schemas/Duration" } },
  };
function he(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = he.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let s;
      if (r.advance === void 0 && (s = "advance"))
        return (
          (he.errors = [
            {
              instancePath: a,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: s },
              schema: we.required,
              parentSchema: we,
              data: r,
            },
          ]),
          !1
        );
      {
        let k = e;
        for (let t in r)
          if (t !== "advance") {
            return (
              (he.errors = [
                {
                  instancePath: a,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: t },
                  schema: !1,
                  parentSchema: we,
                  data: r,
                },
              ]),
              !1
            );
            break;
          }
        k === e &&
          r.advance !== void 0 &&
          (X(r.advance, {
            instancePath: a + "/advance",
            parentData: r,
            parentDataProperty: "advance",
            rootData: _,
            dynamicAnchors: b,
          }) ||
            ((o = o === null ? X.errors : o.concat(X.errors)), (e = o.length)));
      }
    } else
      return (
        (he.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: we.type,
            parentSchema: we,
            data: r,
          },
        ]),
        !1
      );
  return ((he.errors = o), e === 0);
}
he.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Qe = L,
  C = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      username: { $ref: "#/components/schemas/Name" },
      email: { type: "string" },
      first_name: { type: "string" },
      last_name: { type: "string" },
      user_role: { $ref: "#/components/schemas/Role" },
      created_time: { type: "string", format: "date-time" },
      updated_time: { type: "string", format: "date-time" },
      active_time: { type: ["string", "null"], format: "date-time" },
      confirmed: { type: "boolean" },
      locked: { type: "boolean" },
      guid: { type: "string", format: "uuid" },
      external_id: { $ref: "#/components/schemas/Name" },
    },
  },
  be = { type: "string", enum: ["administrator", "publisher", "viewer"] };
function H(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = H.evaluated;
  return (
    u.dynamicProps && (u.props = void 0),
    u.dynamicItems && (u.items = void 0),
    typeof r != "string"
      ? ((H.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "string" },
            schema: be.type,
            parentSchema: be,
            data: r,
          },
        ]),
        !1)
      : r === "administrator" || r === "publisher" || r === "viewer"
        ? ((H.errors = o), e === 0)
        : ((H.errors = [
            {
              instancePath: a,
              schemaPath: "#/enum",
              keyword: "enum",
              params: { allowedValues: be.enum },
              schema: be.enum,
              parentSchema: be,
              data: r,
            },
          ]),
          !1)
  );
}
H.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var fe = (r) => !Number.isNaN(Date.parse(r)),
  le = (r) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(r);
function L(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = L.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!Ne.call(C.properties, t)) {
          return (
            (L.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: C,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.username !== void 0) {
          let t = e;
          x(r.username, {
            instancePath: a + "/username",
            parentData: r,
            parentDataProperty: "username",
            rootData: _,
            dynamicAnchors: b,
          }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
          var s = t === e;
        } else var s = !0;
        if (s) {
          if (r.email !== void 0) {
            let t = r.email,
              i = e;
            if (typeof t != "string")
              return (
                (L.errors = [
                  {
                    instancePath: a + "/email",
                    schemaPath: "#/properties/email/type",
                    keyword: "type",
                    params: { type: "string" },
                    schema: C.properties.email.type,
                    parentSchema: C.properties.email,
                    data: t,
                  },
                ]),
                !1
              );
            var s = i === e;
          } else var s = !0;
          if (s) {
            if (r.first_name !== void 0) {
              let t = r.first_name,
                i = e;
              if (typeof t != "string")
                return (
                  (L.errors = [
                    {
                      instancePath: a + "/first_name",
                      schemaPath: "#/properties/first_name/type",
                      keyword: "type",
                      params: { type: "string" },
                      schema: C.properties.first_name.type,
                      parentSchema: C.properties.first_name,
                      data: t,
                    },
                  ]),
                  !1
                );
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.last_name !== void 0) {
                let t = r.last_name,
                  i = e;
                if (typeof t != "string")
                  return (
                    (L.errors = [
                      {
                        instancePath: a + "/last_name",
                        schemaPath: "#/properties/last_name/type",
                        keyword: "type",
                        params: { type: "string" },
                        schema: C.properties.last_name.type,
                        parentSchema: C.properties.last_name,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
              if (s) {
                if (r.user_role !== void 0) {
                  let t = e;
                  H(r.user_role, {
                    instancePath: a + "/user_role",
                    parentData: r,
                    parentDataProperty: "user_role",
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? H.errors : o.concat(H.errors)), (e = o.length));
                  var s = t === e;
                } else var s = !0;
                if (s) {
                  if (r.created_time !== void 0) {
                    let t = r.created_time,
                      i = e;
                    if (e === i && e === i)
                      if (typeof t == "string") {
                        if (!fe(t))
                          return (
                            (L.errors = [
                              {
                                instancePath: a + "/created_time",
                                schemaPath: "#/properties/created_time/format",
                                keyword: "format",
                                params: { format: "date-time" },
                                schema: "date-time",
                                parentSchema: C.properties.created_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (L.errors = [
                            {
                              instancePath: a + "/created_time",
                              schemaPath: "#/properties/created_time/type",
                              keyword: "type",
                              params: { type: "string" },
                              schema: C.properties.created_time.type,
                              parentSchema: C.properties.created_time,
                              data: t,
                            },
                          ]),
                          !1
                        );
                    var s = i === e;
                  } else var s = !0;
                  if (s) {
                    if (r.updated_time !== void 0) {
                      let t = r.updated_time,
                        i = e;
                      if (e === i && e === i)
                        if (typeof t == "string") {
                          if (!fe(t))
                            return (
                              (L.errors = [
                                {
                                  instancePath: a + "/updated_time",
                                  schemaPath: "#/properties/updated_time/format",
                                  keyword: "format",
                                  params: { format: "date-time" },
                                  schema: "date-time",
                                  parentSchema: C.properties.updated_time,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (L.errors = [
                              {
                                instancePath: a + "/updated_time",
                                schemaPath: "#/properties/updated_time/type",
                                keyword: "type",
                                params: { type: "string" },
                                schema: C.properties.updated_time.type,
                                parentSchema: C.properties.updated_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      var s = i === e;
                    } else var s = !0;
                    if (s) {
                      if (r.active_time !== void 0) {
                        let t = r.active_time,
                          i = e;
                        if (typeof t != "string" && t !== null)
                          return (
                            (L.errors = [
                              {
                                instancePath: a + "/active_time",
                                schemaPath: "#/properties/active_time/type",
                                keyword: "type",
                                params: { type: C.properties.active_time.type },
                                schema: C.properties.active_time.type,
                                parentSchema: C.properties.active_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                        if (e === i && e === i && typeof t == "string" && !fe(t))
                          return (
                            (L.errors = [
                              {
                                instancePath: a + "/active_time",
                                schemaPath: "#/properties/active_time/format",
                                keyword: "format",
                                params: { format: "date-time" },
                                schema: "date-time",
                                parentSchema: C.properties.active_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                        var s = i === e;
                      } else var s = !0;
                      if (s) {
                        if (r.confirmed !== void 0) {
                          let t = r.confirmed,
                            i = e;
                          if (typeof t != "boolean")
                            return (
                              (L.errors = [
                                {
                                  instancePath: a + "/confirmed",
                                  schemaPath: "#/properties/confirmed/type",
                                  keyword: "type",
                                  params: { type: "boolean" },
                                  schema: C.properties.confirmed.type,
                                  parentSchema: C.properties.confirmed,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                          var s = i === e;
                        } else var s = !0;
                        if (s) {
                          if (r.locked !== void 0) {
                            let t = r.locked,
                              i = e;
                            if (typeof t != "boolean")
                              return (
                                (L.errors = [
                                  {
                                    instancePath: a + "/locked",
                                    schemaPath: "#/properties/locked/type",
                                    keyword: "type",
                                    params: { type: "boolean" },
                                    schema: C.properties.locked.type,
                                    parentSchema: C.properties.locked,
                                    data: t,
                                  },
                                ]),
                                !1
                              );
                            var s = i === e;
                          } else var s = !0;
                          if (s) {
                            if (r.guid !== void 0) {
                              let t = r.guid,
                                i = e;
                              if (e === i && e === i)
                                if (typeof t == "string") {
                                  if (!le(t))
                                    return (
                                      (L.errors = [
                                        {
                                          instancePath: a + "/guid",
                                          schemaPath: "#/properties/guid/format",
                                          keyword: "format",
                                          params: { format: "uuid" },
                                          schema: "uuid",
                                          parentSchema: C.properties.guid,
                                          data: t,
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (L.errors = [
                                      {
                                        instancePath: a + "/guid",
                                        schemaPath: "#/properties/guid/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        schema: C.properties.guid.type,
                                        parentSchema: C.properties.guid,
                                        data: t,
                                      },
                                    ]),
                                    !1
                                  );
                              var s = i === e;
                            } else var s = !0;
                            if (s)
                              if (r.external_id !== void 0) {
                                let t = e;
                                x(r.external_id, {
                                  instancePath: a + "/external_id",
                                  parentData: r,
                                  parentDataProperty: "external_id",
                                  rootData: _,
                                  dynamicAnchors: b,
                                }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
                                var s = t === e;
                              } else var s = !0;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (L.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: C.type,
            parentSchema: C,
            data: r,
          },
        ]),
        !1
      );
  return ((L.errors = o), e === 0);
}
L.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var We = F,
  B = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      name: { $ref: "#/components/schemas/Name" },
      owner_guid: { type: ["string", "null"], format: "uuid" },
      members: {
        type: "array",
        items: {
          type: ["string", "object"],
          required: ["guid"],
          properties: { guid: { type: "string" } },
          "x-allowed": "a guid or a user",
        },
      },
      gid: { type: ["integer", "null"], minimum: 1 },
      guid: { type: "string", format: "uuid" },
    },
  };
function F(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = F.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let t = e;
      for (let i in r)
        if (!(i === "name" || i === "owner_guid" || i === "members" || i === "gid" || i === "guid")) {
          return (
            (F.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: i },
                schema: !1,
                parentSchema: B,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (t === e) {
        if (r.name !== void 0) {
          let i = e;
          x(r.name, {
            instancePath: a + "/name",
            parentData: r,
            parentDataProperty: "name",
            rootData: _,
            dynamicAnchors: b,
          }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.owner_guid !== void 0) {
            let i = r.owner_guid,
              p = e;
            if (typeof i != "string" && i !== null)
              return (
                (F.errors = [
                  {
                    instancePath: a + "/owner_guid",
                    schemaPath: "#/properties/owner_guid/type",
                    keyword: "type",
                    params: { type: B.properties.owner_guid.type },
                    schema: B.properties.owner_guid.type,
                    parentSchema: B.properties.owner_guid,
                    data: i,
                  },
                ]),
                !1
              );
            if (e === p && e === p && typeof i == "string" && !le(i))
              return (
                (F.errors = [
                  {
                    instancePath: a + "/owner_guid",
                    schemaPath: "#/properties/owner_guid/format",
                    keyword: "format",
                    params: { format: "uuid" },
                    schema: "uuid",
                    parentSchema: B.properties.owner_guid,
                    data: i,
                  },
                ]),
                !1
              );
            var s = p === e;
          } else var s = !0;
          if (s) {
            if (r.members !== void 0) {
              let i = r.members,
                p = e;
              if (e === p)
                if (Array.isArray(i)) {
                  var k = !0;
                  let A = i.length;
                  for (let D = 0; D < A; D++) {
                    let g = i[D],
                      E = e;
                    if (typeof g != "string" && !(g && typeof g == "object" && !Array.isArray(g)))
                      return (
                        (F.errors = [
                          {
                            instancePath: a + "/members/" + D,
                            schemaPath: "#/properties/members/items/type",
                            keyword: "type",
                            params: { type: B.properties.members.items.type },
                            schema: B.properties.members.items.type,
                            parentSchema: B.properties.members.items,
                            data: g,
                          },
                        ]),
                        !1
                      );
                    if (e === E && g && typeof g == "object" && !Array.isArray(g)) {
                      let ee;
                      if (g.guid === void 0 && (ee = "guid"))
                        return (
                          (F.errors = [
                            {
                              instancePath: a + "/members/" + D,
                              schemaPath: "#/properties/members/items/required",
                              keyword: "required",
                              params: { missingProperty: ee },
                              schema: B.properties.members.items.required,
                              parentSchema: B.properties.members.items,
                              data: g,
                            },
                          ]),
                          !1
                        );
                      if (g.guid !== void 0) {
                        let Pe = g.guid;
                        if (typeof Pe != "string")
                          return (
                            (F.errors = [
                              {
                                instancePath: a + "/members/" + D + "/guid",
                                schemaPath: "#/properties/members/items/properties/guid/type",
                                keyword: "type",
                                params: { type: "string" },
                                schema: B.properties.members.items.properties.guid.type,
                                parentSchema: B.properties.members.items.properties.guid,
                                data: Pe,
                              },
                            ]),
                            !1
                          );
                      }
                    }
                    var k = E === e;
                    if (!k) break;
                  }
                } else
                  return (
                    (F.errors = [
                      {
                        instancePath: a + "/members",
                        schemaPath: "#/properties/members/type",
                        keyword: "type",
                        params: { type: "array" },
                        schema: B.properties.members.type,
                        parentSchema: B.properties.members,
                        data: i,
                      },
                    ]),
                    !1
                  );
              var s = p === e;
            } else var s = !0;
            if (s) {
              if (r.gid !== void 0) {
                let i = r.gid,
                  p = e;
                if (!(typeof i == "number" && !(i % 1) && !isNaN(i)) && i !== null)
                  return (
                    (F.errors = [
                      {
                        instancePath: a + "/gid",
                        schemaPath: "#/properties/gid/type",
                        keyword: "type",
                        params: { type: B.properties.gid.type },
                        schema: B.properties.gid.type,
                        parentSchema: B.properties.gid,
                        data: i,
                      },
                    ]),
                    !1
                  );
                if (e === p && typeof i == "number" && (i < 1 || isNaN(i)))
                  return (
                    (F.errors = [
                      {
                        instancePath: a + "/gid",
                        schemaPath: "#/properties/gid/minimum",
                        keyword: "minimum",
                        params: { comparison: ">=", limit: 1 },
                        schema: 1,
                        parentSchema: B.properties.gid,
                        data: i,
                      },
                    ]),
                    !1
                  );
                var s = p === e;
              } else var s = !0;
              if (s)
                if (r.guid !== void 0) {
                  let i = r.guid,
                    p = e;
                  if (e === p && e === p)
                    if (typeof i == "string") {
                      if (!le(i))
                        return (
                          (F.errors = [
                            {
                              instancePath: a + "/guid",
                              schemaPath: "#/properties/guid/format",
                              keyword: "format",
                              params: { format: "uuid" },
                              schema: "uuid",
                              parentSchema: B.properties.guid,
                              data: i,
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (F.errors = [
                          {
                            instancePath: a + "/guid",
                            schemaPath: "#/properties/guid/type",
                            keyword: "type",
                            params: { type: "string" },
                            schema: B.properties.guid.type,
                            parentSchema: B.properties.guid,
                            data: i,
                          },
                        ]),
                        !1
                      );
                  var s = p === e;
                } else var s = !0;
            }
          }
        }
      }
    } else
      return (
        (F.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: B.type,
            parentSchema: B,
            data: r,
          },
        ]),
        !1
      );
  return ((F.errors = o), e === 0);
}
F.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Xe = J,
  Z = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      name: { $ref: "#/components/schemas/Name" },
      owner: { type: ["string", "null"], minLength: 1 },
      members: { type: "array", items: { $ref: "#/components/schemas/Name" } },
      gid: { type: ["integer", "null"], minimum: 1 },
      guid: { type: "string", format: "uuid" },
    },
  };
function J(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = J.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let t = e;
      for (let i in r)
        if (!(i === "name" || i === "owner" || i === "members" || i === "gid" || i === "guid")) {
          return (
            (J.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: i },
                schema: !1,
                parentSchema: Z,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (t === e) {
        if (r.name !== void 0) {
          let i = e;
          x(r.name, {
            instancePath: a + "/name",
            parentData: r,
            parentDataProperty: "name",
            rootData: _,
            dynamicAnchors: b,
          }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.owner !== void 0) {
            let i = r.owner,
              p = e;
            if (typeof i != "string" && i !== null)
              return (
                (J.errors = [
                  {
                    instancePath: a + "/owner",
                    schemaPath: "#/properties/owner/type",
                    keyword: "type",
                    params: { type: Z.properties.owner.type },
                    schema: Z.properties.owner.type,
                    parentSchema: Z.properties.owner,
                    data: i,
                  },
                ]),
                !1
              );
            if (e === p && typeof i == "string" && Re(i) < 1)
              return (
                (J.errors = [
                  {
                    instancePath: a + "/owner",
                    schemaPath: "#/properties/owner/minLength",
                    keyword: "minLength",
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: Z.properties.owner,
                    data: i,
                  },
                ]),
                !1
              );
            var s = p === e;
          } else var s = !0;
          if (s) {
            if (r.members !== void 0) {
              let i = r.members,
                p = e;
              if (e === p)
                if (Array.isArray(i)) {
                  var k = !0;
                  let A = i.length;
                  for (let D = 0; D < A; D++) {
                    let g = e;
                    x(i[D], {
                      instancePath: a + "/members/" + D,
                      parentData: i,
                      parentDataProperty: D,
                      rootData: _,
                      dynamicAnchors: b,
                    }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
                    var k = g === e;
                    if (!k) break;
                  }
                } else
                  return (
                    (J.errors = [
                      {
                        instancePath: a + "/members",
                        schemaPath: "#/properties/members/type",
                        keyword: "type",
                        params: { type: "array" },
                        schema: Z.properties.members.type,
                        parentSchema: Z.properties.members,
                        data: i,
                      },
                    ]),
                    !1
                  );
              var s = p === e;
            } else var s = !0;
            if (s) {
              if (r.gid !== void 0) {
                let i = r.gid,
                  p = e;
                if (!(typeof i == "number" && !(i % 1) && !isNaN(i)) && i !== null)
                  return (
                    (J.errors = [
                      {
                        instancePath: a + "/gid",
                        schemaPath: "#/properties/gid/type",
                        keyword: "type",
                        params: { type: Z.properties.gid.type },
                        schema: Z.properties.gid.type,
                        parentSchema: Z.properties.gid,
                        data: i,
                      },
                    ]),
                    !1
                  );
                if (e === p && typeof i == "number" && (i < 1 || isNaN(i)))
                  return (
                    (J.errors = [
                      {
                        instancePath: a + "/gid",
                        schemaPath: "#/properties/gid/minimum",
                        keyword: "minimum",
                        params: { comparison: ">=", limit: 1 },
                        schema: 1,
                        parentSchema: Z.properties.gid,
                        data: i,
                      },
                    ]),
                    !1
                  );
                var s = p === e;
              } else var s = !0;
              if (s)
                if (r.guid !== void 0) {
                  let i = r.guid,
                    p = e;
                  if (e === p && e === p)
                    if (typeof i == "string") {
                      if (!le(i))
                        return (
                          (J.errors = [
                            {
                              instancePath: a + "/guid",
                              schemaPath: "#/properties/guid/format",
                              keyword: "format",
                              params: { format: "uuid" },
                              schema: "uuid",
                              parentSchema: Z.properties.guid,
                              data: i,
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (J.errors = [
                          {
                            instancePath: a + "/guid",
                            schemaPath: "#/properties/guid/type",
                            keyword: "type",
                            params: { type: "string" },
                            schema: Z.properties.guid.type,
                            parentSchema: Z.properties.guid,
                            data: i,
                          },
                        ]),
                        !1
                      );
                  var s = p === e;
                } else var s = !0;
            }
          }
        }
      }
    } else
      return (
        (J.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: Z.type,
            parentSchema: Z,
            data: r,
          },
        ]),
        !1
      );
  return ((J.errors = o), e === 0);
}
J.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ye = v,
  l = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      guid: { type: "string", format: "uuid" },
      name: { $ref: "#/components/schemas/Name" },
      title: { type: ["string", "null"] },
      description: { type: "string" },
      access_type: { $ref: "#/components/schemas/AccessType" },
      locked: { type: "boolean" },
      locked_message: { type: "string" },
      connection_timeout: { type: ["integer", "null"] },
      read_timeout: { type: ["integer", "null"] },
      init_timeout: { type: ["integer", "null"] },
      idle_timeout: { type: ["integer", "null"] },
      max_processes: { type: ["integer", "null"] },
      min_processes: { type: ["integer", "null"] },
      max_conns_per_process: { type: ["integer", "null"] },
      load_factor: { type: ["number", "null"] },
      memory_request: { type: ["integer", "null"] },
      memory_limit: { type: ["integer", "null"] },
      cpu_request: { type: ["number", "null"] },
      cpu_limit: { type: ["number", "null"] },
      amd_gpu_limit: { type: ["integer", "null"] },
      nvidia_gpu_limit: { type: ["integer", "null"] },
      service_account_name: { type: ["string", "null"] },
      default_image_name: { type: ["string", "null"] },
      default_environment_guid: { type: ["string", "null"] },
      created_time: { type: "string", format: "date-time" },
      last_deployed_time: { type: "string", format: "date-time" },
      bundle_id: { type: ["string", "null"] },
      app_mode: { type: "string" },
      content_category: { type: "string" },
      parameterized: { type: "boolean" },
      environment_guid: { type: ["string", "null"] },
      cluster_name: { type: ["string", "null"] },
      image_name: { type: ["string", "null"] },
      r_version: { type: ["string", "null"] },
      py_version: { type: ["string", "null"] },
      quarto_version: { type: ["string", "null"] },
      node_version: { type: ["string", "null"] },
      r_environment_management: { type: ["boolean", "null"] },
      default_r_environment_management: { type: ["boolean", "null"] },
      py_environment_management: { type: ["boolean", "null"] },
      default_py_environment_management: { type: ["boolean", "null"] },
      run_as: { type: ["string", "null"] },
      run_as_current_user: { type: "boolean" },
      owner_guid: { type: "string", format: "uuid" },
      id: { type: "string" },
      metrics_collection_enabled: { type: ["boolean", "null"] },
      notify_on_share: { type: ["boolean", "null"] },
      otel_enabled: { type: "boolean" },
      public_content_status: { type: ["string", "null"] },
    },
  },
  Se = { type: "string", enum: ["all", "logged_in", "acl"] };
function Y(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = Y.evaluated;
  return (
    u.dynamicProps && (u.props = void 0),
    u.dynamicItems && (u.items = void 0),
    typeof r != "string"
      ? ((Y.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "string" },
            schema: Se.type,
            parentSchema: Se,
            data: r,
          },
        ]),
        !1)
      : r === "all" || r === "logged_in" || r === "acl"
        ? ((Y.errors = o), e === 0)
        : ((Y.errors = [
            {
              instancePath: a,
              schemaPath: "#/enum",
              keyword: "enum",
              params: { allowedValues: Se.enum },
              schema: Se.enum,
              parentSchema: Se,
              data: r,
            },
          ]),
          !1)
  );
}
Y.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function v(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = v.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!Ne.call(l.properties, t)) {
          return (
            (v.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: l,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.guid !== void 0) {
          let t = r.guid,
            i = e;
          if (e === i && e === i)
            if (typeof t == "string") {
              if (!le(t))
                return (
                  (v.errors = [
                    {
                      instancePath: a + "/guid",
                      schemaPath: "#/properties/guid/format",
                      keyword: "format",
                      params: { format: "uuid" },
                      schema: "uuid",
                      parentSchema: l.properties.guid,
                      data: t,
                    },
                  ]),
                  !1
                );
            } else
              return (
                (v.errors = [
                  {
                    instancePath: a + "/guid",
                    schemaPath: "#/properties/guid/type",
                    keyword: "type",
                    params: { type: "string" },
                    schema: l.properties.guid.type,
                    parentSchema: l.properties.guid,
                    data: t,
                  },
                ]),
                !1
              );
          var s = i === e;
        } else var s = !0;
        if (s) {
          if (r.name !== void 0) {
            let t = e;
            x(r.name, {
              instancePath: a + "/name",
              parentData: r,
              parentDataProperty: "name",
              rootData: _,
              dynamicAnchors: b,
            }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
            var s = t === e;
          } else var s = !0;
          if (s) {
            if (r.title !== void 0) {
              let t = r.title,
                i = e;
              if (typeof t != "string" && t !== null)
                return (
                  (v.errors = [
                    {
                      instancePath: a + "/title",
                      schemaPath: "#/properties/title/type",
                      keyword: "type",
                      params: { type: l.properties.title.type },
                      schema: l.properties.title.type,
                      parentSchema: l.properties.title,
                      data: t,
                    },
                  ]),
                  !1
                );
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.description !== void 0) {
                let t = r.description,
                  i = e;
                if (typeof t != "string")
                  return (
                    (v.errors = [
                      {
                        instancePath: a + "/description",
                        schemaPath: "#/properties/description/type",
                        keyword: "type",
                        params: { type: "string" },
                        schema: l.properties.description.type,
                        parentSchema: l.properties.description,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
              if (s) {
                if (r.access_type !== void 0) {
                  let t = e;
                  Y(r.access_type, {
                    instancePath: a + "/access_type",
                    parentData: r,
                    parentDataProperty: "access_type",
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? Y.errors : o.concat(Y.errors)), (e = o.length));
                  var s = t === e;
                } else var s = !0;
                if (s) {
                  if (r.locked !== void 0) {
                    let t = r.locked,
                      i = e;
                    if (typeof t != "boolean")
                      return (
                        (v.errors = [
                          {
                            instancePath: a + "/locked",
                            schemaPath: "#/properties/locked/type",
                            keyword: "type",
                            params: { type: "boolean" },
                            schema: l.properties.locked.type,
                            parentSchema: l.properties.locked,
                            data: t,
                          },
                        ]),
                        !1
                      );
                    var s = i === e;
                  } else var s = !0;
                  if (s) {
                    if (r.locked_message !== void 0) {
                      let t = r.locked_message,
                        i = e;
                      if (typeof t != "string")
                        return (
                          (v.errors = [
                            {
                              instancePath: a + "/locked_message",
                              schemaPath: "#/properties/locked_message/type",
                              keyword: "type",
                              params: { type: "string" },
                              schema: l.properties.locked_message.type,
                              parentSchema: l.properties.locked_message,
                              data: t,
                            },
                          ]),
                          !1
                        );
                      var s = i === e;
                    } else var s = !0;
                    if (s) {
                      if (r.connection_timeout !== void 0) {
                        let t = r.connection_timeout,
                          i = e;
                        if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                          return (
                            (v.errors = [
                              {
                                instancePath: a + "/connection_timeout",
                                schemaPath: "#/properties/connection_timeout/type",
                                keyword: "type",
                                params: { type: l.properties.connection_timeout.type },
                                schema: l.properties.connection_timeout.type,
                                parentSchema: l.properties.connection_timeout,
                                data: t,
                              },
                            ]),
                            !1
                          );
                        var s = i === e;
                      } else var s = !0;
                      if (s) {
                        if (r.read_timeout !== void 0) {
                          let t = r.read_timeout,
                            i = e;
                          if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                            return (
                              (v.errors = [
                                {
                                  instancePath: a + "/read_timeout",
                                  schemaPath: "#/properties/read_timeout/type",
                                  keyword: "type",
                                  params: { type: l.properties.read_timeout.type },
                                  schema: l.properties.read_timeout.type,
                                  parentSchema: l.properties.read_timeout,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                          var s = i === e;
                        } else var s = !0;
                        if (s) {
                          if (r.init_timeout !== void 0) {
                            let t = r.init_timeout,
                              i = e;
                            if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                              return (
                                (v.errors = [
                                  {
                                    instancePath: a + "/init_timeout",
                                    schemaPath: "#/properties/init_timeout/type",
                                    keyword: "type",
                                    params: { type: l.properties.init_timeout.type },
                                    schema: l.properties.init_timeout.type,
                                    parentSchema: l.properties.init_timeout,
                                    data: t,
                                  },
                                ]),
                                !1
                              );
                            var s = i === e;
                          } else var s = !0;
                          if (s) {
                            if (r.idle_timeout !== void 0) {
                              let t = r.idle_timeout,
                                i = e;
                              if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                return (
                                  (v.errors = [
                                    {
                                      instancePath: a + "/idle_timeout",
                                      schemaPath: "#/properties/idle_timeout/type",
                                      keyword: "type",
                                      params: { type: l.properties.idle_timeout.type },
                                      schema: l.properties.idle_timeout.type,
                                      parentSchema: l.properties.idle_timeout,
                                      data: t,
                                    },
                                  ]),
                                  !1
                                );
                              var s = i === e;
                            } else var s = !0;
                            if (s) {
                              if (r.max_processes !== void 0) {
                                let t = r.max_processes,
                                  i = e;
                                if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                  return (
                                    (v.errors = [
                                      {
                                        instancePath: a + "/max_processes",
                                        schemaPath: "#/properties/max_processes/type",
                                        keyword: "type",
                                        params: { type: l.properties.max_processes.type },
                                        schema: l.properties.max_processes.type,
                                        parentSchema: l.properties.max_processes,
                                        data: t,
                                      },
                                    ]),
                                    !1
                                  );
                                var s = i === e;
                              } else var s = !0;
                              if (s) {
                                if (r.min_processes !== void 0) {
                                  let t = r.min_processes,
                                    i = e;
                                  if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                    return (
                                      (v.errors = [
                                        {
                                          instancePath: a + "/min_processes",
                                          schemaPath: "#/properties/min_processes/type",
                                          keyword: "type",
                                          params: { type: l.properties.min_processes.type },
                                          schema: l.properties.min_processes.type,
                                          parentSchema: l.properties.min_processes,
                                          data: t,
                                        },
                                      ]),
                                      !1
                                    );
                                  var s = i === e;
                                } else var s = !0;
                                if (s) {
                                  if (r.max_conns_per_process !== void 0) {
                                    let t = r.max_conns_per_process,
                                      i = e;
                                    if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                      return (
                                        (v.errors = [
                                          {
                                            instancePath: a + "/max_conns_per_process",
                                            schemaPath: "#/properties/max_conns_per_process/type",
                                            keyword: "type",
                                            params: { type: l.properties.max_conns_per_process.type },
                                            schema: l.properties.max_conns_per_process.type,
                                            parentSchema: l.properties.max_conns_per_process,
                                            data: t,
                                          },
                                        ]),
                                        !1
                                      );
                                    var s = i === e;
                                  } else var s = !0;
                                  if (s) {
                                    if (r.load_factor !== void 0) {
                                      let t = r.load_factor,
                                        i = e;
                                      if (typeof t != "number" && t !== null)
                                        return (
                                          (v.errors = [
                                            {
                                              instancePath: a + "/load_factor",
                                              schemaPath: "#/properties/load_factor/type",
                                              keyword: "type",
                                              params: { type: l.properties.load_factor.type },
                                              schema: l.properties.load_factor.type,
                                              parentSchema: l.properties.load_factor,
                                              data: t,
                                            },
                                          ]),
                                          !1
                                        );
                                      var s = i === e;
                                    } else var s = !0;
                                    if (s) {
                                      if (r.memory_request !== void 0) {
                                        let t = r.memory_request,
                                          i = e;
                                        if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                          return (
                                            (v.errors = [
                                              {
                                                instancePath: a + "/memory_request",
                                                schemaPath: "#/properties/memory_request/type",
                                                keyword: "type",
                                                params: { type: l.properties.memory_request.type },
                                                schema: l.properties.memory_request.type,
                                                parentSchema: l.properties.memory_request,
                                                data: t,
                                              },
                                            ]),
                                            !1
                                          );
                                        var s = i === e;
                                      } else var s = !0;
                                      if (s) {
                                        if (r.memory_limit !== void 0) {
                                          let t = r.memory_limit,
                                            i = e;
                                          if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                            return (
                                              (v.errors = [
                                                {
                                                  instancePath: a + "/memory_limit",
                                                  schemaPath: "#/properties/memory_limit/type",
                                                  keyword: "type",
                                                  params: { type: l.properties.memory_limit.type },
                                                  schema: l.properties.memory_limit.type,
                                                  parentSchema: l.properties.memory_limit,
                                                  data: t,
                                                },
                                              ]),
                                              !1
                                            );
                                          var s = i === e;
                                        } else var s = !0;
                                        if (s) {
                                          if (r.cpu_request !== void 0) {
                                            let t = r.cpu_request,
                                              i = e;
                                            if (typeof t != "number" && t !== null)
                                              return (
                                                (v.errors = [
                                                  {
                                                    instancePath: a + "/cpu_request",
                                                    schemaPath: "#/properties/cpu_request/type",
                                                    keyword: "type",
                                                    params: { type: l.properties.cpu_request.type },
                                                    schema: l.properties.cpu_request.type,
                                                    parentSchema: l.properties.cpu_request,
                                                    data: t,
                                                  },
                                                ]),
                                                !1
                                              );
                                            var s = i === e;
                                          } else var s = !0;
                                          if (s) {
                                            if (r.cpu_limit !== void 0) {
                                              let t = r.cpu_limit,
                                                i = e;
                                              if (typeof t != "number" && t !== null)
                                                return (
                                                  (v.errors = [
                                                    {
                                                      instancePath: a + "/cpu_limit",
                                                      schemaPath: "#/properties/cpu_limit/type",
                                                      keyword: "type",
                                                      params: { type: l.properties.cpu_limit.type },
                                                      schema: l.properties.cpu_limit.type,
                                                      parentSchema: l.properties.cpu_limit,
                                                      data: t,
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              var s = i === e;
                                            } else var s = !0;
                                            if (s) {
                                              if (r.amd_gpu_limit !== void 0) {
                                                let t = r.amd_gpu_limit,
                                                  i = e;
                                                if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                                  return (
                                                    (v.errors = [
                                                      {
                                                        instancePath: a + "/amd_gpu_limit",
                                                        schemaPath: "#/properties/amd_gpu_limit/type",
                                                        keyword: "type",
                                                        params: { type: l.properties.amd_gpu_limit.type },
                                                        schema: l.properties.amd_gpu_limit.type,
                                                        parentSchema: l.properties.amd_gpu_limit,
                                                        data: t,
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var s = i === e;
                                              } else var s = !0;
                                              if (s) {
                                                if (r.nvidia_gpu_limit !== void 0) {
                                                  let t = r.nvidia_gpu_limit,
                                                    i = e;
                                                  if (!(typeof t == "number" && !(t % 1) && !isNaN(t)) && t !== null)
                                                    return (
                                                      (v.errors = [
                                                        {
                                                          instancePath: a + "/nvidia_gpu_limit",
                                                          schemaPath: "#/properties/nvidia_gpu_limit/type",
                                                          keyword: "type",
                                                          params: { type: l.properties.nvidia_gpu_limit.type },
                                                          schema: l.properties.nvidia_gpu_limit.type,
                                                          parentSchema: l.properties.nvidia_gpu_limit,
                                                          data: t,
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  var s = i === e;
                                                } else var s = !0;
                                                if (s) {
                                                  if (r.service_account_name !== void 0) {
                                                    let t = r.service_account_name,
                                                      i = e;
                                                    if (typeof t != "string" && t !== null)
                                                      return (
                                                        (v.errors = [
                                                          {
                                                            instancePath: a + "/service_account_name",
                                                            schemaPath: "#/properties/service_account_name/type",
                                                            keyword: "type",
                                                            params: { type: l.properties.service_account_name.type },
                                                            schema: l.properties.service_account_name.type,
                                                            parentSchema: l.properties.service_account_name,
                                                            data: t,
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    var s = i === e;
                                                  } else var s = !0;
                                                  if (s) {
                                                    if (r.default_image_name !== void 0) {
                                                      let t = r.default_image_name,
                                                        i = e;
                                                      if (typeof t != "string" && t !== null)
                                                        return (
                                                          (v.errors = [
                                                            {
                                                              instancePath: a + "/default_image_name",
                                                              schemaPath: "#/properties/default_image_name/type",
                                                              keyword: "type",
                                                              params: { type: l.properties.default_image_name.type },
                                                              schema: l.properties.default_image_name.type,
                                                              parentSchema: l.properties.default_image_name,
                                                              data: t,
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      var s = i === e;
                                                    } else var s = !0;
                                                    if (s) {
                                                      if (r.default_environment_guid !== void 0) {
                                                        let t = r.default_environment_guid,
                                                          i = e;
                                                        if (typeof t != "string" && t !== null)
                                                          return (
                                                            (v.errors = [
                                                              {
                                                                instancePath: a + "/default_environment_guid",
                                                                schemaPath:
                                                                  "#/properties/default_environment_guid/type",
                                                                keyword: "type",
                                                                params: {
                                                                  type: l.properties.default_environment_guid.type,
                                                                },
                                                                schema: l.properties.default_environment_guid.type,
                                                                parentSchema: l.properties.default_environment_guid,
                                                                data: t,
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                        var s = i === e;
                                                      } else var s = !0;
                                                      if (s) {
                                                        if (r.created_time !== void 0) {
                                                          let t = r.created_time,
                                                            i = e;
                                                          if (e === i && e === i)
                                                            if (typeof t == "string") {
                                                              if (!fe(t))
                                                                return (
                                                                  (v.errors = [
                                                                    {
                                                                      instancePath: a + "/created_time",
                                                                      schemaPath: "#/properties/created_time/format",
                                                                      keyword: "format",
                                                                      params: { format: "date-time" },
                                                                      schema: "date-time",
                                                                      parentSchema: l.properties.created_time,
                                                                      data: t,
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            } else
                                                              return (
                                                                (v.errors = [
                                                                  {
                                                                    instancePath: a + "/created_time",
                                                                    schemaPath: "#/properties/created_time/type",
                                                                    keyword: "type",
                                                                    params: { type: "string" },
                                                                    schema: l.properties.created_time.type,
                                                                    parentSchema: l.properties.created_time,
                                                                    data: t,
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          var s = i === e;
                                                        } else var s = !0;
                                                        if (s) {
                                                          if (r.last_deployed_time !== void 0) {
                                                            let t = r.last_deployed_time,
                                                              i = e;
                                                            if (e === i && e === i)
                                                              if (typeof t == "string") {
                                                                if (!fe(t))
                                                                  return (
                                                                    (v.errors = [
                                                                      {
                                                                        instancePath: a + "/last_deployed_time",
                                                                        schemaPath:
                                                                          "#/properties/last_deployed_time/format",
                                                                        keyword: "format",
                                                                        params: { format: "date-time" },
                                                                        schema: "date-time",
                                                                        parentSchema: l.properties.last_deployed_time,
                                                                        data: t,
                                                                      },
                                                                    ]),
                                                                    !1
                                                                  );
                                                              } else
                                                                return (
                                                                  (v.errors = [
                                                                    {
                                                                      instancePath: a + "/last_deployed_time",
                                                                      schemaPath:
                                                                        "#/properties/last_deployed_time/type",
                                                                      keyword: "type",
                                                                      params: { type: "string" },
                                                                      schema: l.properties.last_deployed_time.type,
                                                                      parentSchema: l.properties.last_deployed_time,
                                                                      data: t,
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            var s = i === e;
                                                          } else var s = !0;
                                                          if (s) {
                                                            if (r.bundle_id !== void 0) {
                                                              let t = r.bundle_id,
                                                                i = e;
                                                              if (typeof t != "string" && t !== null)
                                                                return (
                                                                  (v.errors = [
                                                                    {
                                                                      instancePath: a + "/bundle_id",
                                                                      schemaPath: "#/properties/bundle_id/type",
                                                                      keyword: "type",
                                                                      params: { type: l.properties.bundle_id.type },
                                                                      schema: l.properties.bundle_id.type,
                                                                      parentSchema: l.properties.bundle_id,
                                                                      data: t,
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                              var s = i === e;
                                                            } else var s = !0;
                                                            if (s) {
                                                              if (r.app_mode !== void 0) {
                                                                let t = r.app_mode,
                                                                  i = e;
                                                                if (typeof t != "string")
                                                                  return (
                                                                    (v.errors = [
                                                                      {
                                                                        instancePath: a + "/app_mode",
                                                                        schemaPath: "#/properties/app_mode/type",
                                                                        keyword: "type",
                                                                        params: { type: "string" },
                                                                        schema: l.properties.app_mode.type,
                                                                        parentSchema: l.properties.app_mode,
                                                                        data: t,
                                                                      },
                                                                    ]),
                                                                    !1
                                                                  );
                                                                var s = i === e;
                                                              } else var s = !0;
                                                              if (s) {
                                                                if (r.content_category !== void 0) {
                                                                  let t = r.content_category,
                                                                    i = e;
                                                                  if (typeof t != "string")
                                                                    return (
                                                                      (v.errors = [
                                                                        {
                                                                          instancePath: a + "/content_category",
                                                                          schemaPath:
                                                                            "#/properties/content_category/type",
                                                                          keyword: "type",
                                                                          params: { type: "string" },
                                                                          schema: l.properties.content_category.type,
                                                                          parentSchema: l.properties.content_category,
                                                                          data: t,
                                                                        },
                                                                      ]),
                                                                      !1
                                                                    );
                                                                  var s = i === e;
                                                                } else var s = !0;
                                                                if (s) {
                                                                  if (r.parameterized !== void 0) {
                                                                    let t = r.parameterized,
                                                                      i = e;
                                                                    if (typeof t != "boolean")
                                                                      return (
                                                                        (v.errors = [
                                                                          {
                                                                            instancePath: a + "/parameterized",
                                                                            schemaPath:
                                                                              "#/properties/parameterized/type",
                                                                            keyword: "type",
                                                                            params: { type: "boolean" },
                                                                            schema: l.properties.parameterized.type,
                                                                            parentSchema: l.properties.parameterized,
                                                                            data: t,
                                                                          },
                                                                        ]),
                                                                        !1
                                                                      );
                                                                    var s = i === e;
                                                                  } else var s = !0;
                                                                  if (s) {
                                                                    if (r.environment_guid !== void 0) {
                                                                      let t = r.environment_guid,
                                                                        i = e;
                                                                      if (typeof t != "string" && t !== null)
                                                                        return (
                                                                          (v.errors = [
                                                                            {
                                                                              instancePath: a + "/environment_guid",
                                                                              schemaPath:
                                                                                "#/properties/environment_guid/type",
                                                                              keyword: "type",
                                                                              params: {
                                                                                type: l.properties.environment_guid
                                                                                  .type,
                                                                              },
                                                                              schema:
                                                                                l.properties.environment_guid.type,
                                                                              parentSchema:
                                                                                l.properties.environment_guid,
                                                                              data: t,
                                                                            },
                                                                          ]),
                                                                          !1
                                                                        );
                                                                      var s = i === e;
                                                                    } else var s = !0;
                                                                    if (s) {
                                                                      if (r.cluster_name !== void 0) {
                                                                        let t = r.cluster_name,
                                                                          i = e;
                                                                        if (typeof t != "string" && t !== null)
                                                                          return (
                                                                            (v.errors = [
                                                                              {
                                                                                instancePath: a + "/cluster_name",
                                                                                schemaPath:
                                                                                  "#/properties/cluster_name/type",
                                                                                keyword: "type",
                                                                                params: {
                                                                                  type: l.properties.cluster_name.type,
                                                                                },
                                                                                schema: l.properties.cluster_name.type,
                                                                                parentSchema: l.properties.cluster_name,
                                                                                data: t,
                                                                              },
                                                                            ]),
                                                                            !1
                                                                          );
                                                                        var s = i === e;
                                                                      } else var s = !0;
                                                                      if (s) {
                                                                        if (r.image_name !== void 0) {
                                                                          let t = r.image_name,
                                                                            i = e;
                                                                          if (typeof t != "string" && t !== null)
                                                                            return (
                                                                              (v.errors = [
                                                                                {
                                                                                  instancePath: a + "/image_name",
                                                                                  schemaPath:
                                                                                    "#/properties/image_name/type",
                                                                                  keyword: "type",
                                                                                  params: {
                                                                                    type: l.properties.image_name.type,
                                                                                  },
                                                                                  schema: l.properties.image_name.type,
                                                                                  parentSchema: l.properties.image_name,
                                                                                  data: t,
                                                                                },
                                                                              ]),
                                                                              !1
                                                                            );
                                                                          var s = i === e;
                                                                        } else var s = !0;
                                                                        if (s) {
                                                                          if (r.r_version !== void 0) {
                                                                            let t = r.r_version,
                                                                              i = e;
                                                                            if (typeof t != "string" && t !== null)
                                                                              return (
                                                                                (v.errors = [
                                                                                  {
                                                                                    instancePath: a + "/r_version",
                                                                                    schemaPath:
                                                                                      "#/properties/r_version/type",
                                                                                    keyword: "type",
                                                                                    params: {
                                                                                      type: l.properties.r_version.type,
                                                                                    },
                                                                                    schema: l.properties.r_version.type,
                                                                                    parentSchema:
                                                                                      l.properties.r_version,
                                                                                    data: t,
                                                                                  },
                                                                                ]),
                                                                                !1
                                                                              );
                                                                            var s = i === e;
                                                                          } else var s = !0;
                                                                          if (s) {
                                                                            if (r.py_version !== void 0) {
                                                                              let t = r.py_version,
                                                                                i = e;
                                                                              if (typeof t != "string" && t !== null)
                                                                                return (
                                                                                  (v.errors = [
                                                                                    {
                                                                                      instancePath: a + "/py_version",
                                                                                      schemaPath:
                                                                                        "#/properties/py_version/type",
                                                                                      keyword: "type",
                                                                                      params: {
                                                                                        type: l.properties.py_version
                                                                                          .type,
                                                                                      },
                                                                                      schema:
                                                                                        l.properties.py_version.type,
                                                                                      parentSchema:
                                                                                        l.properties.py_version,
                                                                                      data: t,
                                                                                    },
                                                                                  ]),
                                                                                  !1
                                                                                );
                                                                              var s = i === e;
                                                                            } else var s = !0;
                                                                            if (s) {
                                                                              if (r.quarto_version !== void 0) {
                                                                                let t = r.quarto_version,
                                                                                  i = e;
                                                                                if (typeof t != "string" && t !== null)
                                                                                  return (
                                                                                    (v.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          a + "/quarto_version",
                                                                                        schemaPath:
                                                                                          "#/properties/quarto_version/type",
                                                                                        keyword: "type",
                                                                                        params: {
                                                                                          type: l.properties
                                                                                            .quarto_version.type,
                                                                                        },
                                                                                        schema:
                                                                                          l.properties.quarto_version
                                                                                            .type,
                                                                                        parentSchema:
                                                                                          l.properties.quarto_version,
                                                                                        data: t,
                                                                                      },
                                                                                    ]),
                                                                                    !1
                                                                                  );
                                                                                var s = i === e;
                                                                              } else var s = !0;
                                                                              if (s) {
                                                                                if (r.node_version !== void 0) {
                                                                                  let t = r.node_version,
                                                                                    i = e;
                                                                                  if (
                                                                                    typeof t != "string" &&
                                                                                    t !== null
                                                                                  )
                                                                                    return (
                                                                                      (v.errors = [
                                                                                        {
                                                                                          instancePath:
                                                                                            a + "/node_version",
                                                                                          schemaPath:
                                                                                            "#/properties/node_version/type",
                                                                                          keyword: "type",
                                                                                          params: {
                                                                                            type: l.properties
                                                                                              .node_version.type,
                                                                                          },
                                                                                          schema:
                                                                                            l.properties.node_version
                                                                                              .type,
                                                                                          parentSchema:
                                                                                            l.properties.node_version,
                                                                                          data: t,
                                                                                        },
                                                                                      ]),
                                                                                      !1
                                                                                    );
                                                                                  var s = i === e;
                                                                                } else var s = !0;
                                                                                if (s) {
                                                                                  if (
                                                                                    r.r_environment_management !==
                                                                                    void 0
                                                                                  ) {
                                                                                    let t = r.r_environment_management,
                                                                                      i = e;
                                                                                    if (
                                                                                      typeof t != "boolean" &&
                                                                                      t !== null
                                                                                    )
                                                                                      return (
                                                                                        (v.errors = [
                                                                                          {
                                                                                            instancePath:
                                                                                              a +
                                                                                              "/r_environment_management",
                                                                                            schemaPath:
                                                                                              "#/properties/r_environment_management/type",
                                                                                            keyword: "type",
                                                                                            params: {
                                                                                              type: l.properties
                                                                                                .r_environment_management
                                                                                                .type,
                                                                                            },
                                                                                            schema:
                                                                                              l.properties
                                                                                                .r_environment_management
                                                                                                .type,
                                                                                            parentSchema:
                                                                                              l.properties
                                                                                                .r_environment_management,
                                                                                            data: t,
                                                                                          },
                                                                                        ]),
                                                                                        !1
                                                                                      );
                                                                                    var s = i === e;
                                                                                  } else var s = !0;
                                                                                  if (s) {
                                                                                    if (
                                                                                      r.default_r_environment_management !==
                                                                                      void 0
                                                                                    ) {
                                                                                      let t =
                                                                                          r.default_r_environment_management,
                                                                                        i = e;
                                                                                      if (
                                                                                        typeof t != "boolean" &&
                                                                                        t !== null
                                                                                      )
                                                                                        return (
                                                                                          (v.errors = [
                                                                                            {
                                                                                              instancePath:
                                                                                                a +
                                                                                                "/default_r_environment_management",
                                                                                              schemaPath:
                                                                                                "#/properties/default_r_environment_management/type",
                                                                                              keyword: "type",
                                                                                              params: {
                                                                                                type: l.properties
                                                                                                  .default_r_environment_management
                                                                                                  .type,
                                                                                              },
                                                                                              schema:
                                                                                                l.properties
                                                                                                  .default_r_environment_management
                                                                                                  .type,
                                                                                              parentSchema:
                                                                                                l.properties
                                                                                                  .default_r_environment_management,
                                                                                              data: t,
                                                                                            },
                                                                                          ]),
                                                                                          !1
                                                                                        );
                                                                                      var s = i === e;
                                                                                    } else var s = !0;
                                                                                    if (s) {
                                                                                      if (
                                                                                        r.py_environment_management !==
                                                                                        void 0
                                                                                      ) {
                                                                                        let t =
                                                                                            r.py_environment_management,
                                                                                          i = e;
                                                                                        if (
                                                                                          typeof t != "boolean" &&
                                                                                          t !== null
                                                                                        )
                                                                                          return (
                                                                                            (v.errors = [
                                                                                              {
                                                                                                instancePath:
                                                                                                  a +
                                                                                                  "/py_environment_management",
                                                                                                schemaPath:
                                                                                                  "#/properties/py_environment_management/type",
                                                                                                keyword: "type",
                                                                                                params: {
                                                                                                  type: l.properties
                                                                                                    .py_environment_management
                                                                                                    .type,
                                                                                                },
                                                                                                schema:
                                                                                                  l.properties
                                                                                                    .py_environment_management
                                                                                                    .type,
                                                                                                parentSchema:
                                                                                                  l.properties
                                                                                                    .py_environment_management,
                                                                                                data: t,
                                                                                              },
                                                                                            ]),
                                                                                            !1
                                                                                          );
                                                                                        var s = i === e;
                                                                                      } else var s = !0;
                                                                                      if (s) {
                                                                                        if (
                                                                                          r.default_py_environment_management !==
                                                                                          void 0
                                                                                        ) {
                                                                                          let t =
                                                                                              r.default_py_environment_management,
                                                                                            i = e;
                                                                                          if (
                                                                                            typeof t != "boolean" &&
                                                                                            t !== null
                                                                                          )
                                                                                            return (
                                                                                              (v.errors = [
                                                                                                {
                                                                                                  instancePath:
                                                                                                    a +
                                                                                                    "/default_py_environment_management",
                                                                                                  schemaPath:
                                                                                                    "#/properties/default_py_environment_management/type",
                                                                                                  keyword: "type",
                                                                                                  params: {
                                                                                                    type: l.properties
                                                                                                      .default_py_environment_management
                                                                                                      .type,
                                                                                                  },
                                                                                                  schema:
                                                                                                    l.properties
                                                                                                      .default_py_environment_management
                                                                                                      .type,
                                                                                                  parentSchema:
                                                                                                    l.properties
                                                                                                      .default_py_environment_management,
                                                                                                  data: t,
                                                                                                },
                                                                                              ]),
                                                                                              !1
                                                                                            );
                                                                                          var s = i === e;
                                                                                        } else var s = !0;
                                                                                        if (s) {
                                                                                          if (r.run_as !== void 0) {
                                                                                            let t = r.run_as,
                                                                                              i = e;
                                                                                            if (
                                                                                              typeof t != "string" &&
                                                                                              t !== null
                                                                                            )
                                                                                              return (
                                                                                                (v.errors = [
                                                                                                  {
                                                                                                    instancePath:
                                                                                                      a + "/run_as",
                                                                                                    schemaPath:
                                                                                                      "#/properties/run_as/type",
                                                                                                    keyword: "type",
                                                                                                    params: {
                                                                                                      type: l.properties
                                                                                                        .run_as.type,
                                                                                                    },
                                                                                                    schema:
                                                                                                      l.properties
                                                                                                        .run_as.type,
                                                                                                    parentSchema:
                                                                                                      l.properties
                                                                                                        .run_as,
                                                                                                    data: t,
                                                                                                  },
                                                                                                ]),
                                                                                                !1
                                                                                              );
                                                                                            var s = i === e;
                                                                                          } else var s = !0;
                                                                                          if (s) {
                                                                                            if (
                                                                                              r.run_as_current_user !==
                                                                                              void 0
                                                                                            ) {
                                                                                              let t =
                                                                                                  r.run_as_current_user,
                                                                                                i = e;
                                                                                              if (typeof t != "boolean")
                                                                                                return (
                                                                                                  (v.errors = [
                                                                                                    {
                                                                                                      instancePath:
                                                                                                        a +
                                                                                                        "/run_as_current_user",
                                                                                                      schemaPath:
                                                                                                        "#/properties/run_as_current_user/type",
                                                                                                      keyword: "type",
                                                                                                      params: {
                                                                                                        type: "boolean",
                                                                                                      },
                                                                                                      schema:
                                                                                                        l.properties
                                                                                                          .run_as_current_user
                                                                                                          .type,
                                                                                                      parentSchema:
                                                                                                        l.properties
                                                                                                          .run_as_current_user,
                                                                                                      data: t,
                                                                                                    },
                                                                                                  ]),
                                                                                                  !1
                                                                                                );
                                                                                              var s = i === e;
                                                                                            } else var s = !0;
                                                                                            if (s) {
                                                                                              if (
                                                                                                r.owner_guid !== void 0
                                                                                              ) {
                                                                                                let t = r.owner_guid,
                                                                                                  i = e;
                                                                                                if (e === i && e === i)
                                                                                                  if (
                                                                                                    typeof t == "string"
                                                                                                  ) {
                                                                                                    if (!le(t))
                                                                                                      return (
                                                                                                        (v.errors = [
                                                                                                          {
                                                                                                            instancePath:
                                                                                                              a +
                                                                                                              "/owner_guid",
                                                                                                            schemaPath:
                                                                                                              "#/properties/owner_guid/format",
                                                                                                            keyword:
                                                                                                              "format",
                                                                                                            params: {
                                                                                                              format:
                                                                                                                "uuid",
                                                                                                            },
                                                                                                            schema:
                                                                                                              "uuid",
                                                                                                            parentSchema:
                                                                                                              l
                                                                                                                .properties
                                                                                                                .owner_guid,
                                                                                                            data: t,
                                                                                                          },
                                                                                                        ]),
                                                                                                        !1
                                                                                                      );
                                                                                                  } else
                                                                                                    return (
                                                                                                      (v.errors = [
                                                                                                        {
                                                                                                          instancePath:
                                                                                                            a +
                                                                                                            "/owner_guid",
                                                                                                          schemaPath:
                                                                                                            "#/properties/owner_guid/type",
                                                                                                          keyword:
                                                                                                            "type",
                                                                                                          params: {
                                                                                                            type: "string",
                                                                                                          },
                                                                                                          schema:
                                                                                                            l.properties
                                                                                                              .owner_guid
                                                                                                              .type,
                                                                                                          parentSchema:
                                                                                                            l.properties
                                                                                                              .owner_guid,
                                                                                                          data: t,
                                                                                                        },
                                                                                                      ]),
                                                                                                      !1
                                                                                                    );
                                                                                                var s = i === e;
                                                                                              } else var s = !0;
                                                                                              if (s) {
                                                                                                if (r.id !== void 0) {
                                                                                                  let t = r.id,
                                                                                                    i = e;
                                                                                                  if (
                                                                                                    typeof t != "string"
                                                                                                  )
                                                                                                    return (
                                                                                                      (v.errors = [
                                                                                                        {
                                                                                                          instancePath:
                                                                                                            a + "/id",
                                                                                                          schemaPath:
                                                                                                            "#/properties/id/type",
                                                                                                          keyword:
                                                                                                            "type",
                                                                                                          params: {
                                                                                                            type: "string",
                                                                                                          },
                                                                                                          schema:
                                                                                                            l.properties
                                                                                                              .id.type,
                                                                                                          parentSchema:
                                                                                                            l.properties
                                                                                                              .id,
                                                                                                          data: t,
                                                                                                        },
                                                                                                      ]),
                                                                                                      !1
                                                                                                    );
                                                                                                  var s = i === e;
                                                                                                } else var s = !0;
                                                                                                if (s) {
                                                                                                  if (
                                                                                                    r.metrics_collection_enabled !==
                                                                                                    void 0
                                                                                                  ) {
                                                                                                    let t =
                                                                                                        r.metrics_collection_enabled,
                                                                                                      i = e;
                                                                                                    if (
                                                                                                      typeof t !=
                                                                                                        "boolean" &&
                                                                                                      t !== null
                                                                                                    )
                                                                                                      return (
                                                                                                        (v.errors = [
                                                                                                          {
                                                                                                            instancePath:
                                                                                                              a +
                                                                                                              "/metrics_collection_enabled",
                                                                                                            schemaPath:
                                                                                                              "#/properties/metrics_collection_enabled/type",
                                                                                                            keyword:
                                                                                                              "type",
                                                                                                            params: {
                                                                                                              type: l
                                                                                                                .properties
                                                                                                                .metrics_collection_enabled
                                                                                                                .type,
                                                                                                            },
                                                                                                            schema:
                                                                                                              l
                                                                                                                .properties
                                                                                                                .metrics_collection_enabled
                                                                                                                .type,
                                                                                                            parentSchema:
                                                                                                              l
                                                                                                                .properties
                                                                                                                .metrics_collection_enabled,
                                                                                                            data: t,
                                                                                                          },
                                                                                                        ]),
                                                                                                        !1
                                                                                                      );
                                                                                                    var s = i === e;
                                                                                                  } else var s = !0;
                                                                                                  if (s) {
                                                                                                    if (
                                                                                                      r.notify_on_share !==
                                                                                                      void 0
                                                                                                    ) {
                                                                                                      let t =
                                                                                                          r.notify_on_share,
                                                                                                        i = e;
                                                                                                      if (
                                                                                                        typeof t !=
                                                                                                          "boolean" &&
                                                                                                        t !== null
                                                                                                      )
                                                                                                        return (
                                                                                                          (v.errors = [
                                                                                                            {
                                                                                                              instancePath:
                                                                                                                a +
                                                                                                                "/notify_on_share",
                                                                                                              schemaPath:
                                                                                                                "#/properties/notify_on_share/type",
                                                                                                              keyword:
                                                                                                                "type",
                                                                                                              params: {
                                                                                                                type: l
                                                                                                                  .properties
                                                                                                                  .notify_on_share
                                                                                                                  .type,
                                                                                                              },
                                                                                                              schema:
                                                                                                                l
                                                                                                                  .properties
                                                                                                                  .notify_on_share
                                                                                                                  .type,
                                                                                                              parentSchema:
                                                                                                                l
                                                                                                                  .properties
                                                                                                                  .notify_on_share,
                                                                                                              data: t,
                                                                                                            },
                                                                                                          ]),
                                                                                                          !1
                                                                                                        );
                                                                                                      var s = i === e;
                                                                                                    } else var s = !0;
                                                                                                    if (s) {
                                                                                                      if (
                                                                                                        r.otel_enabled !==
                                                                                                        void 0
                                                                                                      ) {
                                                                                                        let t =
                                                                                                            r.otel_enabled,
                                                                                                          i = e;
                                                                                                        if (
                                                                                                          typeof t !=
                                                                                                          "boolean"
                                                                                                        )
                                                                                                          return (
                                                                                                            (v.errors =
                                                                                                              [
                                                                                                                {
                                                                                                                  instancePath:
                                                                                                                    a +
                                                                                                                    "/otel_enabled",
                                                                                                                  schemaPath:
                                                                                                                    "#/properties/otel_enabled/type",
                                                                                                                  keyword:
                                                                                                                    "type",
                                                                                                                  params:
                                                                                                                    {
                                                                                                                      type: "boolean",
                                                                                                                    },
                                                                                                                  schema:
                                                                                                                    l
                                                                                                                      .properties
                                                                                                                      .otel_enabled
                                                                                                                      .type,
                                                                                                                  parentSchema:
                                                                                                                    l
                                                                                                                      .properties
                                                                                                                      .otel_enabled,
                                                                                                                  data: t,
                                                                                                                },
                                                                                                              ]),
                                                                                                            !1
                                                                                                          );
                                                                                                        var s = i === e;
                                                                                                      } else var s = !0;
                                                                                                      if (s)
                                                                                                        if (
                                                                                                          r.public_content_status !==
                                                                                                          void 0
                                                                                                        ) {
                                                                                                          let t =
                                                                                                              r.public_content_status,
                                                                                                            i = e;
                                                                                                          if (
                                                                                                            typeof t !=
                                                                                                              "string" &&
                                                                                                            t !== null
                                                                                                          )
                                                                                                            return (
                                                                                                              (v.errors =
                                                                                                                [
                                                                                                                  {
                                                                                                                    instancePath:
                                                                                                                      a +
                                                                                                                      "/public_content_status",
                                                                                                                    schemaPath:
                                                                                                                      "#/properties/public_content_status/type",
                                                                                                                    keyword:
                                                                                                                      "type",
                                                                                                                    params:
                                                                                                                      {
                                                                                                                        type: l
                                                                                                                          .properties
                                                                                                                          .public_content_status
                                                                                                                          .type,
                                                                                                                      },
                                                                                                                    schema:
                                                                                                                      l
                                                                                                                        .properties
                                                                                                                        .public_content_status
                                                                                                                        .type,
                                                                                                                    parentSchema:
                                                                                                                      l
                                                                                                                        .properties
                                                                                                                        .public_content_status,
                                                                                                                    data: t,
                                                                                                                  },
                                                                                                                ]),
                                                                                                              !1
                                                                                                            );
                                                                                                          var s =
                                                                                                            i === e;
                                                                                                        } else
                                                                                                          var s = !0;
                                                                                                    }
                                                                                                  }
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (v.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: l.type,
            parentSchema: l,
            data: r,
          },
        ]),
        !1
      );
  return ((v.errors = o), e === 0);
}
v.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var er = M,
  z = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      name: { $ref: "#/components/schemas/Name" },
      owner: { $ref: "#/components/schemas/Name" },
      title: { type: ["string", "null"] },
      description: { type: "string" },
      access_type: { $ref: "#/components/schemas/AccessType" },
      created_time: { type: "string", format: "date-time" },
      last_deployed_time: { type: "string", format: "date-time" },
      guid: { type: "string", format: "uuid" },
    },
  };
function M(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = M.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let k = e;
      for (let t in r)
        if (!(
          t === "name" ||
          t === "owner" ||
          t === "title" ||
          t === "description" ||
          t === "access_type" ||
          t === "created_time" ||
          t === "last_deployed_time" ||
          t === "guid"
        )) {
          return (
            (M.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: t },
                schema: !1,
                parentSchema: z,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (k === e) {
        if (r.name !== void 0) {
          let t = e;
          x(r.name, {
            instancePath: a + "/name",
            parentData: r,
            parentDataProperty: "name",
            rootData: _,
            dynamicAnchors: b,
          }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
          var s = t === e;
        } else var s = !0;
        if (s) {
          if (r.owner !== void 0) {
            let t = e;
            x(r.owner, {
              instancePath: a + "/owner",
              parentData: r,
              parentDataProperty: "owner",
              rootData: _,
              dynamicAnchors: b,
            }) || ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length));
            var s = t === e;
          } else var s = !0;
          if (s) {
            if (r.title !== void 0) {
              let t = r.title,
                i = e;
              if (typeof t != "string" && t !== null)
                return (
                  (M.errors = [
                    {
                      instancePath: a + "/title",
                      schemaPath: "#/properties/title/type",
                      keyword: "type",
                      params: { type: z.properties.title.type },
                      schema: z.properties.title.type,
                      parentSchema: z.properties.title,
                      data: t,
                    },
                  ]),
                  !1
                );
              var s = i === e;
            } else var s = !0;
            if (s) {
              if (r.description !== void 0) {
                let t = r.description,
                  i = e;
                if (typeof t != "string")
                  return (
                    (M.errors = [
                      {
                        instancePath: a + "/description",
                        schemaPath: "#/properties/description/type",
                        keyword: "type",
                        params: { type: "string" },
                        schema: z.properties.description.type,
                        parentSchema: z.properties.description,
                        data: t,
                      },
                    ]),
                    !1
                  );
                var s = i === e;
              } else var s = !0;
              if (s) {
                if (r.access_type !== void 0) {
                  let t = e;
                  Y(r.access_type, {
                    instancePath: a + "/access_type",
                    parentData: r,
                    parentDataProperty: "access_type",
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? Y.errors : o.concat(Y.errors)), (e = o.length));
                  var s = t === e;
                } else var s = !0;
                if (s) {
                  if (r.created_time !== void 0) {
                    let t = r.created_time,
                      i = e;
                    if (e === i && e === i)
                      if (typeof t == "string") {
                        if (!fe(t))
                          return (
                            (M.errors = [
                              {
                                instancePath: a + "/created_time",
                                schemaPath: "#/properties/created_time/format",
                                keyword: "format",
                                params: { format: "date-time" },
                                schema: "date-time",
                                parentSchema: z.properties.created_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (M.errors = [
                            {
                              instancePath: a + "/created_time",
                              schemaPath: "#/properties/created_time/type",
                              keyword: "type",
                              params: { type: "string" },
                              schema: z.properties.created_time.type,
                              parentSchema: z.properties.created_time,
                              data: t,
                            },
                          ]),
                          !1
                        );
                    var s = i === e;
                  } else var s = !0;
                  if (s) {
                    if (r.last_deployed_time !== void 0) {
                      let t = r.last_deployed_time,
                        i = e;
                      if (e === i && e === i)
                        if (typeof t == "string") {
                          if (!fe(t))
                            return (
                              (M.errors = [
                                {
                                  instancePath: a + "/last_deployed_time",
                                  schemaPath: "#/properties/last_deployed_time/format",
                                  keyword: "format",
                                  params: { format: "date-time" },
                                  schema: "date-time",
                                  parentSchema: z.properties.last_deployed_time,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (M.errors = [
                              {
                                instancePath: a + "/last_deployed_time",
                                schemaPath: "#/properties/last_deployed_time/type",
                                keyword: "type",
                                params: { type: "string" },
                                schema: z.properties.last_deployed_time.type,
                                parentSchema: z.properties.last_deployed_time,
                                data: t,
                              },
                            ]),
                            !1
                          );
                      var s = i === e;
                    } else var s = !0;
                    if (s)
                      if (r.guid !== void 0) {
                        let t = r.guid,
                          i = e;
                        if (e === i && e === i)
                          if (typeof t == "string") {
                            if (!le(t))
                              return (
                                (M.errors = [
                                  {
                                    instancePath: a + "/guid",
                                    schemaPath: "#/properties/guid/format",
                                    keyword: "format",
                                    params: { format: "uuid" },
                                    schema: "uuid",
                                    parentSchema: z.properties.guid,
                                    data: t,
                                  },
                                ]),
                                !1
                              );
                          } else
                            return (
                              (M.errors = [
                                {
                                  instancePath: a + "/guid",
                                  schemaPath: "#/properties/guid/type",
                                  keyword: "type",
                                  params: { type: "string" },
                                  schema: z.properties.guid.type,
                                  parentSchema: z.properties.guid,
                                  data: t,
                                },
                              ]),
                              !1
                            );
                        var s = i === e;
                      } else var s = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (M.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: z.type,
            parentSchema: z,
            data: r,
          },
        ]),
        !1
      );
  return ((M.errors = o), e === 0);
}
M.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var rr = ce,
  ue = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: {
      users: { type: "array", items: { $ref: "#/components/schemas/UserDetails" } },
      groups: { type: "array", items: { $ref: "#/components/schemas/GroupSeed" } },
      content: { type: "array", items: { $ref: "#/components/schemas/ContentSeed" } },
    },
  };
function ce(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = ce.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let p = e;
      for (let f in r)
        if (!(f === "users" || f === "groups" || f === "content")) {
          return (
            (ce.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: f },
                schema: !1,
                parentSchema: ue,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      if (p === e) {
        if (r.users !== void 0) {
          let f = r.users,
            A = e;
          if (e === A)
            if (Array.isArray(f)) {
              var s = !0;
              let D = f.length;
              for (let g = 0; g < D; g++) {
                let E = e;
                L(f[g], {
                  instancePath: a + "/users/" + g,
                  parentData: f,
                  parentDataProperty: g,
                  rootData: _,
                  dynamicAnchors: b,
                }) || ((o = o === null ? L.errors : o.concat(L.errors)), (e = o.length));
                var s = E === e;
                if (!s) break;
              }
            } else
              return (
                (ce.errors = [
                  {
                    instancePath: a + "/users",
                    schemaPath: "#/properties/users/type",
                    keyword: "type",
                    params: { type: "array" },
                    schema: ue.properties.users.type,
                    parentSchema: ue.properties.users,
                    data: f,
                  },
                ]),
                !1
              );
          var k = A === e;
        } else var k = !0;
        if (k) {
          if (r.groups !== void 0) {
            let f = r.groups,
              A = e;
            if (e === A)
              if (Array.isArray(f)) {
                var t = !0;
                let g = f.length;
                for (let E = 0; E < g; E++) {
                  let ve = e;
                  J(f[E], {
                    instancePath: a + "/groups/" + E,
                    parentData: f,
                    parentDataProperty: E,
                    rootData: _,
                    dynamicAnchors: b,
                  }) || ((o = o === null ? J.errors : o.concat(J.errors)), (e = o.length));
                  var t = ve === e;
                  if (!t) break;
                }
              } else
                return (
                  (ce.errors = [
                    {
                      instancePath: a + "/groups",
                      schemaPath: "#/properties/groups/type",
                      keyword: "type",
                      params: { type: "array" },
                      schema: ue.properties.groups.type,
                      parentSchema: ue.properties.groups,
                      data: f,
                    },
                  ]),
                  !1
                );
            var k = A === e;
          } else var k = !0;
          if (k)
            if (r.content !== void 0) {
              let f = r.content,
                A = e;
              if (e === A)
                if (Array.isArray(f)) {
                  var i = !0;
                  let g = f.length;
                  for (let E = 0; E < g; E++) {
                    let ve = e;
                    M(f[E], {
                      instancePath: a + "/content/" + E,
                      parentData: f,
                      parentDataProperty: E,
                      rootData: _,
                      dynamicAnchors: b,
                    }) || ((o = o === null ? M.errors : o.concat(M.errors)), (e = o.length));
                    var i = ve === e;
                    if (!i) break;
                  }
                } else
                  return (
                    (ce.errors = [
                      {
                        instancePath: a + "/content",
                        schemaPath: "#/properties/content/type",
                        keyword: "type",
                        params: { type: "array" },
                        schema: ue.properties.content.type,
                        parentSchema: ue.properties.content,
                        data: f,
                      },
                    ]),
                    !1
                  );
              var k = A === e;
            } else var k = !0;
        }
      }
    } else
      return (
        (ce.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: ue.type,
            parentSchema: ue,
            data: r,
          },
        ]),
        !1
      );
  return ((ce.errors = o), e === 0);
}
ce.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var tr = ge,
  Ie = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    properties: { user_role: { $ref: "#/components/schemas/Role" } },
  };
function ge(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = ge.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let s = e;
      for (let k in r)
        if (k !== "user_role") {
          return (
            (ge.errors = [
              {
                instancePath: a,
                schemaPath: "#/additionalProperties",
                keyword: "additionalProperties",
                params: { additionalProperty: k },
                schema: !1,
                parentSchema: Ie,
                data: r,
              },
            ]),
            !1
          );
          break;
        }
      s === e &&
        r.user_role !== void 0 &&
        (H(r.user_role, {
          instancePath: a + "/user_role",
          parentData: r,
          parentDataProperty: "user_role",
          rootData: _,
          dynamicAnchors: b,
        }) ||
          ((o = o === null ? H.errors : o.concat(H.errors)), (e = o.length)));
    } else
      return (
        (ge.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: Ie.type,
            parentSchema: Ie,
            data: r,
          },
        ]),
        !1
      );
  return ((ge.errors = o), e === 0);
}
ge.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var sr = _e,
  xe = {
    "x-input": !0,
    type: "object",
    additionalProperties: !1,
    required: ["user"],
    properties: { user: { $ref: "#/components/schemas/Name" } },
  };
function _e(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = _e.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let s;
      if (r.user === void 0 && (s = "user"))
        return (
          (_e.errors = [
            {
              instancePath: a,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: s },
              schema: xe.required,
              parentSchema: xe,
              data: r,
            },
          ]),
          !1
        );
      {
        let k = e;
        for (let t in r)
          if (t !== "user") {
            return (
              (_e.errors = [
                {
                  instancePath: a,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: t },
                  schema: !1,
                  parentSchema: xe,
                  data: r,
                },
              ]),
              !1
            );
            break;
          }
        k === e &&
          r.user !== void 0 &&
          (x(r.user, {
            instancePath: a + "/user",
            parentData: r,
            parentDataProperty: "user",
            rootData: _,
            dynamicAnchors: b,
          }) ||
            ((o = o === null ? x.errors : o.concat(x.errors)), (e = o.length)));
      }
    } else
      return (
        (_e.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: xe.type,
            parentSchema: xe,
            data: r,
          },
        ]),
        !1
      );
  return ((_e.errors = o), e === 0);
}
_e.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ar = y,
  n = {
    "x-input": !0,
    type: "object",
    required: [
      "format",
      "seed",
      "now",
      "counters",
      "users",
      "keys",
      "groups",
      "content",
      "permissions",
      "environments",
      "usedTickets",
    ],
    properties: {
      format: { type: "string", const: "fake-connect/1" },
      seed: { type: "integer" },
      now: { type: "string", format: "date-time" },
      counters: { type: "object", additionalProperties: { type: "integer", minimum: 0 } },
      users: {
        type: "array",
        items: {
          type: "object",
          required: ["record"],
          properties: {
            externalId: { type: "string" },
            record: {
              type: "object",
              required: [
                "email",
                "username",
                "first_name",
                "last_name",
                "user_role",
                "created_time",
                "updated_time",
                "confirmed",
                "locked",
                "guid",
              ],
              properties: {
                email: { type: "string" },
                username: { type: "string" },
                first_name: { type: "string" },
                last_name: { type: "string" },
                user_role: { $ref: "#/components/schemas/Role" },
                created_time: { type: "string" },
                updated_time: { type: "string" },
                active_time: { type: ["string", "null"] },
                confirmed: { type: "boolean" },
                locked: { type: "boolean" },
                guid: { type: "string", format: "uuid" },
              },
            },
          },
        },
      },
      keys: {
        type: "array",
        items: {
          type: "object",
          required: ["id", "userGuid", "name", "role", "createdTime"],
          properties: {
            id: { type: "integer" },
            userGuid: { type: "string", format: "uuid" },
            name: { type: "string" },
            role: { $ref: "#/components/schemas/Role" },
            createdTime: { type: "string" },
            activeTime: { type: ["string", "null"] },
            expiresAt: { type: ["string", "null"] },
          },
        },
      },
      groups: {
        type: "array",
        items: {
          type: "object",
          required: ["guid", "name", "members"],
          properties: {
            guid: { type: "string", format: "uuid" },
            name: { type: "string" },
            ownerGuid: { type: ["string", "null"] },
            gid: { type: ["integer", "null"] },
            uniqueId: { type: ["string", "null"] },
            members: { type: "array", items: { type: "string" } },
          },
        },
      },
      content: {
        type: "array",
        items: {
          type: "object",
          required: ["guid", "name", "owner_guid", "access_type"],
          properties: {
            guid: { type: "string", format: "uuid" },
            name: { type: "string" },
            owner_guid: { type: "string" },
            access_type: { $ref: "#/components/schemas/AccessType" },
          },
        },
      },
      permissions: {
        type: "array",
        items: {
          type: "object",
          required: ["id", "content_guid", "principal_guid", "principal_type", "role"],
          properties: {
            id: { type: "string" },
            content_guid: { type: "string" },
            principal_guid: { type: "string" },
            principal_type: { type: "string", enum: ["user", "group"] },
            role: { type: "string", enum: ["viewer", "owner"] },
          },
        },
      },
      environments: {
        type: "array",
        items: {
          type: "object",
          required: ["content_guid", "names"],
          properties: { content_guid: { type: "string" }, names: { type: "array", items: { type: "string" } } },
        },
      },
      usedTickets: { type: "object", additionalProperties: { type: "integer" } },
    },
  };
function y(
  r,
  { instancePath: a = "", parentData: U, parentDataProperty: $, rootData: _ = r, dynamicAnchors: b = {} } = {},
) {
  let o = null,
    e = 0,
    u = y.evaluated;
  if ((u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), e === 0))
    if (r && typeof r == "object" && !Array.isArray(r)) {
      let ie;
      if (
        (r.format === void 0 && (ie = "format")) ||
        (r.seed === void 0 && (ie = "seed")) ||
        (r.now === void 0 && (ie = "now")) ||
        (r.counters === void 0 && (ie = "counters")) ||
        (r.users === void 0 && (ie = "users")) ||
        (r.keys === void 0 && (ie = "keys")) ||
        (r.groups === void 0 && (ie = "groups")) ||
        (r.content === void 0 && (ie = "content")) ||
        (r.permissions === void 0 && (ie = "permissions")) ||
        (r.environments === void 0 && (ie = "environments")) ||
        (r.usedTickets === void 0 && (ie = "usedTickets"))
      )
        return (
          (y.errors = [
            {
              instancePath: a,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: ie },
              schema: n.required,
              parentSchema: n,
              data: r,
            },
          ]),
          !1
        );
      if (r.format !== void 0) {
        let h = r.format,
          j = e;
        if (typeof h != "string")
          return (
            (y.errors = [
              {
                instancePath: a + "/format",
                schemaPath: "#/properties/format/type",
                keyword: "type",
                params: { type: "string" },
                schema: n.properties.format.type,
                parentSchema: n.properties.format,
                data: h,
              },
            ]),
            !1
          );
        if (h !== "fake-connect/1")
          return (
            (y.errors = [
              {
                instancePath: a + "/format",
                schemaPath: "#/properties/format/const",
                keyword: "const",
                params: { allowedValue: "fake-connect/1" },
                schema: "fake-connect/1",
                parentSchema: n.properties.format,
                data: h,
              },
            ]),
            !1
          );
        var s = j === e;
      } else var s = !0;
      if (s) {
        if (r.seed !== void 0) {
          let h = r.seed,
            j = e;
          if (!(typeof h == "number" && !(h % 1) && !isNaN(h)))
            return (
              (y.errors = [
                {
                  instancePath: a + "/seed",
                  schemaPath: "#/properties/seed/type",
                  keyword: "type",
                  params: { type: "integer" },
                  schema: n.properties.seed.type,
                  parentSchema: n.properties.seed,
                  data: h,
                },
              ]),
              !1
            );
          var s = j === e;
        } else var s = !0;
        if (s) {
          if (r.now !== void 0) {
            let h = r.now,
              j = e;
            if (e === j && e === j)
              if (typeof h == "string") {
                if (!fe(h))
                  return (
                    (y.errors = [
                      {
                        instancePath: a + "/now",
                        schemaPath: "#/properties/now/format",
                        keyword: "format",
                        params: { format: "date-time" },
                        schema: "date-time",
                        parentSchema: n.properties.now,
                        data: h,
                      },
                    ]),
                    !1
                  );
              } else
                return (
                  (y.errors = [
                    {
                      instancePath: a + "/now",
                      schemaPath: "#/properties/now/type",
                      keyword: "type",
                      params: { type: "string" },
                      schema: n.properties.now.type,
                      parentSchema: n.properties.now,
                      data: h,
                    },
                  ]),
                  !1
                );
            var s = j === e;
          } else var s = !0;
          if (s) {
            if (r.counters !== void 0) {
              let h = r.counters,
                j = e;
              if (e === j)
                if (h && typeof h == "object" && !Array.isArray(h))
                  for (let K in h) {
                    let c = h[K],
                      d = e;
                    if (!(typeof c == "number" && !(c % 1) && !isNaN(c)))
                      return (
                        (y.errors = [
                          {
                            instancePath: a + "/counters/" + K.replace(/~/g, "~0").replace(/\//g, "~1"),
                            schemaPath: "#/properties/counters/additionalProperties/type",
                            keyword: "type",
                            params: { type: "integer" },
                            schema: n.properties.counters.additionalProperties.type,
                            parentSchema: n.properties.counters.additionalProperties,
                            data: c,
                          },
                        ]),
                        !1
                      );
                    if (e === d && typeof c == "number" && (c < 0 || isNaN(c)))
                      return (
                        (y.errors = [
                          {
                            instancePath: a + "/counters/" + K.replace(/~/g, "~0").replace(/\//g, "~1"),
                            schemaPath: "#/properties/counters/additionalProperties/minimum",
                            keyword: "minimum",
                            params: { comparison: ">=", limit: 0 },
                            schema: 0,
                            parentSchema: n.properties.counters.additionalProperties,
                            data: c,
                          },
                        ]),
                        !1
                      );
                    var k = d === e;
                    if (!k) break;
                  }
                else
                  return (
                    (y.errors = [
                      {
                        instancePath: a + "/counters",
                        schemaPath: "#/properties/counters/type",
                        keyword: "type",
                        params: { type: "object" },
                        schema: n.properties.counters.type,
                        parentSchema: n.properties.counters,
                        data: h,
                      },
                    ]),
                    !1
                  );
              var s = j === e;
            } else var s = !0;
            if (s) {
              if (r.users !== void 0) {
                let h = r.users,
                  j = e;
                if (e === j)
                  if (Array.isArray(h)) {
                    var t = !0;
                    let K = h.length;
                    for (let c = 0; c < K; c++) {
                      let d = h[c],
                        V = e;
                      if (e === V)
                        if (d && typeof d == "object" && !Array.isArray(d)) {
                          let I;
                          if (d.record === void 0 && (I = "record"))
                            return (
                              (y.errors = [
                                {
                                  instancePath: a + "/users/" + c,
                                  schemaPath: "#/properties/users/items/required",
                                  keyword: "required",
                                  params: { missingProperty: I },
                                  schema: n.properties.users.items.required,
                                  parentSchema: n.properties.users.items,
                                  data: d,
                                },
                              ]),
                              !1
                            );
                          if (d.externalId !== void 0) {
                            let m = d.externalId,
                              P = e;
                            if (typeof m != "string")
                              return (
                                (y.errors = [
                                  {
                                    instancePath: a + "/users/" + c + "/externalId",
                                    schemaPath: "#/properties/users/items/properties/externalId/type",
                                    keyword: "type",
                                    params: { type: "string" },
                                    schema: n.properties.users.items.properties.externalId.type,
                                    parentSchema: n.properties.users.items.properties.externalId,
                                    data: m,
                                  },
                                ]),
                                !1
                              );
                            var i = P === e;
                          } else var i = !0;
                          if (i)
                            if (d.record !== void 0) {
                              let m = d.record,
                                P = e;
                              if (e === P)
                                if (m && typeof m == "object" && !Array.isArray(m)) {
                                  let Q;
                                  if (
                                    (m.email === void 0 && (Q = "email")) ||
                                    (m.username === void 0 && (Q = "username")) ||
                                    (m.first_name === void 0 && (Q = "first_name")) ||
                                    (m.last_name === void 0 && (Q = "last_name")) ||
                                    (m.user_role === void 0 && (Q = "user_role")) ||
                                    (m.created_time === void 0 && (Q = "created_time")) ||
                                    (m.updated_time === void 0 && (Q = "updated_time")) ||
                                    (m.confirmed === void 0 && (Q = "confirmed")) ||
                                    (m.locked === void 0 && (Q = "locked")) ||
                                    (m.guid === void 0 && (Q = "guid"))
                                  )
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/users/" + c + "/record",
                                          schemaPath: "#/properties/users/items/properties/record/required",
                                          keyword: "required",
                                          params: { missingProperty: Q },
                                          schema: n.properties.users.items.properties.record.required,
                                          parentSchema: n.properties.users.items.properties.record,
                                          data: m,
                                        },
                                      ]),
                                      !1
                                    );
                                  if (m.email !== void 0) {
                                    let S = m.email,
                                      R = e;
                                    if (typeof S != "string")
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/users/" + c + "/record/email",
                                            schemaPath:
                                              "#/properties/users/items/properties/record/properties/email/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            schema: n.properties.users.items.properties.record.properties.email.type,
                                            parentSchema: n.properties.users.items.properties.record.properties.email,
                                            data: S,
                                          },
                                        ]),
                                        !1
                                      );
                                    var p = R === e;
                                  } else var p = !0;
                                  if (p) {
                                    if (m.username !== void 0) {
                                      let S = m.username,
                                        R = e;
                                      if (typeof S != "string")
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/users/" + c + "/record/username",
                                              schemaPath:
                                                "#/properties/users/items/properties/record/properties/username/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema:
                                                n.properties.users.items.properties.record.properties.username.type,
                                              parentSchema:
                                                n.properties.users.items.properties.record.properties.username,
                                              data: S,
                                            },
                                          ]),
                                          !1
                                        );
                                      var p = R === e;
                                    } else var p = !0;
                                    if (p) {
                                      if (m.first_name !== void 0) {
                                        let S = m.first_name,
                                          R = e;
                                        if (typeof S != "string")
                                          return (
                                            (y.errors = [
                                              {
                                                instancePath: a + "/users/" + c + "/record/first_name",
                                                schemaPath:
                                                  "#/properties/users/items/properties/record/properties/first_name/type",
                                                keyword: "type",
                                                params: { type: "string" },
                                                schema:
                                                  n.properties.users.items.properties.record.properties.first_name.type,
                                                parentSchema:
                                                  n.properties.users.items.properties.record.properties.first_name,
                                                data: S,
                                              },
                                            ]),
                                            !1
                                          );
                                        var p = R === e;
                                      } else var p = !0;
                                      if (p) {
                                        if (m.last_name !== void 0) {
                                          let S = m.last_name,
                                            R = e;
                                          if (typeof S != "string")
                                            return (
                                              (y.errors = [
                                                {
                                                  instancePath: a + "/users/" + c + "/record/last_name",
                                                  schemaPath:
                                                    "#/properties/users/items/properties/record/properties/last_name/type",
                                                  keyword: "type",
                                                  params: { type: "string" },
                                                  schema:
                                                    n.properties.users.items.properties.record.properties.last_name
                                                      .type,
                                                  parentSchema:
                                                    n.properties.users.items.properties.record.properties.last_name,
                                                  data: S,
                                                },
                                              ]),
                                              !1
                                            );
                                          var p = R === e;
                                        } else var p = !0;
                                        if (p) {
                                          if (m.user_role !== void 0) {
                                            let S = e;
                                            H(m.user_role, {
                                              instancePath: a + "/users/" + c + "/record/user_role",
                                              parentData: m,
                                              parentDataProperty: "user_role",
                                              rootData: _,
                                              dynamicAnchors: b,
                                            }) || ((o = o === null ? H.errors : o.concat(H.errors)), (e = o.length));
                                            var p = S === e;
                                          } else var p = !0;
                                          if (p) {
                                            if (m.created_time !== void 0) {
                                              let S = m.created_time,
                                                R = e;
                                              if (typeof S != "string")
                                                return (
                                                  (y.errors = [
                                                    {
                                                      instancePath: a + "/users/" + c + "/record/created_time",
                                                      schemaPath:
                                                        "#/properties/users/items/properties/record/properties/created_time/type",
                                                      keyword: "type",
                                                      params: { type: "string" },
                                                      schema:
                                                        n.properties.users.items.properties.record.properties
                                                          .created_time.type,
                                                      parentSchema:
                                                        n.properties.users.items.properties.record.properties
                                                          .created_time,
                                                      data: S,
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              var p = R === e;
                                            } else var p = !0;
                                            if (p) {
                                              if (m.updated_time !== void 0) {
                                                let S = m.updated_time,
                                                  R = e;
                                                if (typeof S != "string")
                                                  return (
                                                    (y.errors = [
                                                      {
                                                        instancePath: a + "/users/" + c + "/record/updated_time",
                                                        schemaPath:
                                                          "#/properties/users/items/properties/record/properties/updated_time/type",
                                                        keyword: "type",
                                                        params: { type: "string" },
                                                        schema:
                                                          n.properties.users.items.properties.record.properties
                                                            .updated_time.type,
                                                        parentSchema:
                                                          n.properties.users.items.properties.record.properties
                                                            .updated_time,
                                                        data: S,
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var p = R === e;
                                              } else var p = !0;
                                              if (p) {
                                                if (m.active_time !== void 0) {
                                                  let S = m.active_time,
                                                    R = e;
                                                  if (typeof S != "string" && S !== null)
                                                    return (
                                                      (y.errors = [
                                                        {
                                                          instancePath: a + "/users/" + c + "/record/active_time",
                                                          schemaPath:
                                                            "#/properties/users/items/properties/record/properties/active_time/type",
                                                          keyword: "type",
                                                          params: {
                                                            type: n.properties.users.items.properties.record.properties
                                                              .active_time.type,
                                                          },
                                                          schema:
                                                            n.properties.users.items.properties.record.properties
                                                              .active_time.type,
                                                          parentSchema:
                                                            n.properties.users.items.properties.record.properties
                                                              .active_time,
                                                          data: S,
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  var p = R === e;
                                                } else var p = !0;
                                                if (p) {
                                                  if (m.confirmed !== void 0) {
                                                    let S = m.confirmed,
                                                      R = e;
                                                    if (typeof S != "boolean")
                                                      return (
                                                        (y.errors = [
                                                          {
                                                            instancePath: a + "/users/" + c + "/record/confirmed",
                                                            schemaPath:
                                                              "#/properties/users/items/properties/record/properties/confirmed/type",
                                                            keyword: "type",
                                                            params: { type: "boolean" },
                                                            schema:
                                                              n.properties.users.items.properties.record.properties
                                                                .confirmed.type,
                                                            parentSchema:
                                                              n.properties.users.items.properties.record.properties
                                                                .confirmed,
                                                            data: S,
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    var p = R === e;
                                                  } else var p = !0;
                                                  if (p) {
                                                    if (m.locked !== void 0) {
                                                      let S = m.locked,
                                                        R = e;
                                                      if (typeof S != "boolean")
                                                        return (
                                                          (y.errors = [
                                                            {
                                                              instancePath: a + "/users/" + c + "/record/locked",
                                                              schemaPath:
                                                                "#/properties/users/items/properties/record/properties/locked/type",
                                                              keyword: "type",
                                                              params: { type: "boolean" },
                                                              schema:
                                                                n.properties.users.items.properties.record.properties
                                                                  .locked.type,
                                                              parentSchema:
                                                                n.properties.users.items.properties.record.properties
                                                                  .locked,
                                                              data: S,
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      var p = R === e;
                                                    } else var p = !0;
                                                    if (p)
                                                      if (m.guid !== void 0) {
                                                        let S = m.guid,
                                                          R = e;
                                                        if (e === R && e === R)
                                                          if (typeof S == "string") {
                                                            if (!le(S))
                                                              return (
                                                                (y.errors = [
                                                                  {
                                                                    instancePath: a + "/users/" + c + "/record/guid",
                                                                    schemaPath:
                                                                      "#/properties/users/items/properties/record/properties/guid/format",
                                                                    keyword: "format",
                                                                    params: { format: "uuid" },
                                                                    schema: "uuid",
                                                                    parentSchema:
                                                                      n.properties.users.items.properties.record
                                                                        .properties.guid,
                                                                    data: S,
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          } else
                                                            return (
                                                              (y.errors = [
                                                                {
                                                                  instancePath: a + "/users/" + c + "/record/guid",
                                                                  schemaPath:
                                                                    "#/properties/users/items/properties/record/properties/guid/type",
                                                                  keyword: "type",
                                                                  params: { type: "string" },
                                                                  schema:
                                                                    n.properties.users.items.properties.record
                                                                      .properties.guid.type,
                                                                  parentSchema:
                                                                    n.properties.users.items.properties.record
                                                                      .properties.guid,
                                                                  data: S,
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        var p = R === e;
                                                      } else var p = !0;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                } else
                                  return (
                                    (y.errors = [
                                      {
                                        instancePath: a + "/users/" + c + "/record",
                                        schemaPath: "#/properties/users/items/properties/record/type",
                                        keyword: "type",
                                        params: { type: "object" },
                                        schema: n.properties.users.items.properties.record.type,
                                        parentSchema: n.properties.users.items.properties.record,
                                        data: m,
                                      },
                                    ]),
                                    !1
                                  );
                              var i = P === e;
                            } else var i = !0;
                        } else
                          return (
                            (y.errors = [
                              {
                                instancePath: a + "/users/" + c,
                                schemaPath: "#/properties/users/items/type",
                                keyword: "type",
                                params: { type: "object" },
                                schema: n.properties.users.items.type,
                                parentSchema: n.properties.users.items,
                                data: d,
                              },
                            ]),
                            !1
                          );
                      var t = V === e;
                      if (!t) break;
                    }
                  } else
                    return (
                      (y.errors = [
                        {
                          instancePath: a + "/users",
                          schemaPath: "#/properties/users/type",
                          keyword: "type",
                          params: { type: "array" },
                          schema: n.properties.users.type,
                          parentSchema: n.properties.users,
                          data: h,
                        },
                      ]),
                      !1
                    );
                var s = j === e;
              } else var s = !0;
              if (s) {
                if (r.keys !== void 0) {
                  let h = r.keys,
                    j = e;
                  if (e === j)
                    if (Array.isArray(h)) {
                      var f = !0;
                      let K = h.length;
                      for (let c = 0; c < K; c++) {
                        let d = h[c],
                          V = e;
                        if (e === V)
                          if (d && typeof d == "object" && !Array.isArray(d)) {
                            let I;
                            if (
                              (d.id === void 0 && (I = "id")) ||
                              (d.userGuid === void 0 && (I = "userGuid")) ||
                              (d.name === void 0 && (I = "name")) ||
                              (d.role === void 0 && (I = "role")) ||
                              (d.createdTime === void 0 && (I = "createdTime"))
                            )
                              return (
                                (y.errors = [
                                  {
                                    instancePath: a + "/keys/" + c,
                                    schemaPath: "#/properties/keys/items/required",
                                    keyword: "required",
                                    params: { missingProperty: I },
                                    schema: n.properties.keys.items.required,
                                    parentSchema: n.properties.keys.items,
                                    data: d,
                                  },
                                ]),
                                !1
                              );
                            if (d.id !== void 0) {
                              let m = d.id,
                                P = e;
                              if (!(typeof m == "number" && !(m % 1) && !isNaN(m)))
                                return (
                                  (y.errors = [
                                    {
                                      instancePath: a + "/keys/" + c + "/id",
                                      schemaPath: "#/properties/keys/items/properties/id/type",
                                      keyword: "type",
                                      params: { type: "integer" },
                                      schema: n.properties.keys.items.properties.id.type,
                                      parentSchema: n.properties.keys.items.properties.id,
                                      data: m,
                                    },
                                  ]),
                                  !1
                                );
                              var A = P === e;
                            } else var A = !0;
                            if (A) {
                              if (d.userGuid !== void 0) {
                                let m = d.userGuid,
                                  P = e;
                                if (e === P && e === P)
                                  if (typeof m == "string") {
                                    if (!le(m))
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/keys/" + c + "/userGuid",
                                            schemaPath: "#/properties/keys/items/properties/userGuid/format",
                                            keyword: "format",
                                            params: { format: "uuid" },
                                            schema: "uuid",
                                            parentSchema: n.properties.keys.items.properties.userGuid,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/keys/" + c + "/userGuid",
                                          schemaPath: "#/properties/keys/items/properties/userGuid/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          schema: n.properties.keys.items.properties.userGuid.type,
                                          parentSchema: n.properties.keys.items.properties.userGuid,
                                          data: m,
                                        },
                                      ]),
                                      !1
                                    );
                                var A = P === e;
                              } else var A = !0;
                              if (A) {
                                if (d.name !== void 0) {
                                  let m = d.name,
                                    P = e;
                                  if (typeof m != "string")
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/keys/" + c + "/name",
                                          schemaPath: "#/properties/keys/items/properties/name/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          schema: n.properties.keys.items.properties.name.type,
                                          parentSchema: n.properties.keys.items.properties.name,
                                          data: m,
                                        },
                                      ]),
                                      !1
                                    );
                                  var A = P === e;
                                } else var A = !0;
                                if (A) {
                                  if (d.role !== void 0) {
                                    let m = e;
                                    H(d.role, {
                                      instancePath: a + "/keys/" + c + "/role",
                                      parentData: d,
                                      parentDataProperty: "role",
                                      rootData: _,
                                      dynamicAnchors: b,
                                    }) || ((o = o === null ? H.errors : o.concat(H.errors)), (e = o.length));
                                    var A = m === e;
                                  } else var A = !0;
                                  if (A) {
                                    if (d.createdTime !== void 0) {
                                      let m = d.createdTime,
                                        P = e;
                                      if (typeof m != "string")
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/keys/" + c + "/createdTime",
                                              schemaPath: "#/properties/keys/items/properties/createdTime/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema: n.properties.keys.items.properties.createdTime.type,
                                              parentSchema: n.properties.keys.items.properties.createdTime,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                      var A = P === e;
                                    } else var A = !0;
                                    if (A) {
                                      if (d.activeTime !== void 0) {
                                        let m = d.activeTime,
                                          P = e;
                                        if (typeof m != "string" && m !== null)
                                          return (
                                            (y.errors = [
                                              {
                                                instancePath: a + "/keys/" + c + "/activeTime",
                                                schemaPath: "#/properties/keys/items/properties/activeTime/type",
                                                keyword: "type",
                                                params: { type: n.properties.keys.items.properties.activeTime.type },
                                                schema: n.properties.keys.items.properties.activeTime.type,
                                                parentSchema: n.properties.keys.items.properties.activeTime,
                                                data: m,
                                              },
                                            ]),
                                            !1
                                          );
                                        var A = P === e;
                                      } else var A = !0;
                                      if (A)
                                        if (d.expiresAt !== void 0) {
                                          let m = d.expiresAt,
                                            P = e;
                                          if (typeof m != "string" && m !== null)
                                            return (
                                              (y.errors = [
                                                {
                                                  instancePath: a + "/keys/" + c + "/expiresAt",
                                                  schemaPath: "#/properties/keys/items/properties/expiresAt/type",
                                                  keyword: "type",
                                                  params: { type: n.properties.keys.items.properties.expiresAt.type },
                                                  schema: n.properties.keys.items.properties.expiresAt.type,
                                                  parentSchema: n.properties.keys.items.properties.expiresAt,
                                                  data: m,
                                                },
                                              ]),
                                              !1
                                            );
                                          var A = P === e;
                                        } else var A = !0;
                                    }
                                  }
                                }
                              }
                            }
                          } else
                            return (
                              (y.errors = [
                                {
                                  instancePath: a + "/keys/" + c,
                                  schemaPath: "#/properties/keys/items/type",
                                  keyword: "type",
                                  params: { type: "object" },
                                  schema: n.properties.keys.items.type,
                                  parentSchema: n.properties.keys.items,
                                  data: d,
                                },
                              ]),
                              !1
                            );
                        var f = V === e;
                        if (!f) break;
                      }
                    } else
                      return (
                        (y.errors = [
                          {
                            instancePath: a + "/keys",
                            schemaPath: "#/properties/keys/type",
                            keyword: "type",
                            params: { type: "array" },
                            schema: n.properties.keys.type,
                            parentSchema: n.properties.keys,
                            data: h,
                          },
                        ]),
                        !1
                      );
                  var s = j === e;
                } else var s = !0;
                if (s) {
                  if (r.groups !== void 0) {
                    let h = r.groups,
                      j = e;
                    if (e === j)
                      if (Array.isArray(h)) {
                        var D = !0;
                        let K = h.length;
                        for (let c = 0; c < K; c++) {
                          let d = h[c],
                            V = e;
                          if (e === V)
                            if (d && typeof d == "object" && !Array.isArray(d)) {
                              let I;
                              if (
                                (d.guid === void 0 && (I = "guid")) ||
                                (d.name === void 0 && (I = "name")) ||
                                (d.members === void 0 && (I = "members"))
                              )
                                return (
                                  (y.errors = [
                                    {
                                      instancePath: a + "/groups/" + c,
                                      schemaPath: "#/properties/groups/items/required",
                                      keyword: "required",
                                      params: { missingProperty: I },
                                      schema: n.properties.groups.items.required,
                                      parentSchema: n.properties.groups.items,
                                      data: d,
                                    },
                                  ]),
                                  !1
                                );
                              if (d.guid !== void 0) {
                                let m = d.guid,
                                  P = e;
                                if (e === P && e === P)
                                  if (typeof m == "string") {
                                    if (!le(m))
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/groups/" + c + "/guid",
                                            schemaPath: "#/properties/groups/items/properties/guid/format",
                                            keyword: "format",
                                            params: { format: "uuid" },
                                            schema: "uuid",
                                            parentSchema: n.properties.groups.items.properties.guid,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/groups/" + c + "/guid",
                                          schemaPath: "#/properties/groups/items/properties/guid/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          schema: n.properties.groups.items.properties.guid.type,
                                          parentSchema: n.properties.groups.items.properties.guid,
                                          data: m,
                                        },
                                      ]),
                                      !1
                                    );
                                var g = P === e;
                              } else var g = !0;
                              if (g) {
                                if (d.name !== void 0) {
                                  let m = d.name,
                                    P = e;
                                  if (typeof m != "string")
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/groups/" + c + "/name",
                                          schemaPath: "#/properties/groups/items/properties/name/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          schema: n.properties.groups.items.properties.name.type,
                                          parentSchema: n.properties.groups.items.properties.name,
                                          data: m,
                                        },
                                      ]),
                                      !1
                                    );
                                  var g = P === e;
                                } else var g = !0;
                                if (g) {
                                  if (d.ownerGuid !== void 0) {
                                    let m = d.ownerGuid,
                                      P = e;
                                    if (typeof m != "string" && m !== null)
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/groups/" + c + "/ownerGuid",
                                            schemaPath: "#/properties/groups/items/properties/ownerGuid/type",
                                            keyword: "type",
                                            params: { type: n.properties.groups.items.properties.ownerGuid.type },
                                            schema: n.properties.groups.items.properties.ownerGuid.type,
                                            parentSchema: n.properties.groups.items.properties.ownerGuid,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                    var g = P === e;
                                  } else var g = !0;
                                  if (g) {
                                    if (d.gid !== void 0) {
                                      let m = d.gid,
                                        P = e;
                                      if (!(typeof m == "number" && !(m % 1) && !isNaN(m)) && m !== null)
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/groups/" + c + "/gid",
                                              schemaPath: "#/properties/groups/items/properties/gid/type",
                                              keyword: "type",
                                              params: { type: n.properties.groups.items.properties.gid.type },
                                              schema: n.properties.groups.items.properties.gid.type,
                                              parentSchema: n.properties.groups.items.properties.gid,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                      var g = P === e;
                                    } else var g = !0;
                                    if (g) {
                                      if (d.uniqueId !== void 0) {
                                        let m = d.uniqueId,
                                          P = e;
                                        if (typeof m != "string" && m !== null)
                                          return (
                                            (y.errors = [
                                              {
                                                instancePath: a + "/groups/" + c + "/uniqueId",
                                                schemaPath: "#/properties/groups/items/properties/uniqueId/type",
                                                keyword: "type",
                                                params: { type: n.properties.groups.items.properties.uniqueId.type },
                                                schema: n.properties.groups.items.properties.uniqueId.type,
                                                parentSchema: n.properties.groups.items.properties.uniqueId,
                                                data: m,
                                              },
                                            ]),
                                            !1
                                          );
                                        var g = P === e;
                                      } else var g = !0;
                                      if (g)
                                        if (d.members !== void 0) {
                                          let m = d.members,
                                            P = e;
                                          if (e === P)
                                            if (Array.isArray(m)) {
                                              var E = !0;
                                              let Q = m.length;
                                              for (let S = 0; S < Q; S++) {
                                                let R = m[S],
                                                  Ae = e;
                                                if (typeof R != "string")
                                                  return (
                                                    (y.errors = [
                                                      {
                                                        instancePath: a + "/groups/" + c + "/members/" + S,
                                                        schemaPath:
                                                          "#/properties/groups/items/properties/members/items/type",
                                                        keyword: "type",
                                                        params: { type: "string" },
                                                        schema: n.properties.groups.items.properties.members.items.type,
                                                        parentSchema:
                                                          n.properties.groups.items.properties.members.items,
                                                        data: R,
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var E = Ae === e;
                                                if (!E) break;
                                              }
                                            } else
                                              return (
                                                (y.errors = [
                                                  {
                                                    instancePath: a + "/groups/" + c + "/members",
                                                    schemaPath: "#/properties/groups/items/properties/members/type",
                                                    keyword: "type",
                                                    params: { type: "array" },
                                                    schema: n.properties.groups.items.properties.members.type,
                                                    parentSchema: n.properties.groups.items.properties.members,
                                                    data: m,
                                                  },
                                                ]),
                                                !1
                                              );
                                          var g = P === e;
                                        } else var g = !0;
                                    }
                                  }
                                }
                              }
                            } else
                              return (
                                (y.errors = [
                                  {
                                    instancePath: a + "/groups/" + c,
                                    schemaPath: "#/properties/groups/items/type",
                                    keyword: "type",
                                    params: { type: "object" },
                                    schema: n.properties.groups.items.type,
                                    parentSchema: n.properties.groups.items,
                                    data: d,
                                  },
                                ]),
                                !1
                              );
                          var D = V === e;
                          if (!D) break;
                        }
                      } else
                        return (
                          (y.errors = [
                            {
                              instancePath: a + "/groups",
                              schemaPath: "#/properties/groups/type",
                              keyword: "type",
                              params: { type: "array" },
                              schema: n.properties.groups.type,
                              parentSchema: n.properties.groups,
                              data: h,
                            },
                          ]),
                          !1
                        );
                    var s = j === e;
                  } else var s = !0;
                  if (s) {
                    if (r.content !== void 0) {
                      let h = r.content,
                        j = e;
                      if (e === j)
                        if (Array.isArray(h)) {
                          var ve = !0;
                          let K = h.length;
                          for (let c = 0; c < K; c++) {
                            let d = h[c],
                              V = e;
                            if (e === V)
                              if (d && typeof d == "object" && !Array.isArray(d)) {
                                let I;
                                if (
                                  (d.guid === void 0 && (I = "guid")) ||
                                  (d.name === void 0 && (I = "name")) ||
                                  (d.owner_guid === void 0 && (I = "owner_guid")) ||
                                  (d.access_type === void 0 && (I = "access_type"))
                                )
                                  return (
                                    (y.errors = [
                                      {
                                        instancePath: a + "/content/" + c,
                                        schemaPath: "#/properties/content/items/required",
                                        keyword: "required",
                                        params: { missingProperty: I },
                                        schema: n.properties.content.items.required,
                                        parentSchema: n.properties.content.items,
                                        data: d,
                                      },
                                    ]),
                                    !1
                                  );
                                if (d.guid !== void 0) {
                                  let m = d.guid,
                                    P = e;
                                  if (e === P && e === P)
                                    if (typeof m == "string") {
                                      if (!le(m))
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/content/" + c + "/guid",
                                              schemaPath: "#/properties/content/items/properties/guid/format",
                                              keyword: "format",
                                              params: { format: "uuid" },
                                              schema: "uuid",
                                              parentSchema: n.properties.content.items.properties.guid,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                    } else
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/content/" + c + "/guid",
                                            schemaPath: "#/properties/content/items/properties/guid/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            schema: n.properties.content.items.properties.guid.type,
                                            parentSchema: n.properties.content.items.properties.guid,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                  var ee = P === e;
                                } else var ee = !0;
                                if (ee) {
                                  if (d.name !== void 0) {
                                    let m = d.name,
                                      P = e;
                                    if (typeof m != "string")
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/content/" + c + "/name",
                                            schemaPath: "#/properties/content/items/properties/name/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            schema: n.properties.content.items.properties.name.type,
                                            parentSchema: n.properties.content.items.properties.name,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                    var ee = P === e;
                                  } else var ee = !0;
                                  if (ee) {
                                    if (d.owner_guid !== void 0) {
                                      let m = d.owner_guid,
                                        P = e;
                                      if (typeof m != "string")
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/content/" + c + "/owner_guid",
                                              schemaPath: "#/properties/content/items/properties/owner_guid/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema: n.properties.content.items.properties.owner_guid.type,
                                              parentSchema: n.properties.content.items.properties.owner_guid,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                      var ee = P === e;
                                    } else var ee = !0;
                                    if (ee)
                                      if (d.access_type !== void 0) {
                                        let m = e;
                                        Y(d.access_type, {
                                          instancePath: a + "/content/" + c + "/access_type",
                                          parentData: d,
                                          parentDataProperty: "access_type",
                                          rootData: _,
                                          dynamicAnchors: b,
                                        }) || ((o = o === null ? Y.errors : o.concat(Y.errors)), (e = o.length));
                                        var ee = m === e;
                                      } else var ee = !0;
                                  }
                                }
                              } else
                                return (
                                  (y.errors = [
                                    {
                                      instancePath: a + "/content/" + c,
                                      schemaPath: "#/properties/content/items/type",
                                      keyword: "type",
                                      params: { type: "object" },
                                      schema: n.properties.content.items.type,
                                      parentSchema: n.properties.content.items,
                                      data: d,
                                    },
                                  ]),
                                  !1
                                );
                            var ve = V === e;
                            if (!ve) break;
                          }
                        } else
                          return (
                            (y.errors = [
                              {
                                instancePath: a + "/content",
                                schemaPath: "#/properties/content/type",
                                keyword: "type",
                                params: { type: "array" },
                                schema: n.properties.content.type,
                                parentSchema: n.properties.content,
                                data: h,
                              },
                            ]),
                            !1
                          );
                      var s = j === e;
                    } else var s = !0;
                    if (s) {
                      if (r.permissions !== void 0) {
                        let h = r.permissions,
                          j = e;
                        if (e === j)
                          if (Array.isArray(h)) {
                            var Pe = !0;
                            let K = h.length;
                            for (let c = 0; c < K; c++) {
                              let d = h[c],
                                V = e;
                              if (e === V)
                                if (d && typeof d == "object" && !Array.isArray(d)) {
                                  let I;
                                  if (
                                    (d.id === void 0 && (I = "id")) ||
                                    (d.content_guid === void 0 && (I = "content_guid")) ||
                                    (d.principal_guid === void 0 && (I = "principal_guid")) ||
                                    (d.principal_type === void 0 && (I = "principal_type")) ||
                                    (d.role === void 0 && (I = "role"))
                                  )
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/permissions/" + c,
                                          schemaPath: "#/properties/permissions/items/required",
                                          keyword: "required",
                                          params: { missingProperty: I },
                                          schema: n.properties.permissions.items.required,
                                          parentSchema: n.properties.permissions.items,
                                          data: d,
                                        },
                                      ]),
                                      !1
                                    );
                                  if (d.id !== void 0) {
                                    let m = d.id,
                                      P = e;
                                    if (typeof m != "string")
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/permissions/" + c + "/id",
                                            schemaPath: "#/properties/permissions/items/properties/id/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            schema: n.properties.permissions.items.properties.id.type,
                                            parentSchema: n.properties.permissions.items.properties.id,
                                            data: m,
                                          },
                                        ]),
                                        !1
                                      );
                                    var re = P === e;
                                  } else var re = !0;
                                  if (re) {
                                    if (d.content_guid !== void 0) {
                                      let m = d.content_guid,
                                        P = e;
                                      if (typeof m != "string")
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/permissions/" + c + "/content_guid",
                                              schemaPath: "#/properties/permissions/items/properties/content_guid/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema: n.properties.permissions.items.properties.content_guid.type,
                                              parentSchema: n.properties.permissions.items.properties.content_guid,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                      var re = P === e;
                                    } else var re = !0;
                                    if (re) {
                                      if (d.principal_guid !== void 0) {
                                        let m = d.principal_guid,
                                          P = e;
                                        if (typeof m != "string")
                                          return (
                                            (y.errors = [
                                              {
                                                instancePath: a + "/permissions/" + c + "/principal_guid",
                                                schemaPath:
                                                  "#/properties/permissions/items/properties/principal_guid/type",
                                                keyword: "type",
                                                params: { type: "string" },
                                                schema: n.properties.permissions.items.properties.principal_guid.type,
                                                parentSchema: n.properties.permissions.items.properties.principal_guid,
                                                data: m,
                                              },
                                            ]),
                                            !1
                                          );
                                        var re = P === e;
                                      } else var re = !0;
                                      if (re) {
                                        if (d.principal_type !== void 0) {
                                          let m = d.principal_type,
                                            P = e;
                                          if (typeof m != "string")
                                            return (
                                              (y.errors = [
                                                {
                                                  instancePath: a + "/permissions/" + c + "/principal_type",
                                                  schemaPath:
                                                    "#/properties/permissions/items/properties/principal_type/type",
                                                  keyword: "type",
                                                  params: { type: "string" },
                                                  schema: n.properties.permissions.items.properties.principal_type.type,
                                                  parentSchema:
                                                    n.properties.permissions.items.properties.principal_type,
                                                  data: m,
                                                },
                                              ]),
                                              !1
                                            );
                                          if (!(m === "user" || m === "group"))
                                            return (
                                              (y.errors = [
                                                {
                                                  instancePath: a + "/permissions/" + c + "/principal_type",
                                                  schemaPath:
                                                    "#/properties/permissions/items/properties/principal_type/enum",
                                                  keyword: "enum",
                                                  params: {
                                                    allowedValues:
                                                      n.properties.permissions.items.properties.principal_type.enum,
                                                  },
                                                  schema: n.properties.permissions.items.properties.principal_type.enum,
                                                  parentSchema:
                                                    n.properties.permissions.items.properties.principal_type,
                                                  data: m,
                                                },
                                              ]),
                                              !1
                                            );
                                          var re = P === e;
                                        } else var re = !0;
                                        if (re)
                                          if (d.role !== void 0) {
                                            let m = d.role,
                                              P = e;
                                            if (typeof m != "string")
                                              return (
                                                (y.errors = [
                                                  {
                                                    instancePath: a + "/permissions/" + c + "/role",
                                                    schemaPath: "#/properties/permissions/items/properties/role/type",
                                                    keyword: "type",
                                                    params: { type: "string" },
                                                    schema: n.properties.permissions.items.properties.role.type,
                                                    parentSchema: n.properties.permissions.items.properties.role,
                                                    data: m,
                                                  },
                                                ]),
                                                !1
                                              );
                                            if (!(m === "viewer" || m === "owner"))
                                              return (
                                                (y.errors = [
                                                  {
                                                    instancePath: a + "/permissions/" + c + "/role",
                                                    schemaPath: "#/properties/permissions/items/properties/role/enum",
                                                    keyword: "enum",
                                                    params: {
                                                      allowedValues:
                                                        n.properties.permissions.items.properties.role.enum,
                                                    },
                                                    schema: n.properties.permissions.items.properties.role.enum,
                                                    parentSchema: n.properties.permissions.items.properties.role,
                                                    data: m,
                                                  },
                                                ]),
                                                !1
                                              );
                                            var re = P === e;
                                          } else var re = !0;
                                      }
                                    }
                                  }
                                } else
                                  return (
                                    (y.errors = [
                                      {
                                        instancePath: a + "/permissions/" + c,
                                        schemaPath: "#/properties/permissions/items/type",
                                        keyword: "type",
                                        params: { type: "object" },
                                        schema: n.properties.permissions.items.type,
                                        parentSchema: n.properties.permissions.items,
                                        data: d,
                                      },
                                    ]),
                                    !1
                                  );
                              var Pe = V === e;
                              if (!Pe) break;
                            }
                          } else
                            return (
                              (y.errors = [
                                {
                                  instancePath: a + "/permissions",
                                  schemaPath: "#/properties/permissions/type",
                                  keyword: "type",
                                  params: { type: "array" },
                                  schema: n.properties.permissions.type,
                                  parentSchema: n.properties.permissions,
                                  data: h,
                                },
                              ]),
                              !1
                            );
                        var s = j === e;
                      } else var s = !0;
                      if (s) {
                        if (r.environments !== void 0) {
                          let h = r.environments,
                            j = e;
                          if (e === j)
                            if (Array.isArray(h)) {
                              var Ee = !0;
                              let K = h.length;
                              for (let c = 0; c < K; c++) {
                                let d = h[c],
                                  V = e;
                                if (e === V)
                                  if (d && typeof d == "object" && !Array.isArray(d)) {
                                    let I;
                                    if (
                                      (d.content_guid === void 0 && (I = "content_guid")) ||
                                      (d.names === void 0 && (I = "names"))
                                    )
                                      return (
                                        (y.errors = [
                                          {
                                            instancePath: a + "/environments/" + c,
                                            schemaPath: "#/properties/environments/items/required",
                                            keyword: "required",
                                            params: { missingProperty: I },
                                            schema: n.properties.environments.items.required,
                                            parentSchema: n.properties.environments.items,
                                            data: d,
                                          },
                                        ]),
                                        !1
                                      );
                                    if (d.content_guid !== void 0) {
                                      let m = d.content_guid,
                                        P = e;
                                      if (typeof m != "string")
                                        return (
                                          (y.errors = [
                                            {
                                              instancePath: a + "/environments/" + c + "/content_guid",
                                              schemaPath:
                                                "#/properties/environments/items/properties/content_guid/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              schema: n.properties.environments.items.properties.content_guid.type,
                                              parentSchema: n.properties.environments.items.properties.content_guid,
                                              data: m,
                                            },
                                          ]),
                                          !1
                                        );
                                      var De = P === e;
                                    } else var De = !0;
                                    if (De)
                                      if (d.names !== void 0) {
                                        let m = d.names,
                                          P = e;
                                        if (e === P)
                                          if (Array.isArray(m)) {
                                            var Te = !0;
                                            let Q = m.length;
                                            for (let S = 0; S < Q; S++) {
                                              let R = m[S],
                                                Ae = e;
                                              if (typeof R != "string")
                                                return (
                                                  (y.errors = [
                                                    {
                                                      instancePath: a + "/environments/" + c + "/names/" + S,
                                                      schemaPath:
                                                        "#/properties/environments/items/properties/names/items/type",
                                                      keyword: "type",
                                                      params: { type: "string" },
                                                      schema:
                                                        n.properties.environments.items.properties.names.items.type,
                                                      parentSchema:
                                                        n.properties.environments.items.properties.names.items,
                                                      data: R,
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              var Te = Ae === e;
                                              if (!Te) break;
                                            }
                                          } else
                                            return (
                                              (y.errors = [
                                                {
                                                  instancePath: a + "/environments/" + c + "/names",
                                                  schemaPath: "#/properties/environments/items/properties/names/type",
                                                  keyword: "type",
                                                  params: { type: "array" },
                                                  schema: n.properties.environments.items.properties.names.type,
                                                  parentSchema: n.properties.environments.items.properties.names,
                                                  data: m,
                                                },
                                              ]),
                                              !1
                                            );
                                        var De = P === e;
                                      } else var De = !0;
                                  } else
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath: a + "/environments/" + c,
                                          schemaPath: "#/properties/environments/items/type",
                                          keyword: "type",
                                          params: { type: "object" },
                                          schema: n.properties.environments.items.type,
                                          parentSchema: n.properties.environments.items,
                                          data: d,
                                        },
                                      ]),
                                      !1
                                    );
                                var Ee = V === e;
                                if (!Ee) break;
                              }
                            } else
                              return (
                                (y.errors = [
                                  {
                                    instancePath: a + "/environments",
                                    schemaPath: "#/properties/environments/type",
                                    keyword: "type",
                                    params: { type: "array" },
                                    schema: n.properties.environments.type,
                                    parentSchema: n.properties.environments,
                                    data: h,
                                  },
                                ]),
                                !1
                              );
                          var s = j === e;
                        } else var s = !0;
                        if (s)
                          if (r.usedTickets !== void 0) {
                            let h = r.usedTickets,
                              j = e;
                            if (e === j)
                              if (h && typeof h == "object" && !Array.isArray(h))
                                for (let K in h) {
                                  let c = h[K],
                                    d = e;
                                  if (!(typeof c == "number" && !(c % 1) && !isNaN(c)))
                                    return (
                                      (y.errors = [
                                        {
                                          instancePath:
                                            a + "/usedTickets/" + K.replace(/~/g, "~0").replace(/\//g, "~1"),
                                          schemaPath: "#/properties/usedTickets/additionalProperties/type",
                                          keyword: "type",
                                          params: { type: "integer" },
                                          schema: n.properties.usedTickets.additionalProperties.type,
                                          parentSchema: n.properties.usedTickets.additionalProperties,
                                          data: c,
                                        },
                                      ]),
                                      !1
                                    );
                                  var Ce = d === e;
                                  if (!Ce) break;
                                }
                              else
                                return (
                                  (y.errors = [
                                    {
                                      instancePath: a + "/usedTickets",
                                      schemaPath: "#/properties/usedTickets/type",
                                      keyword: "type",
                                      params: { type: "object" },
                                      schema: n.properties.usedTickets.type,
                                      parentSchema: n.properties.usedTickets,
                                      data: h,
                                    },
                                  ]),
                                  !1
                                );
                            var s = j === e;
                          } else var s = !0;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (y.errors = [
          {
            instancePath: a,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            schema: n.type,
            parentSchema: n,
            data: r,
          },
        ]),
        !1
      );
  return ((y.errors = o), e === 0);
}
y.evaluated = {
  props: {
    format: !0,
    seed: !0,
    now: !0,
    counters: !0,
    users: !0,
    keys: !0,
    groups: !0,
    content: !0,
    permissions: !0,
    environments: !0,
    usedTickets: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
var or = {
  Options: Be,
  ListenOptions: Ve,
  Fault: ze,
  Duration: Fe,
  ClockChange: Je,
  UserDetails: Qe,
  GroupDetails: We,
  GroupSeed: Xe,
  ContentDetails: Ye,
  ContentSeed: er,
  Seed: rr,
  KeyOptions: tr,
  KeyRequest: sr,
  Snapshot: ar,
};
const compiled = or;

export const inputValidators: { readonly [Name in keyof Inputs]: InputValidator<Inputs[Name]> } = compiled;
