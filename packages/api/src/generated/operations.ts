// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

export const operations = {
  getCurrentUser: {
    "method": "GET",
    "path": "/v1/user",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
        "default": "first_name",
        "since": "2026.01.0"
      },
      "user_role": {
        "type": "array",
        "required": false,
        "delimiter": "|",
        "enum": [
          "administrator",
          "publisher",
          "viewer"
        ],
        "invalidCode": 112
      },
      "account_status": {
        "type": "array",
        "required": false,
        "delimiter": "|",
        "enum": [
          "locked",
          "licensed",
          "inactive"
        ],
        "invalidCode": 115
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": true,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [
      "text/csv"
    ]
  },
  createPushUser: {
    "method": "POST",
    "path": "/v1/users",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "UserCreatePushInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "first-user",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createPullUser: {
    "method": "PUT",
    "path": "/v1/users",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "UserCreatePullInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  searchRemoteUsers: {
    "method": "GET",
    "path": "/v1/users/remote",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": false
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
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getUser: {
    "method": "GET",
    "path": "/v1/users/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  updateUser: {
    "method": "PUT",
    "path": "/v1/users/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "UserUpdateInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  lockUser: {
    "method": "POST",
    "path": "/v1/users/{guid}/lock",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "LockUserInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 49,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  listKeys: {
    "method": "GET",
    "path": "/v1/users/{guid}/keys",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createKey: {
    "method": "POST",
    "path": "/v1/users/{guid}/keys",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "APIKeyCreateInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      500
    ],
    "paged": true,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createGroup: {
    "method": "POST",
    "path": "/v1/groups",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "GroupCreateInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createRemoteGroup: {
    "method": "PUT",
    "path": "/v1/groups",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "GroupCreateRemoteInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  searchRemoteGroups: {
    "method": "GET",
    "path": "/v1/groups/remote",
    "pathParameters": [],
    "queryParameters": {
      "prefix": {
        "type": "string",
        "required": false
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
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getGroup: {
    "method": "GET",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  updateGroup: {
    "method": "POST",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupUpdateInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  patchGroup: {
    "method": "PATCH",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupPatchInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": "2026.01.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  deleteGroup: {
    "method": "DELETE",
    "path": "/v1/groups/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
        "default": "first_name",
        "since": "2026.01.0"
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": true,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  addGroupMember: {
    "method": "POST",
    "path": "/v1/groups/{group_guid}/members",
    "pathParameters": [
      "group_guid"
    ],
    "queryParameters": {},
    "requestBody": "GroupMemberAddInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getGroupOwnershipExperimental: {
    "method": "GET",
    "path": "/v1/experimental/groups/{guid}/content",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
        ],
        "invalidCode": 161
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createContent: {
    "method": "POST",
    "path": "/v1/content",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "CreateContentInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
        ],
        "invalidCode": 161
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  updateContent: {
    "method": "PATCH",
    "path": "/v1/content/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "UpdateContentInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  deleteContent: {
    "method": "DELETE",
    "path": "/v1/content/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  listContentPermissions: {
    "method": "GET",
    "path": "/v1/content/{guid}/permissions",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  addContentPermission: {
    "method": "POST",
    "path": "/v1/content/{guid}/permissions",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "PermissionInput",
    "requestMediaType": "application/json",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
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
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getBundles: {
    "method": "GET",
    "path": "/v1/content/{guid}/bundles",
    "pathParameters": [
      "guid"
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
        "default": 20
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": false
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": true,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  uploadContentBundle: {
    "method": "POST",
    "path": "/v1/content/{guid}/bundles",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": "application/gzip",
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
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getBundle: {
    "method": "GET",
    "path": "/v1/content/{guid}/bundles/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  deleteBundle: {
    "method": "DELETE",
    "path": "/v1/content/{guid}/bundles/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  downloadBundle: {
    "method": "GET",
    "path": "/v1/content/{guid}/bundles/{id}/download",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [
      "application/gzip"
    ]
  },
  deployContentBundle: {
    "method": "POST",
    "path": "/v1/content/{guid}/deploy",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "ContentDeploymentInput",
    "requestMediaType": "application/json",
    "statuses": [
      202,
      400,
      401,
      403,
      404,
      409,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getTask: {
    "method": "GET",
    "path": "/v1/tasks/{id}",
    "pathParameters": [
      "id"
    ],
    "queryParameters": {
      "first": {
        "type": "integer",
        "required": false,
        "minimum": 0,
        "default": 0
      },
      "wait": {
        "type": "integer",
        "required": false,
        "minimum": 0,
        "default": 0
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  listTags: {
    "method": "GET",
    "path": "/v1/tags",
    "pathParameters": [],
    "queryParameters": {
      "name": {
        "type": "string",
        "required": false
      },
      "parent_id": {
        "type": "string",
        "required": false
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  createTag: {
    "method": "POST",
    "path": "/v1/tags",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "TagCreateInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getTag: {
    "method": "GET",
    "path": "/v1/tags/{id}",
    "pathParameters": [
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  updateTag: {
    "method": "PATCH",
    "path": "/v1/tags/{id}",
    "pathParameters": [
      "id"
    ],
    "queryParameters": {},
    "requestBody": "TagInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  deleteTag: {
    "method": "DELETE",
    "path": "/v1/tags/{id}",
    "pathParameters": [
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  listTagContent: {
    "method": "GET",
    "path": "/v1/tags/{id}/content",
    "pathParameters": [
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  listContentTags: {
    "method": "GET",
    "path": "/v1/content/{guid}/tags",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  addTag: {
    "method": "POST",
    "path": "/v1/content/{guid}/tags",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "ContentTagInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  removeTag: {
    "method": "DELETE",
    "path": "/v1/content/{guid}/tags/{id}",
    "pathParameters": [
      "guid",
      "id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getContentVisits: {
    "method": "GET",
    "path": "/v1/instrumentation/content/visits",
    "pathParameters": [],
    "queryParameters": {
      "content_guid": {
        "type": "string",
        "required": false
      },
      "min_data_version": {
        "type": "integer",
        "required": false,
        "default": 3
      },
      "user_agent": {
        "type": "string",
        "required": false
      },
      "from": {
        "type": "string",
        "required": false
      },
      "to": {
        "type": "string",
        "required": false
      },
      "limit": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      },
      "previous": {
        "type": "string",
        "required": false
      },
      "next": {
        "type": "string",
        "required": false
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getShinyAppUsage: {
    "method": "GET",
    "path": "/v1/instrumentation/shiny/usage",
    "pathParameters": [],
    "queryParameters": {
      "content_guid": {
        "type": "string",
        "required": false
      },
      "min_data_version": {
        "type": "integer",
        "required": false,
        "default": 1
      },
      "from": {
        "type": "string",
        "required": false
      },
      "to": {
        "type": "string",
        "required": false
      },
      "limit": {
        "type": "integer",
        "required": false,
        "minimum": 1,
        "maximum": 500,
        "default": 20
      },
      "previous": {
        "type": "string",
        "required": false
      },
      "next": {
        "type": "string",
        "required": false
      },
      "asc_order": {
        "type": "boolean",
        "required": false,
        "default": true
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getContentHits: {
    "method": "GET",
    "path": "/v1/instrumentation/content/hits",
    "pathParameters": [],
    "queryParameters": {
      "content_guid": {
        "type": "string",
        "required": false
      },
      "from": {
        "type": "string",
        "required": false
      },
      "to": {
        "type": "string",
        "required": false
      }
    },
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2025.04.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getServerSettings: {
    "method": "GET",
    "path": "/server_settings",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "optional",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getPublicSettings: {
    "method": "GET",
    "path": "/v1/server_settings/public",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "public",
    "repeatable": true,
    "since": "2026.01.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getPythonInformation: {
    "method": "GET",
    "path": "/v1/server_settings/python",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getRInformation: {
    "method": "GET",
    "path": "/v1/server_settings/r",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getQuartoInformation: {
    "method": "GET",
    "path": "/v1/server_settings/quarto",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getTensorFlowInformation: {
    "method": "GET",
    "path": "/v1/server_settings/tensorflow",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  getNodeJsInformation: {
    "method": "GET",
    "path": "/v1/server_settings/nodejs",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.04.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  bootstrap: {
    "method": "POST",
    "path": "/v1/bootstrap",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "bootstrap",
    "repeatable": false,
    "since": "2026.01.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": []
  },
  bootstrapExperimental: {
    "method": "POST",
    "path": "/v1/experimental/bootstrap",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": true,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "bootstrap",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": "bootstrap",
    "otherMediaTypes": []
  },
} as const;
