// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/v1/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current user
         * @description Returns the user that the credential belongs to; any valid credential will do. A valid credential without a user
         *     behind it, such as that of a service, returns 403 with code 22. An unknown API key returns 401 with code 30.
         */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search users
         * @description Lists users page by page. Any signed-in user may call it, viewers included; a server can be set up so that viewers
         *     see only themselves. Locked users are in the list and in `total` unless a filter excludes them. Without `prefix`
         *     the order is by first name, last name, username and e-mail address.
         *
         *     With `prefix`, matches are ordered by similarity and **only the first page has results**: later pages are empty, so
         *     ask for `page_size=500`.
         *
         *     In `user_role` and `account_status`, values joined with `|` mean OR. Repeating the parameter means AND, which never
         *     matches anyone if the values differ. Older servers let only administrators filter by `account_status` and return
         *     403 to others.
         *
         *     Administrators can send `Accept: text/csv` to newer servers to get all matching users as CSV, without pages. The
         *     document declares only the JSON response, so that generated clients do not return `string` here.
         *     Service tokens need the scope `users:read`.
         */
        get: operations["getUsers"];
        /**
         * Create a user from a directory ticket
         * @description Creates a user on a server that uses LDAP, or OAuth2 with Google. Search the directory with
         *     `GET /v1/users/remote` first and send the `temp_ticket` of the person you want. Publishers and administrators may
         *     call it. The new user gets the server's default role.
         *
         *     Other authentication providers return 400 with code 119, an invalid ticket 400 with code 127, and a user who
         *     already exists 409.
         */
        put: operations["createPullUser"];
        /**
         * Create a user from the given details
         * @description Creates a user on a server that uses password, PAM, SAML, proxied or OAuth2 authentication (except OAuth2 with
         *     Google). Servers with LDAP or Google return 400 with code 120; use `PUT /v1/users` there.
         *
         *     Only administrators may call it, with one exception: with password authentication and no users yet, **the first
         *     user is created without any API key** and becomes administrator. That first user must be given a password. With the
         *     other providers, the first person to sign in becomes administrator.
         *
         *     A username that is taken returns 409 with code 8; usernames are case-sensitive. Two users may share one
         *     e-mail address. A successful creation returns 200, not 201.
         */
        post: operations["createPushUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/remote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the directory for people
         * @description Searches the authentication provider rather than the server's own users. Works only with LDAP, or OAuth2 with
         *     Google; assumed: all others return 400 with code 132. Publishers and administrators may call it.
         *
         *     Results are ordered by similarity, then by first name, last name, username and e-mail address. `guid` is null for
         *     a person without a user account; pass their `temp_ticket` to `PUT /v1/users` to create one.
         */
        get: operations["searchRemoteUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description Returns one user. Any signed-in user may call it. On servers that hide e-mail addresses, only administrators see
         *     them. A value that is not a UUID returns 400 with code 3, an unknown one 404 with code 4.
         */
        get: operations["getUser"];
        /**
         * Change a user's details
         * @description Changes the fields that are sent and leaves the others as they are. Administrators may change anyone; other users may
         *     change themselves as far as the authentication provider and the server's settings allow.
         *
         *     **The response holds only the editable fields and `updated_time`**, not a complete user: there is no `guid` and no
         *     `locked`. Fetch the user again if you need the rest.
         *
         *     Nobody can give themselves a higher role (assumed: 403, code 23), and the only administrator cannot be demoted (400,
         *     code 61). With password authentication the e-mail address must not be blank (400, code 128), and changing it on an
         *     unconfirmed account sends the confirmation message again. A username that is taken returns 409 with code 8.
         */
        put: operations["updateUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock or unlock a user
         * @description A locked user can neither sign in nor deploy, and does not count towards the license. Their content and group
         *     memberships stay, and unlocking restores everything. This operation sets the state both ways: send `locked: true`
         *     or `locked: false`.
         *
         *     Only administrators may call it, and **they can lock themselves out**: the server does not prevent it. Unlocking is
         *     refused if it would exceed the number of licensed users (assumed: 400, code 64). Assumed: setting the state a user
         *     already has succeeds, and a call by anyone but an administrator returns 403 with code 49.
         *
         *     Success is **200 with an empty body**. `updated_time` does not change.
         */
        post: operations["lockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        /**
         * List your API keys
         * @description Lists the calling user's API keys as a plain array. `guid` must be your own; any other returns 403.
         *     `key` shows only the last few characters.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create an API key for yourself
         * @description Creates an API key for the calling user. `guid` must be your own; any other returns 403, also for
         *     administrators. **This is the only time the complete `key` is returned**, so store it at once. A blank name
         *     returns 400 with code 62.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** @description Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        /**
         * Get one of your API keys
         * @description Returns one of the calling user's API keys. `key` shows only the last few characters. Another user's `guid` returns 403.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Delete one of your API keys
         * @description Deletes one of the calling user's API keys for good. Another user's `guid` returns 403.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search groups
         * @description Lists groups page by page, ordered by name. Any signed-in user may call it. Unlike the user search, a search by
         *     `prefix` has further pages on servers since 2025.04.0; older ones return the first page for each page number.
         *     Service tokens need the scope `groups:read`.
         */
        get: operations["getGroups"];
        /**
         * Create a group from a directory ticket
         * @description Creates a group from LDAP. Search the directory with `GET /v1/groups/remote` first and send the `temp_ticket` of the
         *     group you want. Publishers and administrators may call it. Such a group has no owner: `owner_guid` is null.
         */
        put: operations["createRemoteGroup"];
        /**
         * Create a group
         * @description Creates a group that is owned by the caller. Administrators may call it; publishers too, if the server lets them own
         *     groups, which is off by default. A name that is taken returns 409 with code 15. On servers that take their
         *     groups from LDAP, use `PUT /v1/groups` instead (400, code 120).
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/remote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the directory for groups
         * @description Searches the LDAP directory rather than the server's own groups. Publishers and administrators may call it. `guid`
         *     is null for a group that does not exist on the server yet. Assumed: other authentication providers return
         *     400 with code 132.
         */
        get: operations["searchRemoteGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         * @description Returns one group. Any signed-in user may call it. Its members are listed by a separate operation.
         */
        get: operations["getGroup"];
        put?: never;
        /**
         * Change a group with POST
         * @description Changes the name or owner of a group; fields that are not sent keep their value. Publishers and administrators may call it,
         *     as far as they may manage the group. All servers understand this request; newer ones also understand PATCH. A name
         *     that is taken returns 409 with code 15.
         */
        post: operations["updateGroup"];
        /**
         * Delete a group
         * @description Deletes a group; its members remain users. The group's owner and administrators may call it.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group with PATCH
         * @description Changes the name, owner or numeric id of a group; fields that are not sent keep their value. The group's owner and
         *     administrators may call it. Newer servers only (2026); use POST with older ones.
         */
        patch: operations["patchGroup"];
        trace?: never;
    };
    "/v1/groups/{group_guid}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        /**
         * List the members of a group
         * @description Lists a group's members page by page; any signed-in user may call it. A page has 10 members by default, where other
         *     lists have 20. Older servers do not document the paging parameters, but understand them. Service tokens need the
         *     scope `groups:read`.
         */
        get: operations["getGroupMembers"];
        put?: never;
        /**
         * Add a user to a group
         * @description Adds one user to a group. The group's owner and administrators may call it. An existing
         *     member returns 409 with code 16, an unknown user 404 with code 9.
         */
        post: operations["addGroupMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group_guid}/members/{user_guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
                /** @description GUID of the member. */
                user_guid: components["parameters"]["MemberUserGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a user from a group
         * @description Removes one user from a group. The group's owner and administrators may call it, and everyone may remove
         *     themselves. Assumed: a user outside the group returns 404 with code 17.
         */
        delete: operations["removeGroupMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experimental/groups/{guid}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        /**
         * List the content of a group
         * @description Lists the content items that a group has access to, with the role of the group, as a plain array. Callers get the items
         *     that they can see. In this list, collaborators have the role `publisher`.
         */
        get: operations["getGroupOwnershipExperimental"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List content
         * @description Lists content items as one plain array, without pages; on a large server it can be long. Any signed-in user may call
         *     it and gets the items they may see. Administrators get all items.
         */
        get: operations["getContents"];
        put?: never;
        /**
         * Create a content item
         * @description Creates an empty content item owned by the caller; code is deployed to it afterwards. Publishers and administrators
         *     may call it. `{}` is a valid body: the server then makes up a unique name. Assumed: a name that the same owner
         *     already uses returns 409 with code 26.
         */
        post: operations["createContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a content item
         * @description Returns one content item. Its owner, collaborators, viewers and all administrators may call it. A value that is not
         *     a UUID returns 400 with code 3, an unknown one 404 with code 4.
         */
        get: operations["getContent"];
        put?: never;
        post?: never;
        /**
         * Delete a content item
         * @description Deletes a content item for good. Its owner, collaborators and administrators may call it.
         */
        delete: operations["deleteContent"];
        options?: never;
        head?: never;
        /**
         * Change a content item
         * @description Changes the settings that are sent and leaves the others as they are; `{}` is valid and changes nothing. The owner,
         *     collaborators and administrators may call it. Only administrators can hand an item to another owner, and the new owner
         *     must be allowed to publish: a viewer returns 403 with code 156.
         */
        patch: operations["updateContent"];
        trace?: never;
    };
    "/v1/content/{guid}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List who has access to a content item
         * @description Lists the users and groups that have been given access, as a plain array. The owner of the item is not in it; see
         *     `owner_guid` of the content.
         */
        get: operations["listContentPermissions"];
        put?: never;
        /**
         * Give a user or group access
         * @description Gives one user or group access to a content item. Its owner, collaborators and administrators may call it.
         *
         *     Newer servers document this as create-or-update: 201 for a new permission, 200 for one that was changed. Others
         *     return 200 for a new one. Accept both. A user or group that already has a permission may return 409 (code
         *     154 for a user, 155 for a group). The owner cannot be added (400, code 34).
         */
        post: operations["addContentPermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/permissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        /**
         * Get one permission
         * @description Returns one permission of a content item.
         */
        get: operations["getContentPermission"];
        /**
         * Change one permission
         * @description Changes the role of a permission. All three required fields must be sent again, not only the role.
         */
        put: operations["updateContentPermission"];
        post?: never;
        /**
         * Take access away
         * @description Removes one permission. The user or group can still reach the content if its `access_type` lets everyone in, or
         *     through another permission.
         */
        delete: operations["deleteContentPermission"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the bundles of a content item
         * @description Lists the archives that were uploaded for a content item, newest first, as a plain array. Users that can see the item may
         *     call it. Viewers get null for all fields about the environment.
         */
        get: operations["getBundles"];
        put?: never;
        /**
         * Upload a bundle
         * @description Uploads a tar archive, compressed with gzip, that has a `manifest.json`. The owner of the content item, collaborators and
         *     administrators may call it. The upload changes nothing about the item until the bundle is deployed.
         *
         *     Servers also accept `multipart/form-data` and, in the query, the URL of an archive. Those are not described here. Assumed: an
         *     item that is locked returns 409 with code 222. An empty body returns 400 with code 125.
         */
        post: operations["uploadContentBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/bundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        /**
         * Get a bundle
         * @description Returns one bundle of a content item. Users that can see the item may call it.
         */
        get: operations["getBundle"];
        put?: never;
        post?: never;
        /**
         * Delete a bundle
         * @description Deletes a bundle and its archive. The owner of the content item, collaborators and administrators may call it. The active
         *     bundle cannot be deleted (400, code 75).
         */
        delete: operations["deleteBundle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/bundles/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        /**
         * Download the archive of a bundle
         * @description Returns the archive as it was uploaded. The owner of the content item, collaborators and administrators may call it.
         */
        get: operations["downloadBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/deploy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy a bundle
         * @description Starts a task that makes a bundle the content item's active one, and returns the id of the task. Follow it with
         *     `GET /v1/tasks/{id}`. The owner of the item, collaborators and administrators may call it.
         *
         *     Without `bundle_id`, the active bundle is deployed again. Assumed: an item without a bundle returns 404 with code 28, and a
         *     bundle of another item 400 with code 82.
         */
        post: operations["deployContentBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task. */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Get the state of a task
         * @description Returns the state of a task and the lines of its output from `first` on. Repeat the call with the `last` of the previous
         *     response as `first` until `finished` is true. A task that failed has a `code` other than 0 and an `error`, and the response
         *     is still 200. An unknown task returns 404 with code 141. In a cluster, send the cookies that starting the task returned.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description Lists all tags as a plain array. Tags form a tree through `parent_id`; the ones at the top are categories. Any signed-in
         *     user may call it.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Create a tag
         * @description Creates a tag, or a category if there is no `parent_id`. Administrators may call it. An empty name returns code 78, one with
         *     more than 255 characters code 77, one that another tag below the same parent has code 81, and an unknown parent code 157.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        /**
         * Get a tag
         * @description Returns one tag. In place of an id, the names of the tags on the way to it can be given, from the category on, joined with
         *     commas. Any signed-in user may call it.
         */
        get: operations["getTag"];
        put?: never;
        post?: never;
        /**
         * Delete a tag
         * @description Deletes a tag and everything below it in the tree, and removes all of them from content. Administrators may call it.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Rename or move a tag
         * @description Changes the fields that are sent. Administrators may call it. A tag that would end up below itself returns code 88; for
         *     other mistakes the codes are those of creating a tag.
         */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/v1/tags/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        /**
         * List the content with a tag
         * @description Lists the content items with a tag as a plain array. Callers get the items that they can see, and administrators all of
         *     them. Assumed: a category stands for all tags below it.
         */
        get: operations["listTagContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the tags of a content item
         * @description Lists the tags of a content item as a plain array. Users that can see the item may call it.
         */
        get: operations["listContentTags"];
        put?: never;
        /**
         * Add a tag to a content item
         * @description Adds a tag, and the tags above it in the tree, to a content item. Its owner, collaborators and administrators may call it.
         *     A category cannot be added (code 79); an unknown tag returns code 158.
         */
        post: operations["addTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a tag from a content item
         * @description Removes a tag, and the tags below it in the tree, from a content item. Its owner, collaborators and administrators may call
         *     it. Assumed: a tag that the item does not have returns 404 with code 17.
         */
        delete: operations["removeTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instrumentation/content/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List visits to content
         * @description Lists visits to content other than Shiny applications, oldest first. Publishers get the visits to items that they own or
         *     collaborate on, administrators all of them. Follow `paging.next` until it is null. Service tokens need the scope
         *     `instrumentation:read`.
         */
        get: operations["getContentVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instrumentation/shiny/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions of Shiny applications
         * @description Lists the sessions of users of Shiny applications, oldest first. Publishers get the sessions of items that they own or
         *     collaborate on, administrators all of them. Follow `paging.next` until it is null. Service tokens need the scope
         *     `instrumentation:read`.
         */
        get: operations["getShinyAppUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instrumentation/content/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List hits of all content
         * @description Lists the visits to content of every kind as one plain array, without pages; on a busy server it can be long. Publishers get
         *     the hits of items that they own or collaborate on, administrators all of them. Servers since 2025.04.0 only.
         */
        get: operations["getContentHits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/server_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get version and settings (internal)
         * @description Internal and unversioned: Posit does not document it, but all common clients use it to learn the server's version. It
         *     works without a credential. If one is sent it must be valid: an unknown API key is refused. Fields differ between
         *     versions and configurations, so treat each of them as optional; `version` is missing or empty if the server hides it.
         */
        get: operations["getServerSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public settings
         * @description Returns what a sign-in page needs to know. No credential is needed. Servers before 2026 do not have this operation
         *     and return 404, possibly as plain text.
         */
        get: operations["getPublicSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/python": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the Python installations
         * @description Lists the versions of Python that content can run with. Service tokens need the scope `server-settings:read`.
         */
        get: operations["getPythonInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/r": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the R installations
         * @description Lists the versions of R that content can run with. Service tokens need the scope `server-settings:read`.
         */
        get: operations["getRInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/quarto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the Quarto installations
         * @description Lists the versions of Quarto that content can run with. Service tokens need the scope `server-settings:read`.
         */
        get: operations["getQuartoInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/tensorflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the TensorFlow installations
         * @description Lists the versions of TensorFlow Serving that content can run with. Service tokens need the scope `server-settings:read`.
         */
        get: operations["getTensorFlowInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/server_settings/nodejs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the Node.js installations
         * @description Lists the versions of Node.js that content can run with. Servers since 2026.04.0 only.
         */
        get: operations["getNodeJsInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Returns a part of the audit log, oldest entries first by default, and how to get the parts before and after it. The
         *     URLs in `paging` keep their meaning while entries are added: a page starts after or ends before a fixed entry. Only
         *     administrators may call it. There is no filter; see `GET /v1/search/auditlogs`.
         *
         *     The actor of an entry is in `user_*`. The user that a change is about is only named in `event_description`.
         */
        get: operations["getAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/auditlogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit log
         * @description Returns the entries that match a query, page by page. Only administrators may call it.
         *
         *     Words in `q` must all occur in `user_description`, `action` or `event_description`, in upper or lower case. Filters are
         *     written `name:value`, or `name:value,value` for alternatives; values with spaces or commas are quoted. A minus sign in
         *     front excludes matches. The filters are `action`, `user_guid`, `user_id` (0 is the server itself), `from` and `to`
         *     (RFC 3339 timestamps, inclusive). Example: `action:add_user,remove_user from:2026-01-01T00:00:00Z -user_id:0`.
         */
        get: operations["searchAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the actions of the audit log
         * @description Lists every action that this server writes to its audit log. Assumed: only administrators may call it.
         */
        get: operations["getAuditActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List OAuth integrations
         * @description Lists the integrations that the caller may use, as a plain array. Publishers and administrators may call it.
         */
        get: operations["listOAuthIntegrations"];
        put?: never;
        /**
         * Create an OAuth integration
         * @description Creates an integration from a template; see `GET /v1/oauth/templates` for the settings that go into `config`. An unknown
         *     template returns code 227, settings that the template does not allow code 228. Assumed: settings that are secret, such as
         *     `client_secret`, are never returned.
         */
        post: operations["createOAuthIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/integrations/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a session token for a credential
         * @description Exchanges a token that Connect gave to running content for a credential (RFC 8693). The body is a form. The token is
         *     either that of a visitor, from the request header `Posit-Connect-User-Session-Token`, or that of the content itself, from
         *     its environment. The caller must be the owner of the content. A visitor must be allowed to view it.
         *
         *     Which credential is returned depends on the integration. A visitor's API key acts with the lower of the visitor's role
         *     and the integration's `max_role`. Content without an integration returns code 212, a visitor who has not signed in to
         *     the service yet code 220. If several integrations match, name one as `audience` (code 257 otherwise).
         */
        post: operations["exchangeCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/integrations/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth integration
         * @description Returns one integration. Publishers and administrators may call it.
         */
        get: operations["getOAuthIntegration"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth integration
         * @description Deletes an integration, its associations with content and its sessions.
         */
        delete: operations["deleteOAuthIntegration"];
        options?: never;
        head?: never;
        /**
         * Change an OAuth integration
         * @description Changes the fields that are sent. The template cannot be changed. Assumed: `config` is merged into the current settings.
         */
        patch: operations["updateOAuthIntegration"];
        trace?: never;
    };
    "/v1/oauth/integrations/{guid}/associations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        /**
         * List the content that uses an integration
         * @description Lists the associations of one integration as a plain array. Only administrators may call it.
         */
        get: operations["listOAuthIntegrationAssociations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/integrations/{guid}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the settings of a service account
         * @description Requests a token from the service with the settings of the integration, and discards it. The response is empty. Only
         *     integrations for service accounts can be checked; others return 400 (assumed: code 240).
         */
        post: operations["verifyOAuthIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/oauth/integrations/associations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the integrations of a content item
         * @description Lists the integrations that a content item uses, as a plain array. Its owner, collaborators and administrators may call it.
         */
        get: operations["listContentAssociations"];
        /**
         * Set the integrations of a content item
         * @description Replaces the list of integrations that a content item uses. An empty array removes all of them. Its owner, collaborators
         *     and administrators may call it. An unknown integration returns code 207, a duplicate code 258. Servers before 2025.07
         *     allow one integration for each content item.
         */
        put: operations["setContentAssociations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List integration templates
         * @description Lists the templates that integrations can be created from. Publishers and administrators may call it.
         */
        get: operations["listOAuthTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/templates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the template. */
                key: components["parameters"]["TemplateKey"];
            };
            cookie?: never;
        };
        /**
         * Get an integration template
         * @description Returns one template. Publishers and administrators may call it.
         */
        get: operations["getOAuthTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List OAuth sessions
         * @description Lists the caller's sessions with services behind integrations as a plain array. Administrators can list those of all users.
         */
        get: operations["listOAuthSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/sessions/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth session
         * @description Returns one session of the caller, or of any user for administrators.
         */
        get: operations["getOAuthSession"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth session
         * @description Ends a session: the user has to sign in to the service again. Users can end their own sessions, administrators all.
         */
        delete: operations["deleteOAuthSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List OAuth clients
         * @description Lists the programs that have registered to sign users in, in order of registration. Every user may call it.
         */
        get: operations["listOAuthClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth client
         * @description Returns a program that has registered to sign users in.
         */
        get: operations["getOAuthClient"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth client
         * @description Deletes a client and ends the sign-ins of all of its users. It can register again, and then has the same id.
         */
        delete: operations["deleteOAuthClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system/service-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service tokens
         * @description Lists all service tokens, without their secrets, as a plain array.
         */
        get: operations["listServiceTokens"];
        put?: never;
        /**
         * Create a service token
         * @description Creates a token that acts without a user. Send it as `Authorization: Bearer <token>`. **This is the only time the `key`
         *     is returned.** It can call only the operations that its scopes cover; all others return 403. Names need not be unique.
         */
        post: operations["createServiceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system/service-tokens/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scopes of service tokens
         * @description Lists the scopes that a service token can have. The official description contradicts itself: its schema names
         *     `identity:manage` and `nameservice:read`, while single operations name `users:read`, `groups:read` and
         *     `server-settings:read`.
         */
        get: operations["listServiceTokenScopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system/service-tokens/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the service token. */
                guid: components["parameters"]["ServiceTokenGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service token
         * @description Deletes a service token. It stops working at once.
         */
        delete: operations["deleteServiceToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the first administrator and an API key
         * @description Creates an administrator on a server that has no users yet, and returns an API key for it. The administrator is named
         *     `__bootstrap_admin__` and has no e-mail address. The request has no body; its credential is a JWT (HS256) signed with the
         *     bootstrap secret from the server's configuration.
         *
         *     A bad token returns 401 with code 166, a server that already has users 403 with code 165. Older
         *     servers know only `POST /v1/experimental/bootstrap`.
         */
        post: operations["bootstrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experimental/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the first administrator (old path)
         * @deprecated
         * @description The old path of `POST /v1/bootstrap`, with the same behavior. It is still what older servers have and what common
         *     tools call.
         */
        post: operations["bootstrapExperimental"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Role of a user, from most to least powerful.
         * @enum {string}
         */
        UserRole: "administrator" | "publisher" | "viewer";
        /**
         * @description State of an account; every user has exactly one. `licensed`: not locked, and active within the period that the
         *     license counts, 365 days by default. `inactive`: not locked, and not active within that period or never at all.
         * @enum {string}
         */
        AccountStatus: "locked" | "licensed" | "inactive";
        /**
         * @description Field that a list of users can be sorted by.
         * @enum {string}
         */
        UserSort: "first_name" | "last_name" | "username" | "active_time" | "created_time" | "user_role";
        /**
         * @description Field that a list of group members can be sorted by.
         * @enum {string}
         */
        GroupMemberSort: "first_name" | "user_role" | "active_time";
        /**
         * @description A user of the server.
         * @example {
         *       "email": "mira.okafor@example.com",
         *       "username": "mira",
         *       "first_name": "Mira",
         *       "last_name": "Okafor",
         *       "user_role": "publisher",
         *       "created_time": "2025-03-04T09:12:45Z",
         *       "updated_time": "2025-06-18T14:03:10Z",
         *       "active_time": "2026-01-22T08:40:00Z",
         *       "confirmed": true,
         *       "locked": false,
         *       "guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f"
         *     }
         */
        User: {
            /** @description E-mail address. An empty string if there is none, or if the server hides it from the caller. */
            email: string;
            /** @description Name to sign in with. Case-sensitive. */
            username: string;
            /** @description First name; may be an empty string. */
            first_name: string;
            /** @description Last name; may be an empty string. */
            last_name: string;
            user_role: components["schemas"]["UserRole"];
            /**
             * Format: date-time
             * @description When the user was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When the user's details were last changed. Locking and unlocking do not change it.
             */
            updated_time: string;
            /**
             * Format: date-time
             * @description Roughly when the user was last active, as it is only updated now and then; null if never.
             */
            active_time: string | null;
            /** @description Whether the e-mail address has been confirmed. Only password authentication asks for that. */
            confirmed: boolean;
            /** @description Whether the user is locked and cannot sign in. */
            locked: boolean;
            /**
             * Format: uuid
             * @description Identifies the user for good.
             */
            guid: string;
            /**
             * @description Id of the user at the authentication provider. Newer servers only, and only shown to administrators and to the
             *     user. Absent where there is none.
             */
            external_id?: string;
        };
        /** @description One page of users. */
        Users: {
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["User"][];
            /**
             * Format: int32
             * @description The requested page, even if it is empty.
             */
            current_page: number;
            /**
             * Format: int32
             * @description Number of matches on all pages together.
             */
            total: number;
        };
        /** @description A person found in the directory, who may or may not be a user of the server yet. */
        UserWithTicket: {
            /** @description E-mail address. An empty string if there is none, or if the server hides it from the caller. */
            email: string;
            /** @description Name to sign in with. Case-sensitive. */
            username: string;
            /** @description First name; may be an empty string. */
            first_name: string;
            /** @description Last name; may be an empty string. */
            last_name: string;
            user_role: components["schemas"]["UserRole"];
            /**
             * Format: date-time
             * @description When the user was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When the user's details were last changed. Locking and unlocking do not change it.
             */
            updated_time: string;
            /**
             * Format: date-time
             * @description Roughly when the user was last active, as it is only updated now and then; null if never.
             */
            active_time: string | null;
            /** @description Whether the e-mail address has been confirmed. Only password authentication asks for that. */
            confirmed: boolean;
            /** @description Whether the user is locked and cannot sign in. */
            locked: boolean;
            /**
             * Format: uuid
             * @description GUID of the user; null for a person without a user account.
             */
            guid: string | null;
            /** @description Ticket that creates this user with `PUT /v1/users`. */
            temp_ticket: string;
            /** @description Id of the person at the authentication provider. Newer servers only. */
            external_id?: string;
        };
        /** @description People found in the directory. */
        RemoteSearchResults: {
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["UserWithTicket"][];
            /**
             * Format: int32
             * @description The requested page, even if it is empty.
             */
            current_page: number;
            /**
             * Format: int32
             * @description Number of matches on all pages together.
             */
            total: number;
        };
        /** @description The part of a user that can be changed, and when it was changed. This is all that an update returns. */
        EditableUser: {
            /** @description E-mail address; may be an empty string. */
            email: string;
            /** @description Name to sign in with. */
            username: string;
            /** @description First name; may be an empty string. */
            first_name: string;
            /** @description Last name; may be an empty string. */
            last_name: string;
            user_role: components["schemas"]["UserRole"];
            /**
             * Format: date-time
             * @description When the user was last changed.
             */
            updated_time: string;
        };
        /** @description A user to create. What is needed besides the username depends on the authentication provider. */
        UserCreatePushInput: {
            /** @description Name to sign in with. Case-sensitive and unique. The server prohibits some names, such as `users` and `login`. */
            username: string;
            /** @description E-mail address. It need not be unique. */
            email?: string;
            /**
             * @description First name.
             * @default
             */
            first_name?: string;
            /**
             * @description Last name.
             * @default
             */
            last_name?: string;
            /** @description Role of the user. Leave it out or send null for the server's default role, which is `viewer` unless configured otherwise. */
            user_role?: components["schemas"]["UserRole"] | null;
            /**
             * @description Password authentication only. `true` lets the new user choose a password by e-mail; do not send `password` then.
             * @default false
             */
            user_must_set_password?: boolean;
            /**
             * @description Password authentication only. At least 6 characters, and strong enough for the server's own rules (otherwise
             *     400, code 6). Needed unless `user_must_set_password` is `true`.
             * @default
             */
            password?: string;
            /**
             * @description Id of the user at the authentication provider. Required for SAML and for OAuth2 other than Google, and for
             *     proxied authentication if that is configured to use one. Newer servers only; older ones call it `unique_id`.
             */
            external_id?: string;
            /**
             * @deprecated
             * @description Former name of `external_id`, and the only one older servers know.
             */
            unique_id?: string;
        };
        /** @description Names the directory entry to create a user from. */
        UserCreatePullInput: {
            /** @description Ticket from `GET /v1/users/remote`. */
            temp_ticket: string;
        };
        /** @description The fields to change. Which of them can be changed depends on the authentication provider. */
        UserUpdateInput: {
            /** @description New e-mail address. */
            email?: string;
            /** @description New name to sign in with. */
            username?: string;
            /** @description New first name. */
            first_name?: string;
            /** @description New last name. */
            last_name?: string;
            user_role?: components["schemas"]["UserRole"];
        };
        /** @description The state to set. */
        LockUserInput: {
            /**
             * @description `true` locks, `false` unlocks. The official description also permits null without saying what it means; here a
             *     boolean is required.
             */
            locked: boolean;
        };
        /**
         * @description An API key of a user.
         * @example {
         *       "id": "17",
         *       "name": "nightly sync",
         *       "key": "********h3Qx",
         *       "user_role": "publisher",
         *       "created_time": "2026-01-10T11:00:00Z",
         *       "active_time": "2026-01-22T02:00:03Z",
         *       "expires_at": null
         *     }
         */
        APIKey: {
            /** @description Id of the key, used to fetch or delete it. */
            id: string;
            /** @description Name chosen by the user. */
            name: string;
            /** @description The complete key right after creation; afterwards only its last few characters. */
            key: string;
            /** @description Highest role the key acts with. It cannot be changed. If the user is demoted, the key is limited to the user's new role. */
            user_role: components["schemas"]["UserRole"];
            /**
             * Format: date-time
             * @description When the key was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When the key was last used. What a server sends for a key that was never used is not known.
             */
            active_time?: string;
            /**
             * Format: date-time
             * @description When the key expires; null if never. Newer servers only (2026.06).
             */
            expires_at?: string | null;
        };
        /** @description An API key to create. */
        APIKeyCreateInput: {
            /** @description Name that helps to recognise the key. Must not be blank. */
            name: string;
            /**
             * @description Highest role the key may act with, at most your own. Leave it out or send null for your own role. Assumed: a
             *     higher role is refused with code 234.
             */
            user_role?: components["schemas"]["UserRole"] | null;
            /**
             * Format: date-time
             * @description When the key stops working; leave it out or send null for never. Newer servers only (2026.06).
             */
            expires_at?: string | null;
        };
        /**
         * @description A group of users.
         * @example {
         *       "guid": "b0f1c2d3-7a64-4e0b-8c55-1f2e3d4c5b6a",
         *       "name": "data-science",
         *       "owner_guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
         *       "gid": null
         *     }
         */
        Group: {
            /**
             * Format: uuid
             * @description Identifies the group for good.
             */
            guid: string;
            /** @description Name of the group. */
            name: string;
            /**
             * Format: uuid
             * @description GUID of the owning user; null for a group that comes from a directory.
             */
            owner_guid: string | null;
            /**
             * Format: int64
             * @description Numeric id for the operating system; null if there is none. Servers since 2025.
             */
            gid?: number | null;
            /**
             * Format: int64
             * @description Number of members. Newer servers only (2026).
             */
            member_count?: number;
        };
        /** @description One page of groups. */
        Groups: {
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["Group"][];
            /**
             * Format: int32
             * @description The requested page, even if it is empty.
             */
            current_page: number;
            /**
             * Format: int32
             * @description Number of matches on all pages together.
             */
            total: number;
        };
        /** @description One page of the members of a group. A member looks like any other user. */
        GroupMembers: {
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["User"][];
            /**
             * Format: int32
             * @description The requested page, even if it is empty.
             */
            current_page: number;
            /**
             * Format: int32
             * @description Number of matches on all pages together.
             */
            total: number;
        };
        /** @description A group found in the directory, which may or may not exist on the server yet. */
        GroupWithTicket: {
            /** @description Name of the group. */
            name: string;
            /**
             * Format: uuid
             * @description GUID of the group; null if it does not exist on the server yet.
             */
            guid: string | null;
            /** @description Ticket that creates this group with `PUT /v1/groups`. */
            temp_ticket: string;
        };
        /** @description Groups found in the directory. */
        GroupRemoteSearch: {
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["GroupWithTicket"][];
            /**
             * Format: int32
             * @description The requested page, even if it is empty.
             */
            current_page: number;
            /**
             * Format: int32
             * @description Number of matches on all pages together.
             */
            total: number;
        };
        /** @description A group to create. */
        GroupCreateInput: {
            /** @description Name of the group. Must be unique. */
            name: string;
            /** @description Id of the group at the authentication provider. Needed only where groups come from a provider. */
            unique_id?: string;
            /**
             * Format: int64
             * @description Numeric id for the operating system. Newer servers only.
             */
            gid?: number | null;
        };
        /** @description Names the directory entry to create a group from. */
        GroupCreateRemoteInput: {
            /** @description Ticket from `GET /v1/groups/remote`. */
            temp_ticket: string;
        };
        /** @description The fields to change with POST. Leave out what is to stay. */
        GroupUpdateInput: {
            /** @description New name of the group. */
            name?: string;
            /** @description GUID of the new owner. */
            owner_guid?: string;
        };
        /** @description The fields to change with PATCH. Leave out what is to stay. */
        GroupPatchInput: {
            /** @description New name of the group. Must not be null or empty. */
            name?: string;
            /**
             * Format: uuid
             * @description GUID of the new owner.
             */
            owner_guid?: string | null;
            /**
             * Format: int32
             * @description New numeric id for the operating system.
             */
            gid?: number | null;
        };
        /** @description The user to add to a group. */
        GroupMemberAddInput: {
            /**
             * Format: uuid
             * @description GUID of the user.
             */
            user_guid: string;
        };
        /**
         * @description Who may open a content item. `all`: everyone, without signing in. `logged_in`: every signed-in user. `acl`: only
         *     the owner and those with a permission.
         * @enum {string}
         */
        AccessType: "all" | "logged_in" | "acl";
        /**
         * @description What kind of content was deployed; `unknown` before the first deployment.
         * @enum {string}
         */
        AppMode: "api" | "jupyter-static" | "jupyter-voila" | "python-api" | "python-bokeh" | "python-panel" | "python-dash" | "python-fastapi" | "python-gradio" | "python-shiny" | "python-streamlit" | "quarto-shiny" | "quarto-static" | "rmd-shiny" | "rmd-static" | "shiny" | "static" | "tensorflow-saved-model" | "unknown";
        /**
         * @description What the caller is to a content item. `editor` is a collaborator.
         * @enum {string}
         */
        AppRole: "owner" | "editor" | "viewer" | "none";
        /**
         * @description Extra detail of a content item that is only sent on request. The field for `schedule` is called `schedules`.
         * @enum {string}
         */
        ContentInclude: "tags" | "owner" | "vanity_url" | "bookmarked" | "schedule";
        /**
         * @description How the license treats a content item that is open to everyone.
         * @enum {string}
         */
        PublicContentStatus: "ok" | "warning" | "restricted" | "unrestricted" | "unlicensed" | "none";
        /**
         * @description A content item. Null in a process, memory, CPU or timeout setting means that the server's default applies.
         * @example {
         *       "guid": "0c9b8a76-1d2e-4f3a-8b4c-5d6e7f809a1b",
         *       "name": "weekly-report",
         *       "title": "Weekly report",
         *       "description": "",
         *       "access_type": "acl",
         *       "connection_timeout": null,
         *       "read_timeout": null,
         *       "init_timeout": null,
         *       "idle_timeout": null,
         *       "max_processes": null,
         *       "min_processes": null,
         *       "max_conns_per_process": null,
         *       "load_factor": null,
         *       "memory_request": null,
         *       "memory_limit": null,
         *       "cpu_request": null,
         *       "cpu_limit": null,
         *       "amd_gpu_limit": null,
         *       "nvidia_gpu_limit": null,
         *       "service_account_name": null,
         *       "default_image_name": null,
         *       "created_time": "2025-03-10T10:00:00Z",
         *       "last_deployed_time": "2025-11-03T07:30:00Z",
         *       "bundle_id": "1042",
         *       "app_mode": "quarto-static",
         *       "content_category": "",
         *       "parameterized": false,
         *       "cluster_name": "Local",
         *       "image_name": null,
         *       "r_version": null,
         *       "py_version": "3.12.4",
         *       "quarto_version": "1.5.57",
         *       "r_environment_management": null,
         *       "default_r_environment_management": null,
         *       "py_environment_management": true,
         *       "default_py_environment_management": null,
         *       "run_as": null,
         *       "run_as_current_user": false,
         *       "owner_guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
         *       "content_url": "https://connect.example.com/content/0c9b8a76-1d2e-4f3a-8b4c-5d6e7f809a1b/",
         *       "dashboard_url": "https://connect.example.com/connect/#/apps/0c9b8a76-1d2e-4f3a-8b4c-5d6e7f809a1b",
         *       "app_role": "owner",
         *       "id": "318"
         *     }
         */
        Content: {
            /**
             * Format: uuid
             * @description Identifies the item for good.
             */
            guid: string;
            /** @description Short name, unique among the owner's items. Letters, digits, `.`, `_` and `-`. */
            name: string;
            /** @description Title shown to people. */
            title: string | null;
            /** @description Longer text about the item; may be an empty string. */
            description: string;
            access_type: components["schemas"]["AccessType"];
            /** @description Whether the item is locked, so that viewers cannot open it. Servers since 2024.08. */
            locked?: boolean;
            /** @description Text shown while the item is locked. Servers since 2024.08. */
            locked_message?: string;
            /**
             * Format: int32
             * @description Seconds a connection may stay idle.
             */
            connection_timeout: number | null;
            /**
             * Format: int32
             * @description Seconds to wait for data from the client.
             */
            read_timeout: number | null;
            /**
             * Format: int32
             * @description Seconds a process may take to start.
             */
            init_timeout: number | null;
            /**
             * Format: int32
             * @description Seconds after which an idle process is stopped.
             */
            idle_timeout: number | null;
            /**
             * Format: int32
             * @description Highest number of processes.
             */
            max_processes: number | null;
            /**
             * Format: int32
             * @description Number of processes that are kept running.
             */
            min_processes: number | null;
            /**
             * Format: int32
             * @description Highest number of connections to one process.
             */
            max_conns_per_process: number | null;
            /**
             * Format: double
             * @description How readily further processes are started.
             */
            load_factor: number | null;
            /**
             * Format: int64
             * @description Memory to reserve, in bytes.
             */
            memory_request: number | null;
            /**
             * Format: int64
             * @description Highest amount of memory, in bytes.
             */
            memory_limit: number | null;
            /**
             * Format: double
             * @description CPU cores to reserve.
             */
            cpu_request: number | null;
            /**
             * Format: double
             * @description Highest number of CPU cores.
             */
            cpu_limit: number | null;
            /**
             * Format: int64
             * @description Highest number of AMD GPUs.
             */
            amd_gpu_limit: number | null;
            /**
             * Format: int64
             * @description Highest number of NVIDIA GPUs.
             */
            nvidia_gpu_limit: number | null;
            /** @description Kubernetes service account to run under. */
            service_account_name: string | null;
            /** @description Container image to use if the bundle does not name one. */
            default_image_name: string | null;
            /**
             * Format: uuid
             * @description GUID of the execution environment to use if the bundle does not name one. Newer servers only.
             */
            default_environment_guid?: string | null;
            /**
             * Format: date-time
             * @description When the item was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When code was last deployed. Set even before the first deployment.
             */
            last_deployed_time: string;
            /** @description Id of the active bundle; null before the first deployment. */
            bundle_id: string | null;
            app_mode: components["schemas"]["AppMode"];
            /** @description Finer kind of content. Known values are an empty string, `plot`, `pin`, `site` and `mcp`. */
            content_category: string;
            /** @description Whether it is a report with parameters. */
            parameterized: boolean;
            /**
             * Format: uuid
             * @description GUID of the execution environment in use. Newer servers only.
             */
            environment_guid?: string | null;
            /** @description Name of the cluster that runs the item. */
            cluster_name: string | null;
            /** @description Name of the container image in use. */
            image_name: string | null;
            /** @description Version of R in use. */
            r_version: string | null;
            /** @description Version of Python in use. */
            py_version: string | null;
            /** @description Version of Quarto in use. */
            quarto_version: string | null;
            /** @description Version of Node.js in use. Newer servers only. */
            node_version?: string | null;
            /** @description Whether the server installs the R packages of the active bundle. */
            r_environment_management: boolean | null;
            /** @description Whether the server installs R packages for bundles that do not say; null for the server's default. */
            default_r_environment_management: boolean | null;
            /** @description Whether the server installs the Python packages of the active bundle. */
            py_environment_management: boolean | null;
            /** @description Whether the server installs Python packages for bundles that do not say; null for the server's default. */
            default_py_environment_management: boolean | null;
            /** @description Operating system account that runs the item; null for the server's default. */
            run_as: string | null;
            /** @description Whether the item runs under the account of the person who opens it. */
            run_as_current_user: boolean;
            /**
             * Format: uuid
             * @description GUID of the owning user.
             */
            owner_guid: string;
            /** @description Address of the item itself. */
            content_url: string;
            /** @description Address of the item in the server's dashboard. */
            dashboard_url: string;
            app_role: components["schemas"]["AppRole"];
            /** @description Internal number of the item, as a string. */
            id: string;
            /** @description Whether usage metrics are collected. Newer servers only. */
            metrics_collection_enabled?: boolean | null;
            /** @description Whether people get a message when the item is shared with them. Newer servers only. */
            notify_on_share?: boolean | null;
            /** @description Whether the item sends OpenTelemetry data. Newer servers only. */
            otel_enabled?: boolean;
            /** @description Recorded from servers of 2026, and not documented. Assumed: whether drafts are marked as such. */
            draft_marker_enabled?: boolean;
            /** @description How the license treats public access to the item. Newer servers only. */
            public_content_status?: components["schemas"]["PublicContentStatus"] | null;
            /** @description Tags of the item. Only with `include=tags`; absent if there are none. */
            tags?: components["schemas"]["Tag"][] | null;
            /** @description The owning user. Only with `include=owner`. */
            owner?: components["schemas"]["ContentOwner"] | null;
            /** @description Custom address. Only with `include=vanity_url`, and absent if there is none. */
            vanity_url?: string;
            /** @description Whether the caller has bookmarked the item. Only with `include=bookmarked`. */
            bookmarked?: boolean | null;
            /** @description When the item is run. Only with `include=schedule`. */
            schedules?: components["schemas"]["ContentSchedule"][] | null;
        };
        /** @description A content item to create. Every field may be left out. */
        CreateContentInput: {
            /**
             * @description Short name, unique among your items. Letters, digits, `.`, `_` and `-`. Left out or empty, the server makes one up.
             * @default
             */
            name?: string;
            /** @description Title shown to people. */
            title?: string | null;
            /**
             * @description Longer text about the item.
             * @default
             */
            description?: string;
            /** @default acl */
            access_type?: components["schemas"]["AccessType"];
            /**
             * Format: int32
             * @description Seconds a connection may stay idle.
             */
            connection_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds to wait for data from the client.
             */
            read_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds a process may take to start.
             */
            init_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds after which an idle process is stopped.
             */
            idle_timeout?: number | null;
            /**
             * Format: int32
             * @description Highest number of processes.
             */
            max_processes?: number | null;
            /**
             * Format: int32
             * @description Number of processes that are kept running.
             */
            min_processes?: number | null;
            /**
             * Format: int32
             * @description Highest number of connections to one process.
             */
            max_conns_per_process?: number | null;
            /**
             * Format: double
             * @description How readily further processes are started.
             */
            load_factor?: number | null;
            /** @description Whether the server installs R packages for bundles that do not say. */
            default_r_environment_management?: boolean | null;
            /** @description Whether the server installs Python packages for bundles that do not say. */
            default_py_environment_management?: boolean | null;
            /** @description Operating system account to run under. For administrators only. */
            run_as?: string | null;
            /** @description Whether to run under the account of the person who opens the item. For administrators only. */
            run_as_current_user?: boolean | null;
            /**
             * Format: int64
             * @description Memory to reserve, in bytes.
             */
            memory_request?: number | null;
            /**
             * Format: int64
             * @description Highest amount of memory, in bytes.
             */
            memory_limit?: number | null;
            /**
             * Format: double
             * @description CPU cores to reserve.
             */
            cpu_request?: number | null;
            /**
             * Format: double
             * @description Highest number of CPU cores.
             */
            cpu_limit?: number | null;
            /**
             * Format: int64
             * @description Highest number of AMD GPUs.
             */
            amd_gpu_limit?: number | null;
            /**
             * Format: int64
             * @description Highest number of NVIDIA GPUs.
             */
            nvidia_gpu_limit?: number | null;
            /** @description Kubernetes service account to run under. */
            service_account_name?: string | null;
            /** @description Container image to use if the bundle does not name one. */
            default_image_name?: string | null;
            /**
             * Format: uuid
             * @description GUID of the execution environment to use if the bundle does not name one. Newer servers only.
             */
            default_environment_guid?: string | null;
            /** @description Whether to collect usage metrics. Newer servers only. */
            metrics_collection_enabled?: boolean | null;
            /** @description Whether people get a message when the item is shared with them. Newer servers only. */
            notify_on_share?: boolean | null;
            /** @description Whether the item sends OpenTelemetry data. Newer servers only. */
            otel_enabled?: boolean | null;
        };
        /** @description The settings to change. Leave out what is to stay. */
        UpdateContentInput: {
            /** @description New short name, unique among the owner's items. Letters, digits, `.`, `_` and `-`. */
            name?: string;
            /** @description New title. */
            title?: string | null;
            /** @description New text about the item. */
            description?: string;
            /**
             * Format: uuid
             * @description GUID of the new owner. For administrators only; the new owner must be allowed to publish.
             */
            owner_guid?: string | null;
            access_type?: components["schemas"]["AccessType"];
            /** @description Whether to lock the item. Servers since 2024.08. */
            locked?: boolean | null;
            /** @description Text to show while the item is locked. Servers since 2024.08. */
            locked_message?: string | null;
            /**
             * Format: int32
             * @description Seconds a connection may stay idle.
             */
            connection_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds to wait for data from the client.
             */
            read_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds a process may take to start.
             */
            init_timeout?: number | null;
            /**
             * Format: int32
             * @description Seconds after which an idle process is stopped.
             */
            idle_timeout?: number | null;
            /**
             * Format: int32
             * @description Highest number of processes.
             */
            max_processes?: number | null;
            /**
             * Format: int32
             * @description Number of processes that are kept running.
             */
            min_processes?: number | null;
            /**
             * Format: int32
             * @description Highest number of connections to one process.
             */
            max_conns_per_process?: number | null;
            /**
             * Format: double
             * @description How readily further processes are started.
             */
            load_factor?: number | null;
            /** @description Whether the server installs R packages for bundles that do not say. */
            default_r_environment_management?: boolean | null;
            /** @description Whether the server installs Python packages for bundles that do not say. */
            default_py_environment_management?: boolean | null;
            /** @description Operating system account to run under. For administrators only. */
            run_as?: string | null;
            /** @description Whether to run under the account of the person who opens the item. For administrators only. */
            run_as_current_user?: boolean | null;
            /**
             * Format: int64
             * @description Memory to reserve, in bytes.
             */
            memory_request?: number | null;
            /**
             * Format: int64
             * @description Highest amount of memory, in bytes.
             */
            memory_limit?: number | null;
            /**
             * Format: double
             * @description CPU cores to reserve.
             */
            cpu_request?: number | null;
            /**
             * Format: double
             * @description Highest number of CPU cores.
             */
            cpu_limit?: number | null;
            /**
             * Format: int64
             * @description Highest number of AMD GPUs.
             */
            amd_gpu_limit?: number | null;
            /**
             * Format: int64
             * @description Highest number of NVIDIA GPUs.
             */
            nvidia_gpu_limit?: number | null;
            /** @description Kubernetes service account to run under. */
            service_account_name?: string | null;
            /** @description Container image to use if the bundle does not name one. */
            default_image_name?: string | null;
            /**
             * Format: uuid
             * @description GUID of the execution environment to use if the bundle does not name one. Newer servers only.
             */
            default_environment_guid?: string | null;
            /** @description Whether to collect usage metrics. Newer servers only. */
            metrics_collection_enabled?: boolean | null;
            /** @description Whether people get a message when the item is shared with them. Newer servers only. */
            notify_on_share?: boolean | null;
            /** @description Whether the item sends OpenTelemetry data. Newer servers only. */
            otel_enabled?: boolean | null;
            /** @description New category. Newer servers only. */
            content_category?: ("" | "mcp") | null;
        };
        /** @description The owner of a content item, in short. */
        ContentOwner: {
            /**
             * Format: uuid
             * @description GUID of the user.
             */
            guid: string;
            /** @description Name to sign in with. */
            username?: string | null;
            /** @description First name. */
            first_name?: string | null;
            /** @description Last name. */
            last_name?: string | null;
        };
        /** @description A tag of a content item. Tags form a tree. */
        Tag: {
            /** @description Id of the tag. */
            id: string;
            /** @description Name of the tag. */
            name: string;
            /** @description Id of the tag above; null for a category at the top. */
            parent_id: string | null;
            /**
             * Format: date-time
             * @description When the tag was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When the tag was last changed.
             */
            updated_time: string;
        };
        /** @description A tag to create. */
        TagCreateInput: {
            /** @description Name of the tag, at most 255 characters. No other tag below the same parent can have it. */
            name: string;
            /** @description Id of the tag above. Without it, the tag is a category. */
            parent_id?: string | null;
        };
        /** @description The fields of a tag to change. Leave out what is to stay. */
        TagInput: {
            /** @description New name, at most 255 characters. */
            name?: string;
            /** @description Id of the new tag above; null makes the tag a category. */
            parent_id?: string | null;
        };
        /** @description The tag to add to a content item. */
        ContentTagInput: {
            /** @description Id of the tag. */
            tag_id: string;
        };
        /** @description An archive that was uploaded for a content item. Everything about the environment is null for viewers. */
        Bundle: {
            /** @description Id of the bundle. */
            id: string;
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /**
             * Format: uuid
             * @description GUID of the user that uploaded it. Newer servers only.
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_time: string;
            /**
             * Format: uuid
             * @description GUID of the execution environment. Newer servers only.
             */
            environment_guid?: string | null;
            /** @description Name of the cluster that runs the item. */
            cluster_name: string | null;
            /** @description Name of the container image in use. */
            image_name: string | null;
            /** @description Version of R; null before it is deployed, or without R. */
            r_version: string | null;
            /** @description Whether the server installs the R packages of the bundle. */
            r_environment_management: boolean | null;
            /** @description Version of Python; null before it is deployed, or without Python. */
            py_version: string | null;
            /** @description Whether the server installs the Python packages of the bundle. */
            py_environment_management: boolean | null;
            /** @description Version of Quarto; null before it is deployed, or without Quarto. */
            quarto_version: string | null;
            /** @description Whether it is the bundle that the item serves. */
            active: boolean;
            /**
             * Format: int64
             * @description Size of the archive in bytes; 0 if there is no file.
             */
            size: number;
            metadata: components["schemas"]["BundleMetadata"];
        };
        /** @description Where a bundle comes from. Fields that are not known are null or absent. */
        BundleMetadata: {
            /** @description Source of the bundle, such as `git`. */
            source?: string | null;
            /** @description URL of the repository. */
            source_repo?: string | null;
            /** @description Name of the branch. */
            source_branch?: string | null;
            /** @description Id of the commit. */
            source_commit?: string | null;
            /** @description MD5 of the archive. Newer servers only. */
            archive_md5?: string | null;
            /** @description SHA-1 of the archive. Newer servers only. */
            archive_sha1?: string | null;
        };
        /** @description What to deploy. */
        ContentDeploymentInput: {
            /** @description Id of the bundle. Without it, the active bundle is deployed again. */
            bundle_id?: string | null;
            /**
             * @description Whether the bundle becomes the active one. Newer servers only; older ones refuse the field.
             * @default true
             */
            activate?: boolean;
        };
        /** @description The task of a deployment. */
        ContentDeploymentTask: {
            /** @description Id of the task. */
            task_id: string;
        };
        /** @description Something that the server does in the background. */
        Task: {
            /** @description Id of the task. */
            id: string;
            /** @description The lines of output after the ones that were skipped. */
            output: string[];
            /** @description The result; null for deployments. */
            result: {
                [key: string]: unknown;
            } | null;
            /** @description Whether the task has ended. */
            finished: boolean;
            /**
             * Format: int32
             * @description 0 if the task did not fail; otherwise the cause.
             */
            code: number;
            /** @description Description of the failure; an empty string without one. */
            error: string;
            /**
             * Format: int32
             * @description Number of lines of output so far, including skipped ones.
             */
            last: number;
        };
        /** @description A content item that a group has access to. */
        GroupOwnershipContent: {
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /** @description Name of the item. */
            content_name: string;
            /** @description Title of the item. Assumed: null if it has none. */
            content_title: string | null;
            access_type: components["schemas"]["AccessType"];
            /** @description The permission of the group. */
            permissions: components["schemas"]["GroupOwnershipPermission"][];
        };
        /** @description The access of a group to a content item. */
        GroupOwnershipPermission: {
            /**
             * Format: uuid
             * @description GUID of the group.
             */
            principal_guid: string;
            /** @description Name of the group. */
            principal_name: string;
            /** @description `viewer`, or `publisher` for a collaborator. */
            principal_role: string;
            principal_type: components["schemas"]["PrincipalType"];
        };
        /** @description Cursors of the pages around a page. */
        PagingCursors: {
            /** @description Cursor of the page before; null on the first page. */
            previous: string | null;
            /** @description Cursor of the page after; null on the last page. */
            next: string | null;
        };
        /**
         * @description The pages around a page. A page begins after a certain result, so that results which are added meanwhile do not move
         *     others to another page.
         */
        KeysetPaging: {
            cursors: components["schemas"]["PagingCursors"];
            /** @description URL of the first page; null on the first page. */
            first: string | null;
            /** @description URL of the page before; null on the first page. */
            previous: string | null;
            /** @description URL of the page after; null on the last page. */
            next: string | null;
            /** @description URL of the last page; null on the last page. */
            last: string | null;
        };
        /** @description One page of visits to content. */
        ContentVisitLogs: {
            /** @description The visits. */
            results: components["schemas"]["ContentVisitEntry"][];
            paging: components["schemas"]["KeysetPaging"];
        };
        /** @description A visit to a content item. */
        ContentVisitEntry: {
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /**
             * Format: uuid
             * @description GUID of the visitor; null without a signed-in user.
             */
            user_guid: string | null;
            /** @description Key of the variant; null for static content. */
            variant_key: string | null;
            /**
             * Format: date-time
             * @description When the item was visited.
             */
            time: string;
            /** @description Id of the rendering; null for static content. */
            rendering_id: string | null;
            /** @description Id of the bundle. */
            bundle_id: string | null;
            /** @description Path below the item. */
            path: string | null;
            /**
             * Format: int32
             * @description How the visit was recorded.
             */
            data_version: number;
            /** @description User agent of the request. Newer servers only. */
            user_agent?: string | null;
        };
        /** @description One page of sessions of Shiny applications. */
        ShinyAppUsageLogs: {
            /** @description The sessions. */
            results: components["schemas"]["ShinyAppUsageEntry"][];
            paging: components["schemas"]["KeysetPaging"];
        };
        /** @description A session of a user of a Shiny application. */
        ShinyAppUsageEntry: {
            /**
             * Format: uuid
             * @description GUID of the application.
             */
            content_guid: string;
            /**
             * Format: uuid
             * @description GUID of the visitor; null if not known.
             */
            user_guid: string | null;
            /**
             * Format: date-time
             * @description When the session began.
             */
            started: string;
            /**
             * Format: date-time
             * @description When it ended; null while it lasts.
             */
            ended: string | null;
            /**
             * Format: int32
             * @description How the session was recorded.
             */
            data_version: number;
        };
        /** @description A visit to a content item of any kind. */
        ContentHitEntry: {
            /** @description Id of the hit. */
            id: string;
            /**
             * Format: uuid
             * @description GUID of the visitor; null without a signed-in user.
             */
            user_guid: string | null;
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /**
             * Format: date-time
             * @description When the item was visited.
             */
            timestamp: string;
            data: components["schemas"]["ContentHitData"];
        };
        /** @description Details of a hit, as far as they are known. */
        ContentHitData: {
            /** @description Path below the item. */
            path?: string | null;
            /** @description Query of the request. */
            query?: string | null;
            /** @description User agent of the request. */
            user_agent?: string | null;
            /** @description Value of the header `Sec-Fetch-Dest`. */
            sec_fetch_dest?: string | null;
            /** @description Value of the header `Sec-Fetch-Site`. */
            sec_fetch_site?: string | null;
        };
        /** @description A time plan by which a content item is run. */
        ContentSchedule: {
            /** @description How the plan is expressed. */
            type?: string;
            schedule?: components["schemas"]["RRuleSet"];
            /**
             * Format: date-time
             * @description When the item runs next.
             */
            next_run?: string | null;
            /** @description Whether the result is sent by e-mail. */
            email?: boolean;
            /** @description Time zone of the plan. */
            timezone?: string;
            /**
             * Format: date-time
             * @description When the plan begins.
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When the plan ends.
             */
            end_time?: string | null;
            /** @description The latest run; null if there was none. */
            last_run?: components["schemas"]["ScheduleLastRun"] | null;
            /** @description The variant of the report that the plan belongs to. */
            variant?: components["schemas"]["ScheduleVariant"] | null;
        };
        /** @description Recurrence rules in the notation of iCalendar (RFC 5545). */
        RRuleSet: {
            /** @description Start of the recurrence. */
            dtstart?: string;
            /** @description The rules. */
            rrules?: string[];
            /** @description End of the recurrence. */
            until?: string;
        };
        /** @description The latest run of a time plan. */
        ScheduleLastRun: {
            /** @description Key of the job. */
            job_key?: string;
            /** @description How the run went. */
            status?: string;
            /**
             * Format: date-time
             * @description When the run was due.
             */
            scheduled_time?: string | null;
            /**
             * Format: date-time
             * @description When the run was queued.
             */
            queued_time?: string | null;
            /**
             * Format: date-time
             * @description When the run began.
             */
            start_time?: string;
            /**
             * Format: date-time
             * @description When the run ended.
             */
            end_time?: string | null;
            /**
             * Format: int64
             * @description Duration in milliseconds.
             */
            run_duration_ms?: number | null;
            /**
             * Format: int64
             * @description Exit code of the process.
             */
            exit_code?: number | null;
        };
        /** @description A variant of a report with parameters. */
        ScheduleVariant: {
            /** @description Key of the variant. */
            key?: string;
            /** @description Name of the variant. */
            name?: string;
            /** @description Whether it is the default variant. */
            is_default?: boolean;
        };
        /**
         * @description Kind of party that is given access.
         * @enum {string}
         */
        PrincipalType: "user" | "group";
        /**
         * @description What the party may do. `viewer` may open the content, `owner` may also change it. In this list, `owner` means collaborator: it does not make anyone the content's owner.
         * @enum {string}
         */
        PermissionRole: "viewer" | "owner";
        /** @description Access of one user or group to one content item. */
        Permission: {
            /** @description Id of the permission. */
            id: string;
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /**
             * Format: uuid
             * @description GUID of the user or group.
             */
            principal_guid: string;
            principal_type: components["schemas"]["PrincipalType"];
            role: components["schemas"]["PermissionRole"];
        };
        /** @description Access to give to one user or group. */
        PermissionInput: {
            /**
             * Format: uuid
             * @description GUID of the user or group.
             */
            principal_guid: string;
            principal_type: components["schemas"]["PrincipalType"];
            role: components["schemas"]["PermissionRole"];
            /**
             * @description Whether to tell them by e-mail. Newer servers only.
             * @default false
             */
            send_email?: boolean;
        };
        /** @description Settings from the internal endpoint. Only the fields that clients commonly need are described; there are many more. */
        ServerSettings: {
            /** @description Version of the server, such as `2026.01.0`. Missing or empty if the server hides it. */
            version?: string;
            /** @description Product name and version, as shown to people. */
            about?: string;
            authentication?: components["schemas"]["AuthenticationSettings"];
            license?: components["schemas"]["LicenseSettings"];
            /** @description Whether the server has groups. */
            groups_enabled?: boolean;
            /** @description Usernames that nobody can have. */
            prohibited_usernames?: string[];
            username_validator?: components["schemas"]["UsernameValidator"];
            /** @description Whether people can create their own account. */
            self_registration?: boolean;
            /** @description Whether viewers are kept from seeing other users. */
            viewers_can_only_see_themselves?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description How people sign in, and who may edit which part of a user. */
        AuthenticationSettings: {
            /** @description Authentication provider. `Posit Connect` means passwords kept by the server; other values include `LDAP` and `OAuth2`. */
            name?: string;
            /** @description Whether usernames must be unique. */
            unique_usernames?: boolean;
            /** @description Who may edit first and last name, such as `adminandself`. */
            name_editable_by?: string;
            /** @description Who may edit the e-mail address, such as `adminandself`. */
            email_editable_by?: string;
            /** @description Who may edit the username, such as `adminandself`. */
            username_editable_by?: string;
            /** @description Who may edit the role, such as `adminandself`. */
            role_editable_by?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The server's license. */
        LicenseSettings: {
            /** @description State of the license. */
            status?: string;
            /**
             * Format: int64
             * @description Number of users that the license covers.
             */
            users?: number;
            /**
             * Format: int32
             * @description Days of inactivity after which a user no longer counts; 365 by default.
             */
            "user-activity-days"?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Which rule the server applies to usernames.
         * @enum {string}
         */
        UsernameValidator: "default" | "permissive";
        /**
         * @description An entry of the audit log.
         * @example {
         *       "id": "73",
         *       "time": "2026-01-22T08:40:00Z",
         *       "user_id": "1",
         *       "user_guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
         *       "user_description": "Mira Okafor (mira)",
         *       "action": "add_user",
         *       "event_description": "Added user Jo Park (jo)"
         *     }
         */
        AuditLog: {
            /** @description Id of the entry. Later entries have higher numbers. */
            id: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            time: string;
            /** @description Internal number of the actor; `0` is the server itself. */
            user_id: string;
            /**
             * Format: uuid
             * @description GUID of the actor; null for the server itself.
             */
            user_guid: string | null;
            /** @description Full name of the actor, followed by the username in brackets. */
            user_description: string;
            /** @description What was done, such as `add_user`. */
            action: string;
            /** @description The change and its target, in words. */
            event_description: string;
        };
        /** @description Cursors of the neighboring pages. */
        AuditPagingCursors: {
            /** @description Value for `previous`; null on the first page. */
            previous: string | null;
            /** @description Value for `next`; null on the last page. */
            next: string | null;
        };
        /** @description How to get other parts of the audit log. */
        AuditPaging: {
            /** @description URL of the first page; null on the first page. */
            first: string | null;
            /** @description URL of the page before; null on the first page. */
            previous: string | null;
            /** @description URL of the page after; null on the last page. */
            next: string | null;
            /** @description URL of the last page; null on the last page. */
            last: string | null;
            cursors: components["schemas"]["AuditPagingCursors"];
        };
        /** @description A part of the audit log. */
        AuditLogs: {
            /** @description The entries. */
            results: components["schemas"]["AuditLog"][];
            paging: components["schemas"]["AuditPaging"];
        };
        /** @description One page of the entries that match a search. */
        AuditLogSearchResults: {
            /** @description Number of matches on all pages together. */
            total: number;
            /** @description The entries of this page; empty after the last page. */
            results: components["schemas"]["AuditLog"][];
        };
        /** @description An action that the server writes to its audit log. */
        AuditAction: {
            /** @description The action as entries have it. */
            action: string;
            /** @description What it stands for. */
            description: string;
        };
        /** @description A user or group that may use an integration. */
        OAuthIntegrationPermission: {
            /** @description Internal number of the permission. */
            id: string;
            /**
             * Format: uuid
             * @description GUID of the permission.
             */
            guid: string;
            /**
             * Format: uuid
             * @description GUID of the integration.
             */
            integration_guid: string;
            /**
             * Format: uuid
             * @description GUID of the user; null for a group.
             */
            user_guid: string | null;
            /**
             * Format: uuid
             * @description GUID of the group; null for a user.
             */
            group_guid: string | null;
        };
        /** @description A user or group that is to use an integration. Send one of both. */
        OAuthIntegrationPermissionInput: {
            /**
             * Format: uuid
             * @description GUID of the user.
             */
            user_guid?: string | null;
            /**
             * Format: uuid
             * @description GUID of the group.
             */
            group_guid?: string | null;
        };
        /** @description A connection to another service. */
        OAuthIntegration: {
            /** @description Internal number of the integration. */
            id: string;
            /**
             * Format: uuid
             * @description Identifies the integration for good.
             */
            guid: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_time: string;
            /** @description Name for people. */
            name: string | null;
            /** @description What it is for. */
            description: string | null;
            /** @description Id of the template. */
            template: string | null;
            /** @description Whose credential it gives to content: `Viewer`, `Service Account` or `Visitor API Key`, among others. */
            auth_type: string | null;
            /** @description The settings that its template takes, without secrets. */
            config: {
                [key: string]: unknown;
            };
            /** @description Users and groups that may use it; everyone if it is empty. Newer servers only (2026). */
            permissions?: components["schemas"]["OAuthIntegrationPermission"][];
            /** @description Names of the environment variables that it sets for content. Newer servers only (2026). */
            environment_variables?: string[];
            /**
             * Format: int64
             * @description Number of content items that use it. Newer servers only (2026), for administrators.
             */
            content_count?: number | null;
        };
        /** @description An integration to create. */
        OAuthIntegrationInput: {
            /** @description Name for people. */
            name?: string | null;
            /** @description What it is for. */
            description?: string | null;
            /** @description Id of the template. */
            template: string;
            /** @description The settings that the template takes. */
            config: {
                [key: string]: unknown;
            };
            /** @description Users and groups that may use it; everyone by default. Newer servers only (2026). */
            permissions?: components["schemas"]["OAuthIntegrationPermissionInput"][] | null;
        };
        /** @description The fields of an integration to change. */
        OAuthIntegrationUpdate: {
            /** @description New name. */
            name?: string | null;
            /** @description New description. */
            description?: string | null;
            /** @description The settings to change. */
            config?: {
                [key: string]: unknown;
            };
            /** @description Replaces the users and groups that may use it. Newer servers only (2026). */
            permissions?: components["schemas"]["OAuthIntegrationPermissionInput"][] | null;
        };
        /** @description A content item that uses an integration. */
        OAuthAssociation: {
            /**
             * Format: uuid
             * @deprecated
             * @description Former name of `content_guid`.
             */
            app_guid: string;
            /**
             * Format: uuid
             * @description GUID of the content item.
             */
            content_guid: string;
            /**
             * Format: uuid
             * @description GUID of the integration.
             */
            oauth_integration_guid: string;
            /** @description Name of the integration. */
            oauth_integration_name: string | null;
            /** @description Description of the integration. */
            oauth_integration_description: string | null;
            /** @description Template of the integration. */
            oauth_integration_template: string | null;
            /** @description `auth_type` of the integration. */
            oauth_integration_auth_type: string | null;
            /**
             * Format: date-time
             * @description When the content item began to use it.
             */
            created_time: string;
        };
        /** @description All integrations that a content item is to use. */
        OAuthAssociationsInput: components["schemas"]["OAuthAssociationInput"][];
        /** @description An integration that a content item is to use. */
        OAuthAssociationInput: {
            /**
             * Format: uuid
             * @description GUID of the integration.
             */
            oauth_integration_guid: string;
        };
        /** @description A setting with a fixed set of values. */
        OAuthTemplateOption: {
            /** @description Name in `config`. */
            name: string;
            /** @description Name for people. */
            label: string;
            /**
             * @description Kind of the values.
             * @enum {string}
             */
            type: "bool" | "select";
            /** @description The values that are allowed. */
            values: string[];
        };
        /** @description A setting with free text. */
        OAuthTemplateField: {
            /** @description Name in `config`. */
            name: string;
            /** @description Name for people. */
            label: string;
            /** @description Whether the value is never shown again. */
            secret: boolean;
        };
        /** @description A kind of service that an integration can connect to. */
        OAuthTemplate: {
            /** @description Value for `template` of an integration. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description What it is for. */
            description: string;
            /** @description Settings with a fixed set of values. */
            options: components["schemas"]["OAuthTemplateOption"][];
            /** @description Settings with free text. */
            fields: components["schemas"]["OAuthTemplateField"][];
        };
        /** @description A token exchange as in RFC 8693. Each value is missing or one of those that the server knows. */
        CredentialExchangeInput: {
            /** @description Always `urn:ietf:params:oauth:grant-type:token-exchange`; anything else returns code 213. */
            grant_type?: string;
            /**
             * @description `urn:posit:connect:user-session-token` for a visitor, `urn:posit:connect:content-session-token` for the content
             *     itself (servers since 2024.12), or `urn:ietf:params:oauth:token-type:id_token`. Anything else returns code 214.
             */
            subject_token_type?: string;
            /** @description The token. One that is not valid returns code 215, or 236 for the token of a content item. */
            subject_token?: string;
            /**
             * @description Leave it out for an OAuth access token, or send `urn:ietf:params:oauth:token-type:access_token`,
             *     `urn:posit:connect:api-key` (servers since 2025.01) or `urn:ietf:params:aws:token-type:credentials`. Anything else
             *     returns code 242.
             */
            requested_token_type?: string;
            /** @description GUID of the integration, if several match (servers since 2025.07). An integration that the content does not use returns code 256. */
            audience?: string;
        };
        /** @description A credential for another service, or for Connect itself. */
        OAuthCredentials: {
            /** @description The credential; for AWS, JSON in base64. */
            access_token: string | null;
            /** @description What kind of credential it is. */
            issued_token_type: string | null;
            /** @description How to send it: `Bearer`, `Key` or `aws_credentials`. */
            token_type: string | null;
            /**
             * Format: int64
             * @description Seconds until it expires. Missing in all recorded responses.
             */
            expires_in?: number | null;
        };
        /** @description A user's sign-in to the service behind an integration. */
        OAuthSession: {
            /** @description Internal number of the session. */
            id: string;
            /**
             * Format: uuid
             * @description Identifies the session for good.
             */
            guid: string;
            /**
             * Format: uuid
             * @description GUID of the user.
             */
            user_guid: string | null;
            /**
             * Format: uuid
             * @description GUID of the integration.
             */
            oauth_integration_guid: string;
            /** @description Whether the server can renew the credential. */
            has_refresh_token: boolean;
            /**
             * Format: date-time
             * @description When the user signed in.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description When the credential was last renewed.
             */
            updated_time: string;
        };
        /** @description A program that has registered to sign users in. */
        OAuthClient: {
            /** @description Internal number of the client. */
            id: string;
            /** @description Identifies the client in OAuth requests. */
            client_id: string;
            /** @description The name that it has given itself. */
            client_name: string | null;
            /** @description Where it may have users sent back to. */
            redirect_uris: string[];
            /**
             * Format: date-time
             * @description When it registered.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last received a token; null if never.
             */
            last_used_at: string | null;
        };
        /** @description One page of clients. */
        OAuthClientsPage: {
            /** @description The clients on this page. */
            results: components["schemas"]["OAuthClient"][];
            /**
             * Format: int32
             * @description Number of this page.
             */
            current_page: number;
            /**
             * Format: int64
             * @description Number of all clients.
             */
            total: number;
        };
        /** @description A credential that acts without a user. */
        ServiceToken: {
            /**
             * Format: uuid
             * @description Identifies the token for good.
             */
            guid: string;
            /** @description What the token is for. Need not be unique. */
            name: string;
            /** @description The secret; only right after creation. */
            key?: string;
            /** @description What it may do. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_time: string;
            /**
             * Format: date-time
             * @description Roughly when it was last used, updated at most every 15 minutes. Assumed: absent if never.
             */
            active_time?: string;
            /**
             * Format: date-time
             * @description When it expires; null if never.
             */
            expires_at?: string | null;
        };
        /** @description A service token to create. */
        ServiceTokenCreateInput: {
            /** @description What the token is for. */
            name: string;
            /** @description What it may do; at least one scope. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it stops working, in the future. Leave it out or send null for never.
             */
            expires_at?: string | null;
        };
        /** @description Something that a service token can be allowed to do. */
        ServiceTokenScope: {
            /** @description The scope. */
            name: string;
            /** @description What it allows. */
            description: string;
        };
        /** @description All scopes. */
        ServiceTokenScopes: {
            /** @description The scopes. */
            scopes: components["schemas"]["ServiceTokenScope"][];
        };
        /** @description Settings that anyone may see. */
        PublicSettings: {
            /** @description How people sign in. Its fields are not documented. */
            authentication?: {
                [key: string]: unknown;
            };
            /** @description Whether people can create their own account. */
            self_registration?: boolean;
            /** @description Name of the server, as shown to people. */
            system_display_name?: string;
            /** @description Notice shown to people who are not signed in. */
            public_warning?: string;
            /** @description Whether the server has its own landing page. */
            customized_landing?: boolean;
            /** @description Whether the server can send e-mail. */
            mail_configured?: boolean;
            /** @description Usernames that nobody can have. */
            prohibited_usernames?: string[];
            username_validator?: components["schemas"]["UsernameValidator"];
        };
        /** @description The Python installations of the server. */
        PythonInfo: {
            /** @description One entry for each installation. */
            installations: components["schemas"]["PyInstallation"][];
            /** @description Whether APIs written in Python can be published. */
            api_enabled?: boolean;
        };
        /** @description One installation of Python. */
        PyInstallation: {
            /** @description Version of Python. */
            version: string;
            /** @description Cluster that the installation belongs to. */
            cluster_name?: string;
            /** @description Container image that holds the installation; may be an empty string. */
            image_name?: string;
        };
        /** @description The R installations of the server. */
        RInstallations: {
            /** @description One entry for each installation. */
            installations: components["schemas"]["RInstallation"][];
        };
        /** @description One installation of R. */
        RInstallation: {
            /** @description Version of R. */
            version: string;
            /** @description Cluster that the installation belongs to. */
            cluster_name?: string;
            /** @description Container image that holds the installation; may be an empty string. */
            image_name?: string;
        };
        /** @description The Quarto installations of the server. */
        QuartoInstallations: {
            /** @description One entry for each installation. */
            installations: components["schemas"]["QuartoInstallation"][];
        };
        /** @description One installation of Quarto. */
        QuartoInstallation: {
            /** @description Version of Quarto. */
            version: string;
            /** @description Cluster that the installation belongs to. */
            cluster_name?: string;
            /** @description Container image that holds the installation; may be an empty string. */
            image_name?: string;
        };
        /** @description The TensorFlow installations of the server. */
        TensorFlowInstallations: {
            /** @description One entry for each installation. */
            installations: components["schemas"]["TensorFlowInstallation"][];
        };
        /** @description One installation of TensorFlow. */
        TensorFlowInstallation: {
            /** @description Version of TensorFlow. */
            version: string;
            /** @description Cluster that the installation belongs to. */
            cluster_name?: string;
            /** @description Container image that holds the installation; may be an empty string. */
            image_name?: string;
        };
        /** @description The Node.js installations of the server. */
        NodeJsInfo: {
            /** @description One entry for each installation. */
            installations: components["schemas"]["NodeJsInstallation"][];
            /** @description Whether content can use Node.js. */
            enabled?: boolean;
        };
        /** @description One installation of Node.js. */
        NodeJsInstallation: {
            /** @description Version of Node.js. */
            version: string;
            /** @description Cluster that the installation belongs to. */
            cluster_name?: string;
            /** @description Container image that holds the installation; may be an empty string. */
            image_name?: string;
        };
        /** @description The result of a successful bootstrap. */
        BootstrapSuccess: {
            /** @description API key of the new administrator. It is not shown again. */
            api_key: string;
        };
        /** @description Description of a failure. */
        APIError: {
            /** @description Number that identifies the kind of failure, independently of the HTTP status. */
            code: number;
            /** @description Text for people. It may be more specific than the code and may change. */
            error: string;
            /** @description Further details. Real servers always send it, nearly always as null. */
            payload?: {
                [key: string]: unknown;
            } | null;
        };
    };
    responses: {
        /** @description The request is invalid: a malformed GUID, a number out of range, an unknown value, a missing field, or something the server's configuration does not allow. */
        BadRequest: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 3,
                 *       "error": "Not a valid GUID: abc",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description No credential was sent (code 24), or it is not valid (code 30). */
        Unauthorized: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 30,
                 *       "error": "This credential is not valid.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description The server's license does not include this. */
        PaymentRequired: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 221,
                 *       "error": "The license does not include OAuth integrations.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description The caller is known, but may not do this. */
        Forbidden: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 22,
                 *       "error": "You are not allowed to do this.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description There is no such object, or the server does not have this operation. */
        NotFound: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 4,
                 *       "error": "There is no such object.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description The request collides with something that already exists, such as a username, a group name or a membership. */
        Conflict: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 8,
                 *       "error": "This username is taken.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
        /** @description The server failed. Nothing is known about whether the request took effect. */
        ServerError: {
            headers: {
                "X-Correlation-ID": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 1,
                 *       "error": "Something went wrong inside the server.",
                 *       "payload": null
                 *     }
                 */
                "application/json": components["schemas"]["APIError"];
            };
        };
    };
    parameters: {
        /** @description GUID of the user. */
        UserGuid: string;
        /** @description GUID of the group. */
        GroupGuid: string;
        /** @description GUID of the group. */
        MembersGroupGuid: string;
        /** @description GUID of the member. */
        MemberUserGuid: string;
        /** @description GUID of the content item. */
        ContentGuid: string;
        /** @description Id of the API key. This is not the key itself. */
        KeyId: string;
        /** @description Id of the permission. */
        PermissionId: string;
        /** @description Id of the bundle. */
        BundleId: string;
        /** @description Id of the tag. */
        TagId: string;
        /** @description Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
        From: string;
        /** @description Keep events up to and including this time; now by default. */
        To: string;
        /** @description Results per page. Assumed: 1 to 500, as in other lists. */
        Limit: number;
        /** @description `paging.cursors.previous` of a response. Returns the page before it. */
        PreviousCursor: string;
        /** @description `paging.cursors.next` of a response. Returns the page after it. */
        NextCursor: string;
        /** @description GUID of the integration. */
        IntegrationGuid: string;
        /** @description Id of the template. */
        TemplateKey: string;
        /** @description GUID of the session. */
        SessionGuid: string;
        /** @description Id that the client received when it registered. */
        ClientId: string;
        /** @description GUID of the service token. */
        ServiceTokenGuid: string;
        /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
        PageNumber: number;
        /** @description Results per page, 1 to 500. Anything else is an error. */
        PageSize: number;
        /** @description Whether to sort upwards. `false` reverses the order. */
        AscOrder: boolean;
        /** @description Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
        RemotePrefix: string;
        /** @description Highest number of results, 1 to 500. Anything else is an error. */
        RemoteLimit: number;
        /**
         * @description Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
         *     `schedule` need a newer server (2026).
         */
        ContentIncludes: components["schemas"]["ContentInclude"][];
    };
    requestBodies: never;
    headers: {
        /** @description Identifies this request in the server log. Newer servers only. */
        CorrelationId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calling user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getUsers: {
        parameters: {
            query?: {
                /**
                 * @description Start of a username, first name or last name, in upper or lower case. It matches at the beginning only:
                 *     `ann` does not find `joann`. Also matches a user's complete directory name or provider id.
                 */
                prefix?: string;
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
                /** @description Field to sort by; it takes precedence over similarity in a prefix search. Newer servers only (2026). */
                sort?: components["schemas"]["UserSort"];
                /** @description Keep users with any of these roles. Join the values with `|`; repeating the parameter means AND and finds nobody. */
                user_role?: components["schemas"]["UserRole"][];
                /** @description Keep users with any of these statuses. Join the values with `|`; repeating the parameter means AND and finds nobody. */
                account_status?: components["schemas"]["AccountStatus"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createPullUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreatePullInput"];
            };
        };
        responses: {
            /** @description The new user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    createPushUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreatePushInput"];
            };
        };
        responses: {
            /** @description The new user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    searchRemoteUsers: {
        parameters: {
            query?: {
                /** @description Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
                prefix?: components["parameters"]["RemotePrefix"];
                /** @description Highest number of results, 1 to 500. Anything else is an error. */
                limit?: components["parameters"]["RemoteLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People whose details begin with the prefix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemoteSearchResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateInput"];
            };
        };
        responses: {
            /** @description The editable fields after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditableUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    lockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockUserInput"];
            };
        };
        responses: {
            /** @description The user now has the requested state. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["APIKeyCreateInput"];
            };
        };
        responses: {
            /** @description The new API key with its complete secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** @description Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** @description Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getGroups: {
        parameters: {
            query?: {
                /** @description Start of a group name, in upper or lower case. */
                prefix?: string;
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    createRemoteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupCreateRemoteInput"];
            };
        };
        responses: {
            /** @description The new group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupCreateInput"];
            };
        };
        responses: {
            /** @description The new group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    searchRemoteGroups: {
        parameters: {
            query?: {
                /** @description Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
                prefix?: components["parameters"]["RemotePrefix"];
                /** @description Highest number of results, 1 to 500. Anything else is an error. */
                limit?: components["parameters"]["RemoteLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directory groups whose name begins with the prefix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRemoteSearch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupUpdateInput"];
            };
        };
        responses: {
            /** @description The group after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    patchGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupPatchInput"];
            };
        };
        responses: {
            /** @description The group after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    getGroupMembers: {
        parameters: {
            query?: {
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Members per page. Assumed: the upper limit is the same as for other lists. */
                page_size?: number;
                /** @description Field to sort by. Newer servers only (2026). */
                sort?: components["schemas"]["GroupMemberSort"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path: {
                /** @description GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    addGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMemberAddInput"];
            };
        };
        responses: {
            /** @description The user is now a member. The body is empty. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    removeGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
                /** @description GUID of the member. */
                user_guid: components["parameters"]["MemberUserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is no longer a member. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getGroupOwnershipExperimental: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content items and the permission of the group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupOwnershipContent"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getContents: {
        parameters: {
            query?: {
                /** @description Keep items with exactly this name. Names are unique per owner, so several items can match. */
                name?: string;
                /** @description Keep items owned by this user. */
                owner_guid?: string;
                /**
                 * @description Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
                 *     `schedule` need a newer server (2026).
                 */
                include?: components["parameters"]["ContentIncludes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Content"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createContent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContentInput"];
            };
        };
        responses: {
            /** @description The new content item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Content"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    getContent: {
        parameters: {
            query?: {
                /**
                 * @description Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
                 *     `schedule` need a newer server (2026).
                 */
                include?: components["parameters"]["ContentIncludes"];
            };
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Content"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content item is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContentInput"];
            };
        };
        responses: {
            /** @description The content item after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Content"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    listContentPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    addContentPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionInput"];
            };
        };
        responses: {
            /** @description The permission, created or changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"];
                };
            };
            /** @description The new permission, as newer servers report it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    getContentPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateContentPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionInput"];
            };
        };
        responses: {
            /** @description The permission after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteContentPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permission is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getBundles: {
        parameters: {
            query?: {
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Whether to list the oldest first. Assumed: `false` by default. The official document says that the newest come
                 *     first, and also that the default is `true`.
                 */
                asc_order?: boolean;
            };
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of bundles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    uploadContentBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/gzip": unknown;
            };
        };
        responses: {
            /** @description The new bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    getBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deployContentBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentDeploymentInput"];
            };
        };
        responses: {
            /** @description The task that deploys the bundle. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentDeploymentTask"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
        };
    };
    getTask: {
        parameters: {
            query?: {
                /** @description Number of lines of output to skip. */
                first?: number;
                /** @description Seconds to wait for the task to finish before responding. */
                wait?: number;
            };
            header?: never;
            path: {
                /** @description Id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Keep tags with exactly this name. */
                name?: string;
                /** @description Keep the tags directly below this one. */
                parent_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagCreateInput"];
            };
        };
        responses: {
            /** @description The new tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagInput"];
            };
        };
        responses: {
            /** @description The tag after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listTagContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Content"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listContentTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    addTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentTagInput"];
            };
        };
        responses: {
            /** @description The item has the tag. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    removeTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** @description Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item does not have the tag. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getContentVisits: {
        parameters: {
            query?: {
                /** @description Keep events of this content item. */
                content_guid?: string;
                /** @description Leaves out events that were recorded in an older way than this. */
                min_data_version?: number;
                /** @description Keep visits with this user agent. Assumed: it has to be the same. */
                user_agent?: string;
                /** @description Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** @description Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
                /** @description Results per page. Assumed: 1 to 500, as in other lists. */
                limit?: components["parameters"]["Limit"];
                /** @description `paging.cursors.previous` of a response. Returns the page before it. */
                previous?: components["parameters"]["PreviousCursor"];
                /** @description `paging.cursors.next` of a response. Returns the page after it. */
                next?: components["parameters"]["NextCursor"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of visits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentVisitLogs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getShinyAppUsage: {
        parameters: {
            query?: {
                /** @description Keep events of this content item. */
                content_guid?: string;
                /** @description Leaves out events that were recorded in an older way than this. */
                min_data_version?: number;
                /** @description Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** @description Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
                /** @description Results per page. Assumed: 1 to 500, as in other lists. */
                limit?: components["parameters"]["Limit"];
                /** @description `paging.cursors.previous` of a response. Returns the page before it. */
                previous?: components["parameters"]["PreviousCursor"];
                /** @description `paging.cursors.next` of a response. Returns the page after it. */
                next?: components["parameters"]["NextCursor"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShinyAppUsageLogs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getContentHits: {
        parameters: {
            query?: {
                /** @description Keep events of this content item. */
                content_guid?: string;
                /** @description Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** @description Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentHitEntry"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getServerSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings that this server shows to the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    getPublicSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSettings"];
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getPythonInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Python installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PythonInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getRInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The R installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RInstallations"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getQuartoInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Quarto installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuartoInstallations"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getTensorFlowInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The TensorFlow installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TensorFlowInstallations"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getNodeJsInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Node.js installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeJsInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getAuditLogs: {
        parameters: {
            query?: {
                /** @description Highest number of entries, 1 to 500. Anything else is an error. */
                limit?: number;
                /** @description Return the page before this cursor, `paging.cursors.previous` of an earlier response. Assumed: it cannot be combined with `next`. */
                previous?: string;
                /** @description Return the page after this cursor, `paging.cursors.next` of an earlier response. */
                next?: string;
                /** @description Whether the oldest entries come first. `false` reverses the order. */
                ascOrder?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the audit log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    searchAuditLogs: {
        parameters: {
            query?: {
                /** @description Words and filters; without it all entries match. */
                q?: string;
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Entries per page. Assumed: the upper limit is the same as for other lists. */
                page_size?: number;
                /** @description Order by time. Assumed: the newest entries come first by default. */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogSearchResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getAuditActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAction"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthIntegrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integrations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthIntegration"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createOAuthIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuthIntegrationInput"];
            };
        };
        responses: {
            /** @description The new integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthIntegration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    exchangeCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["CredentialExchangeInput"];
            };
        };
        responses: {
            /** @description The credential. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthCredentials"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getOAuthIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthIntegration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOAuthIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integration is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateOAuthIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuthIntegrationUpdate"];
            };
        };
        responses: {
            /** @description The integration after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthIntegration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthIntegrationAssociations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The associations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthAssociation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    verifyOAuthIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service returned a token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listContentAssociations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The associations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthAssociation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    setContentAssociations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuthAssociationsInput"];
            };
        };
        responses: {
            /** @description The associations after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthAssociation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthTemplate"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getOAuthTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the template. */
                key: components["parameters"]["TemplateKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthSessions: {
        parameters: {
            query?: {
                /** @description Whether to list the sessions of all users. Assumed: 403 for other callers than administrators. */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthSession"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getOAuthSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOAuthSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthClients: {
        parameters: {
            query?: {
                /** @description Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** @description Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** @description Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of clients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthClientsPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getOAuthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthClient"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOAuthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listServiceTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceToken"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    createServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceTokenCreateInput"];
            };
        };
        responses: {
            /** @description The new service token with its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    listServiceTokenScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scopes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTokenScopes"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the service token. */
                guid: components["parameters"]["ServiceTokenGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service token is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    bootstrap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key of the new administrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BootstrapSuccess"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    bootstrapExperimental: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key of the new administrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BootstrapSuccess"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
}
