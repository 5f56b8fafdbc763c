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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    ],
    "auditActions": [],
    "serviceTokenScope": "users:read"
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_user"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_user"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_user"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "update_lock_user"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_api_key"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_api_key"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "groups:read"
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
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [
      "add_group"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_group"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_group"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_group"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_group"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "groups:read"
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_group_member"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_group_member"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_application"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_application"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_application"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "assign_user_app_role",
      "assign_group_app_role"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "assign_user_app_role",
      "assign_group_app_role"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_user_app_role",
      "remove_group_app_role"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_bundle"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_bundle"
    ],
    "serviceTokenScope": null
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
    ],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "deploy_application"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_tag"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_tag"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_tag"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_application_tag"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "remove_application_tag"
    ],
    "serviceTokenScope": null
  },
  getVanity: {
    "method": "GET",
    "path": "/v1/content/{guid}/vanity",
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  setVanity: {
    "method": "PUT",
    "path": "/v1/content/{guid}/vanity",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "VanityInput",
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_application"
    ],
    "serviceTokenScope": null
  },
  deleteVanity: {
    "method": "DELETE",
    "path": "/v1/content/{guid}/vanity",
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
    "otherMediaTypes": [],
    "auditActions": [
      "edit_application"
    ],
    "serviceTokenScope": null
  },
  listVanities: {
    "method": "GET",
    "path": "/v1/vanities",
    "pathParameters": [],
    "queryParameters": {},
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getJobs: {
    "method": "GET",
    "path": "/v1/content/{guid}/jobs",
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getJob: {
    "method": "GET",
    "path": "/v1/content/{guid}/jobs/{key}",
    "pathParameters": [
      "guid",
      "key"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  killJob: {
    "method": "DELETE",
    "path": "/v1/content/{guid}/jobs/{key}",
    "pathParameters": [
      "guid",
      "key"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  jobLogs: {
    "method": "GET",
    "path": "/v1/content/{guid}/jobs/{key}/log",
    "pathParameters": [
      "guid",
      "key"
    ],
    "queryParameters": {
      "maxLogLines": {
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  jobError: {
    "method": "GET",
    "path": "/v1/content/{guid}/jobs/{key}/error",
    "pathParameters": [
      "guid",
      "key"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
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
    "repeatable": true,
    "since": null,
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "server-settings:read"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "server-settings:read"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "server-settings:read"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": "server-settings:read"
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getAuditLogs: {
    "method": "GET",
    "path": "/v1/audit_logs",
    "pathParameters": [],
    "queryParameters": {
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
      "ascOrder": {
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
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  searchAuditLogs: {
    "method": "GET",
    "path": "/v1/search/auditlogs",
    "pathParameters": [],
    "queryParameters": {
      "q": {
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
      "order": {
        "type": "string",
        "required": false,
        "enum": [
          "asc",
          "desc"
        ]
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
    "paged": true,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.01.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getAuditActions: {
    "method": "GET",
    "path": "/v1/audit/actions",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.01.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listOAuthIntegrations: {
    "method": "GET",
    "path": "/v1/oauth/integrations",
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
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  createOAuthIntegration: {
    "method": "POST",
    "path": "/v1/oauth/integrations",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "OAuthIntegrationInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      402,
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  exchangeCredentials: {
    "method": "POST",
    "path": "/v1/oauth/integrations/credentials",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "CredentialExchangeInput",
    "requestMediaType": "application/x-www-form-urlencoded",
    "statuses": [
      200,
      400,
      401,
      402,
      403,
      404,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "optional",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getOAuthIntegration: {
    "method": "GET",
    "path": "/v1/oauth/integrations/{guid}",
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
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  updateOAuthIntegration: {
    "method": "PATCH",
    "path": "/v1/oauth/integrations/{guid}",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "OAuthIntegrationUpdate",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      402,
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  deleteOAuthIntegration: {
    "method": "DELETE",
    "path": "/v1/oauth/integrations/{guid}",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listOAuthIntegrationAssociations: {
    "method": "GET",
    "path": "/v1/oauth/integrations/{guid}/associations",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  verifyOAuthIntegration: {
    "method": "POST",
    "path": "/v1/oauth/integrations/{guid}/verify",
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
      402,
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
    "since": "2025.07.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listContentAssociations: {
    "method": "GET",
    "path": "/v1/content/{guid}/oauth/integrations/associations",
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  setContentAssociations: {
    "method": "PUT",
    "path": "/v1/content/{guid}/oauth/integrations/associations",
    "pathParameters": [
      "guid"
    ],
    "queryParameters": {},
    "requestBody": "OAuthAssociationsInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      402,
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listOAuthTemplates: {
    "method": "GET",
    "path": "/v1/oauth/templates",
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
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getOAuthTemplate: {
    "method": "GET",
    "path": "/v1/oauth/templates/{key}",
    "pathParameters": [
      "key"
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
    "role": "publisher",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listOAuthSessions: {
    "method": "GET",
    "path": "/v1/oauth/sessions",
    "pathParameters": [],
    "queryParameters": {
      "all": {
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
    "paged": false,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getOAuthSession: {
    "method": "GET",
    "path": "/v1/oauth/sessions/{guid}",
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  deleteOAuthSession: {
    "method": "DELETE",
    "path": "/v1/oauth/sessions/{guid}",
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
    "since": "2024.08.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listOAuthClients: {
    "method": "GET",
    "path": "/v1/oauth/clients",
    "pathParameters": [],
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
    "paged": true,
    "deprecated": false,
    "role": "viewer",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.02.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  getOAuthClient: {
    "method": "GET",
    "path": "/v1/oauth/clients/{client_id}",
    "pathParameters": [
      "client_id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      200,
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
    "since": "2026.02.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  deleteOAuthClient: {
    "method": "DELETE",
    "path": "/v1/oauth/clients/{client_id}",
    "pathParameters": [
      "client_id"
    ],
    "queryParameters": {},
    "requestBody": null,
    "requestMediaType": null,
    "statuses": [
      204,
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
    "since": "2026.02.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listServiceTokens: {
    "method": "GET",
    "path": "/v1/system/service-tokens",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.05.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  createServiceToken: {
    "method": "POST",
    "path": "/v1/system/service-tokens",
    "pathParameters": [],
    "queryParameters": {},
    "requestBody": "ServiceTokenCreateInput",
    "requestMediaType": "application/json",
    "statuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "paged": false,
    "deprecated": false,
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": "2026.05.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  listServiceTokenScopes: {
    "method": "GET",
    "path": "/v1/system/service-tokens/scopes",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": true,
    "since": "2026.05.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
  },
  deleteServiceToken: {
    "method": "DELETE",
    "path": "/v1/system/service-tokens/{guid}",
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
    "role": "administrator",
    "deniedCode": 22,
    "authentication": "required",
    "repeatable": false,
    "since": "2026.05.0",
    "until": null,
    "replacedBy": null,
    "otherMediaTypes": [],
    "auditActions": [],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_user",
      "add_api_key"
    ],
    "serviceTokenScope": null
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
    "otherMediaTypes": [],
    "auditActions": [
      "add_user",
      "add_api_key"
    ],
    "serviceTokenScope": null
  },
} as const;
