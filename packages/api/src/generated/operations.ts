// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

export const operations = {
  getCurrentUser: {
    "method": "GET",
    "path": "/v1/user",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getUsers: {
    "method": "GET",
    "path": "/v1/users",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": false
      },
      "page_number": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "default": 1
      },
      "page_size": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      },
      "sort": {
        "type": "string",
        "required": false,
        "enum": [
          "first_name",
          "last_name",
          "username",
          "active_time",
          "created_time",
          "user_role"
        ],
        "default": "first_name"
      },
      "user_role": {
        "type": "array",
        "required": false,
        "delimiter": "|",
        "enum": [
          "administrator",
          "publisher",
          "viewer"
        ]
      },
      "account_status": {
        "type": "array",
        "required": false,
        "delimiter": "|",
        "enum": [
          "locked",
          "licensed",
          "inactive"
        ]
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": true,
    "deprecated": false
  },
  createPushUser: {
    "method": "POST",
    "path": "/v1/users",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "UserCreatePushInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  createPullUser: {
    "method": "PUT",
    "path": "/v1/users",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "UserCreatePullInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  searchRemoteUsers: {
    "method": "GET",
    "path": "/v1/users/remote",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": true
      },
      "limit": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getUser: {
    "method": "GET",
    "path": "/v1/users/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  updateUser: {
    "method": "PUT",
    "path": "/v1/users/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "UserUpdateInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  lockUser: {
    "method": "POST",
    "path": "/v1/users/{guid}/lock",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "LockUserInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  listKeys: {
    "method": "GET",
    "path": "/v1/users/{guid}/keys",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  createKey: {
    "method": "POST",
    "path": "/v1/users/{guid}/keys",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "APIKeyCreateInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getKey: {
    "method": "GET",
    "path": "/v1/users/{guid}/keys/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  deleteKey: {
    "method": "DELETE",
    "path": "/v1/users/{guid}/keys/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getGroups: {
    "method": "GET",
    "path": "/v1/groups",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": false
      },
      "page_number": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "default": 1
      },
      "page_size": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      500
    ],
    "paged": true,
    "deprecated": false
  },
  createGroup: {
    "method": "POST",
    "path": "/v1/groups",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "GroupCreateInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  createRemoteGroup: {
    "method": "PUT",
    "path": "/v1/groups",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "GroupCreateRemoteInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  searchRemoteGroups: {
    "method": "GET",
    "path": "/v1/groups/remote",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": true
      },
      "limit": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getGroup: {
    "method": "GET",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  updateGroup: {
    "method": "POST",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupUpdateInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  patchGroup: {
    "method": "PATCH",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupPatchInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  deleteGroup: {
    "method": "DELETE",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getGroupMembers: {
    "method": "GET",
    "path": "/v1/groups/{group_guid}/members",
    "pathParameters": [
      "group_guid"
    ],
    "queryParameters": {
      "page_number": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "default": 1
      },
      "page_size": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 10
      },
      "sort": {
        "type": "string",
        "required": false,
        "enum": [
          "first_name",
          "user_role",
          "active_time"
        ],
        "default": "first_name"
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": true,
    "deprecated": false
  },
  addGroupMember: {
    "method": "POST",
    "path": "/v1/groups/{group_guid}/members",
    "pathParameters": [
      "group_guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupMemberAddInput",
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  removeGroupMember: {
    "method": "DELETE",
    "path": "/v1/groups/{group_guid}/members/{user_guid}",
    "pathParameters": [
      "group_guid",
      "user_guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getContents: {
    "method": "GET",
    "path": "/v1/content",
    "pathParameters": [],
    "queryParameters": {
      "name": {
        "type": "string",
        "required": false
      },
      "owner_guid": {
        "type": "string",
        "required": false
      },
      "include": {
        "type": "array",
        "required": false,
        "delimiter": ",",
        "enum": [
          "tags",
          "owner",
          "vanity_url",
          "bookmarked",
          "schedule"
        ]
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  createContent: {
    "method": "POST",
    "path": "/v1/content",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "CreateContentInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getContent: {
    "method": "GET",
    "path": "/v1/content/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {
      "include": {
        "type": "array",
        "required": false,
        "delimiter": ",",
        "enum": [
          "tags",
          "owner",
          "vanity_url",
          "bookmarked",
          "schedule"
        ]
      }
    },
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  updateContent: {
    "method": "PATCH",
    "path": "/v1/content/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "UpdateContentInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  deleteContent: {
    "method": "DELETE",
    "path": "/v1/content/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  listContentPermissions: {
    "method": "GET",
    "path": "/v1/content/{guid}/permissions",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  addContentPermission: {
    "method": "POST",
    "path": "/v1/content/{guid}/permissions",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "PermissionInput",
    "statuses": [
      200,
      201,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getContentPermission: {
    "method": "GET",
    "path": "/v1/content/{guid}/permissions/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  updateContentPermission: {
    "method": "PUT",
    "path": "/v1/content/{guid}/permissions/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": "PermissionInput",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  deleteContentPermission: {
    "method": "DELETE",
    "path": "/v1/content/{guid}/permissions/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getServerSettings: {
    "method": "GET",
    "path": "/server_settings",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getPublicSettings: {
    "method": "GET",
    "path": "/v1/server_settings/public",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      404,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getPythonInformation: {
    "method": "GET",
    "path": "/v1/server_settings/python",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getRInformation: {
    "method": "GET",
    "path": "/v1/server_settings/r",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getQuartoInformation: {
    "method": "GET",
    "path": "/v1/server_settings/quarto",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getTensorFlowInformation: {
    "method": "GET",
    "path": "/v1/server_settings/tensorflow",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  getNodeJsInformation: {
    "method": "GET",
    "path": "/v1/server_settings/nodejs",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  bootstrap: {
    "method": "POST",
    "path": "/v1/bootstrap",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false
  },
  bootstrapExperimental: {
    "method": "POST",
    "path": "/v1/experimental/bootstrap",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": true
  },
} as const;
