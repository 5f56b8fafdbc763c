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
         *
         * Returns the user that the credential belongs to; any valid credential will do. A valid credential without a user
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
         *
         * Lists users page by page. Any signed-in user may call it, viewers included; a server can be set up so that viewers
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
         *
         * Creates a user on a server that uses LDAP, or OAuth2 with Google. Search the directory with
         *     `GET /v1/users/remote` first and send the `temp_ticket` of the person you want. Publishers and administrators may
         *     call it. The new user gets the server's default role.
         *
         *     Other authentication providers return 400 with code 119, an invalid ticket 400 with code 127, and a user who
         *     already exists 409.
         */
        put: operations["createPullUser"];
        /**
         * Create a user from the given details
         *
         * Creates a user on a server that uses password, PAM, SAML, proxied or OAuth2 authentication (except OAuth2 with
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
         *
         * Searches the authentication provider rather than the server's own users. Works only with LDAP, or OAuth2 with
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
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         *
         * Returns one user. Any signed-in user may call it. On servers that hide e-mail addresses, only administrators see
         *     them. A value that is not a UUID returns 400 with code 3, an unknown one 404 with code 4.
         */
        get: operations["getUser"];
        /**
         * Change a user's details
         *
         * Changes the fields that are sent and leaves the others as they are. Administrators may change anyone; other users may
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
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock or unlock a user
         *
         * A locked user can neither sign in nor deploy, and does not count towards the license. Their content and group
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
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        /**
         * List your API keys
         *
         * Lists the calling user's API keys as a plain array. `guid` must be your own; any other returns 403.
         *     `key` shows only the last few characters.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create an API key for yourself
         *
         * Creates an API key for the calling user. `guid` must be your own; any other returns 403, also for
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
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        /**
         * Get one of your API keys
         *
         * Returns one of the calling user's API keys. `key` shows only the last few characters. Another user's `guid` returns 403.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Delete one of your API keys
         *
         * Deletes one of the calling user's API keys for good. Another user's `guid` returns 403.
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
         *
         * Lists groups page by page, ordered by name. Any signed-in user may call it. Unlike the user search, a search by
         *     `prefix` has further pages on servers since 2025.04.0; older ones return the first page for each page number.
         *     Service tokens need the scope `groups:read`.
         */
        get: operations["getGroups"];
        /**
         * Create a group from a directory ticket
         *
         * Creates a group from LDAP. Search the directory with `GET /v1/groups/remote` first and send the `temp_ticket` of the
         *     group you want. Publishers and administrators may call it. Such a group has no owner: `owner_guid` is null.
         */
        put: operations["createRemoteGroup"];
        /**
         * Create a group
         *
         * Creates a group that is owned by the caller. Administrators may call it; publishers too, if the server lets them own
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
         *
         * Searches the LDAP directory rather than the server's own groups. Publishers and administrators may call it. `guid`
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
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         *
         * Returns one group. Any signed-in user may call it. Its members are listed by a separate operation.
         */
        get: operations["getGroup"];
        put?: never;
        /**
         * Change a group with POST
         *
         * Changes the name or owner of a group; fields that are not sent keep their value. Publishers and administrators may call it,
         *     as far as they may manage the group. All servers understand this request; newer ones also understand PATCH. A name
         *     that is taken returns 409 with code 15.
         */
        post: operations["updateGroup"];
        /**
         * Delete a group
         *
         * Deletes a group; its members remain users. The group's owner and administrators may call it.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group with PATCH
         *
         * Changes the name, owner or numeric id of a group; fields that are not sent keep their value. The group's owner and
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
                /** GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        /**
         * List the members of a group
         *
         * Lists a group's members page by page; any signed-in user may call it. A page has 10 members by default, where other
         *     lists have 20. Older servers do not document the paging parameters, but understand them. Service tokens need the
         *     scope `groups:read`.
         */
        get: operations["getGroupMembers"];
        put?: never;
        /**
         * Add a user to a group
         *
         * Adds one user to a group. The group's owner and administrators may call it. An existing
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
                /** GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
                /** GUID of the member. */
                user_guid: components["parameters"]["MemberUserGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a user from a group
         *
         * Removes one user from a group. The group's owner and administrators may call it, and everyone may remove
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
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        /**
         * List the content of a group
         *
         * Lists the content items that a group has access to, with the role of the group, as a plain array. Callers get the items
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
         *
         * Lists content items as one plain array, without pages; on a large server it can be long. Any signed-in user may call
         *     it and gets the items they may see. Administrators get all items.
         */
        get: operations["getContents"];
        put?: never;
        /**
         * Create a content item
         *
         * Creates an empty content item owned by the caller; code is deployed to it afterwards. Publishers and administrators
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * Get a content item
         *
         * Returns one content item. Its owner, collaborators, viewers and all administrators may call it. A value that is not
         *     a UUID returns 400 with code 3, an unknown one 404 with code 4.
         */
        get: operations["getContent"];
        put?: never;
        post?: never;
        /**
         * Delete a content item
         *
         * Deletes a content item for good. Its owner, collaborators and administrators may call it.
         */
        delete: operations["deleteContent"];
        options?: never;
        head?: never;
        /**
         * Change a content item
         *
         * Changes the settings that are sent and leaves the others as they are; `{}` is valid and changes nothing. The owner,
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List who has access to a content item
         *
         * Lists the users and groups that have been given access, as a plain array. The owner of the item is not in it; see
         *     `owner_guid` of the content.
         */
        get: operations["listContentPermissions"];
        put?: never;
        /**
         * Give a user or group access
         *
         * Gives one user or group access to a content item. Its owner, collaborators and administrators may call it.
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        /**
         * Get one permission
         *
         * Returns one permission of a content item.
         */
        get: operations["getContentPermission"];
        /**
         * Change one permission
         *
         * Changes the role of a permission. All three required fields must be sent again, not only the role.
         */
        put: operations["updateContentPermission"];
        post?: never;
        /**
         * Take access away
         *
         * Removes one permission. The user or group can still reach the content if its `access_type` lets everyone in, or
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the bundles of a content item
         *
         * Lists the archives that were uploaded for a content item, newest first, as a plain array. Users that can see the item may
         *     call it. Viewers get null for all fields about the environment.
         */
        get: operations["getBundles"];
        put?: never;
        /**
         * Upload a bundle
         *
         * Uploads a tar archive, compressed with gzip, that has a `manifest.json`. The owner of the content item, collaborators and
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        /**
         * Get a bundle
         *
         * Returns one bundle of a content item. Users that can see the item may call it.
         */
        get: operations["getBundle"];
        put?: never;
        post?: never;
        /**
         * Delete a bundle
         *
         * Deletes a bundle and its archive. The owner of the content item, collaborators and administrators may call it. The active
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        /**
         * Download the archive of a bundle
         *
         * Returns the archive as it was uploaded. The owner of the content item, collaborators and administrators may call it.
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy a bundle
         *
         * Starts a task that makes a bundle the content item's active one, and returns the id of the task. Follow it with
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
                /** Id of the task. */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Get the state of a task
         *
         * Returns the state of a task and the lines of its output from `first` on. Repeat the call with the `last` of the previous
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
         *
         * Lists all tags as a plain array. Tags form a tree through `parent_id`; the ones at the top are categories. Any signed-in
         *     user may call it.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Create a tag
         *
         * Creates a tag, or a category if there is no `parent_id`. Administrators may call it. An empty name returns code 78, one with
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
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        /**
         * Get a tag
         *
         * Returns one tag. In place of an id, the names of the tags on the way to it can be given, from the category on, joined with
         *     commas. Any signed-in user may call it.
         */
        get: operations["getTag"];
        put?: never;
        post?: never;
        /**
         * Delete a tag
         *
         * Deletes a tag and everything below it in the tree, and removes all of them from content. Administrators may call it.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Rename or move a tag
         *
         * Changes the fields that are sent. Administrators may call it. A tag that would end up below itself returns code 88; for
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
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        /**
         * List the content with a tag
         *
         * Lists the content items with a tag as a plain array. Callers get the items that they can see, and administrators all of
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the tags of a content item
         *
         * Lists the tags of a content item as a plain array. Users that can see the item may call it.
         */
        get: operations["listContentTags"];
        put?: never;
        /**
         * Add a tag to a content item
         *
         * Adds a tag, and the tags above it in the tree, to a content item. Its owner, collaborators and administrators may call it.
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a tag from a content item
         *
         * Removes a tag, and the tags below it in the tree, from a content item. Its owner, collaborators and administrators may call
         *     it. Assumed: a tag that the item does not have returns 404 with code 17.
         */
        delete: operations["removeTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/vanity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * Get the vanity URL of a content item
         *
         * Returns the custom path of a content item. Users that can see the item may call it. An item without one returns 404.
         */
        get: operations["getVanity"];
        /**
         * Set the vanity URL of a content item
         *
         * Gives a content item a custom path, or another one. Publishers that may change the item may call it, unless the server leaves
         *     vanity URLs to administrators. A path has letters, digits, hyphens, underscores and slashes; paths of Connect itself return
         *     code 52. A path that another item has, or that lies above or below one, returns 409 with code 51. With `force`, an item
         *     that the caller may change, too, loses its path to this one.
         */
        put: operations["setVanity"];
        post?: never;
        /**
         * Delete the vanity URL of a content item
         *
         * Takes the custom path away from a content item. The same users may call it that may set one. Assumed: an item without one
         *     returns 404 with code 17.
         */
        delete: operations["deleteVanity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vanities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all vanity URLs
         *
         * Lists the custom paths of all content as a plain array.
         */
        get: operations["listVanities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the jobs of a content item
         *
         * Lists the processes that run or have run a content item, as a plain array. Its owner, collaborators and administrators may
         *     call it.
         */
        get: operations["getJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/jobs/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        /**
         * Get a job
         *
         * Returns one job of a content item. The same users may call it that may list the jobs.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /**
         * End a job
         *
         * Orders the server to end an active job. The same users may call it that may list the jobs. A job that is not active returns
         *     409 with code 163.
         */
        delete: operations["killJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/jobs/{key}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        /**
         * Get the log of a job
         *
         * Returns what a job has written, oldest line first. The same users may call it that may list the jobs.
         */
        get: operations["jobLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{guid}/jobs/{key}/error": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        /**
         * Get the error of a job
         *
         * Returns the error that explains why a job failed, if the server has found one. The same users may call it that may list the
         *     jobs.
         */
        get: operations["jobError"];
        put?: never;
        post?: never;
        delete?: never;
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
         *
         * Lists visits to content other than Shiny applications, oldest first. Publishers get the visits to items that they own or
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
         *
         * Lists the sessions of users of Shiny applications, oldest first. Publishers get the sessions of items that they own or
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
         *
         * Lists the visits to content of every kind as one plain array, without pages; on a busy server it can be long. Publishers get
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
         *
         * Internal and unversioned: Posit does not document it, but all common clients use it to learn the server's version. It
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
         *
         * Returns what a sign-in page needs to know. No credential is needed. Servers before 2026 do not have this operation
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
         *
         * Lists the versions of Python that content can run with. Service tokens need the scope `server-settings:read`.
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
         *
         * Lists the versions of R that content can run with. Service tokens need the scope `server-settings:read`.
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
         *
         * Lists the versions of Quarto that content can run with. Service tokens need the scope `server-settings:read`.
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
         *
         * Lists the versions of TensorFlow Serving that content can run with. Service tokens need the scope `server-settings:read`.
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
         *
         * Lists the versions of Node.js that content can run with. Servers since 2026.04.0 only.
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
         *
         * Returns a part of the audit log, oldest entries first by default, and how to get the parts before and after it. The
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
         *
         * Returns the entries that match a query, page by page. Only administrators may call it.
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
         *
         * Lists every action that this server writes to its audit log. Assumed: only administrators may call it.
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
         *
         * Lists the integrations that the caller may use, as a plain array. Publishers and administrators may call it.
         */
        get: operations["listOAuthIntegrations"];
        put?: never;
        /**
         * Create an OAuth integration
         *
         * Creates an integration from a template; see `GET /v1/oauth/templates` for the settings that go into `config`. An unknown
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
         *
         * Exchanges a token that Connect gave to running content for a credential (RFC 8693). The body is a form. The token is
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
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth integration
         *
         * Returns one integration. Publishers and administrators may call it.
         */
        get: operations["getOAuthIntegration"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth integration
         *
         * Deletes an integration, its associations with content and its sessions.
         */
        delete: operations["deleteOAuthIntegration"];
        options?: never;
        head?: never;
        /**
         * Change an OAuth integration
         *
         * Changes the fields that are sent. The template cannot be changed. Assumed: `config` is merged into the current settings.
         */
        patch: operations["updateOAuthIntegration"];
        trace?: never;
    };
    "/v1/oauth/integrations/{guid}/associations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        /**
         * List the content that uses an integration
         *
         * Lists the associations of one integration as a plain array. Only administrators may call it.
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
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the settings of a service account
         *
         * Requests a token from the service with the settings of the integration, and discards it. The response is empty. Only
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
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        /**
         * List the integrations of a content item
         *
         * Lists the integrations that a content item uses, as a plain array. Its owner, collaborators and administrators may call it.
         */
        get: operations["listContentAssociations"];
        /**
         * Set the integrations of a content item
         *
         * Replaces the list of integrations that a content item uses. An empty array removes all of them. Its owner, collaborators
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
         *
         * Lists the templates that integrations can be created from. Publishers and administrators may call it.
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
                /** Id of the template. */
                key: components["parameters"]["TemplateKey"];
            };
            cookie?: never;
        };
        /**
         * Get an integration template
         *
         * Returns one template. Publishers and administrators may call it.
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
         *
         * Lists the caller's sessions with services behind integrations as a plain array. Administrators can list those of all users.
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
                /** GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth session
         *
         * Returns one session of the caller, or of any user for administrators.
         */
        get: operations["getOAuthSession"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth session
         *
         * Ends a session: the user has to sign in to the service again. Users can end their own sessions, administrators all.
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
         *
         * Lists the programs that have registered to sign users in, in order of registration. Every user may call it.
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
                /** Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        /**
         * Get an OAuth client
         *
         * Returns a program that has registered to sign users in.
         */
        get: operations["getOAuthClient"];
        put?: never;
        post?: never;
        /**
         * Delete an OAuth client
         *
         * Deletes a client and ends the sign-ins of all of its users. It can register again, and then has the same id.
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
         *
         * Lists all service tokens, without their secrets, as a plain array.
         */
        get: operations["listServiceTokens"];
        put?: never;
        /**
         * Create a service token
         *
         * Creates a token that acts without a user. Send it as `Authorization: Bearer <token>`. **This is the only time the `key`
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
         *
         * Lists the scopes that a service token can have. The official description contradicts itself: its schema names
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
                /** GUID of the service token. */
                guid: components["parameters"]["ServiceTokenGuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service token
         *
         * Deletes a service token. It stops working at once.
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
         *
         * Creates an administrator on a server that has no users yet, and returns an API key for it. The administrator is named
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
         *
         * The old path of `POST /v1/bootstrap`, with the same behavior. It is still what older servers have and what common
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
         * Role of a user, from most to least powerful.
         * @enum {string}
         */
        UserRole: UserRole;
        /**
         * State of an account; every user has exactly one. `licensed`: not locked, and active within the period that the
         *     license counts, 365 days by default. `inactive`: not locked, and not active within that period or never at all.
         * @enum {string}
         */
        AccountStatus: AccountStatus;
        /**
         * Field that a list of users can be sorted by.
         * @enum {string}
         */
        UserSort: UserSort;
        /**
         * Field that a list of group members can be sorted by.
         * @enum {string}
         */
        GroupMemberSort: GroupMemberSort;
        /**
         * A user of the server.
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
        User: UserRecord;
        /** One page of users. */
        Users: UserPage;
        /** A person found in the directory, who may or may not be a user of the server yet. */
        UserWithTicket: RemoteUserRecord;
        /** People found in the directory. */
        RemoteSearchResults: RemoteSearchResults;
        /** The part of a user that can be changed, and when it was changed. This is all that an update returns. */
        EditableUser: EditableUserRecord;
        /** A user to create. What is needed besides the username depends on the authentication provider. */
        UserCreatePushInput: UserCreatePushInput;
        /** Names the directory entry to create a user from. */
        UserCreatePullInput: UserCreatePullInput;
        /** The fields to change. Which of them can be changed depends on the authentication provider. */
        UserUpdateInput: UserUpdateInput;
        /** The state to set. */
        LockUserInput: LockUserInput;
        /**
         * An API key of a user.
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
        APIKey: ApiKeyRecord;
        /** An API key to create. */
        APIKeyCreateInput: APIKeyCreateInput;
        /**
         * A group of users.
         * @example {
         *       "guid": "b0f1c2d3-7a64-4e0b-8c55-1f2e3d4c5b6a",
         *       "name": "data-science",
         *       "owner_guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
         *       "gid": null
         *     }
         */
        Group: GroupRecord;
        /** One page of groups. */
        Groups: GroupPage;
        /** One page of the members of a group. A member looks like any other user. */
        GroupMembers: GroupMembers;
        /** A group found in the directory, which may or may not exist on the server yet. */
        GroupWithTicket: GroupWithTicket;
        /** Groups found in the directory. */
        GroupRemoteSearch: GroupRemoteSearch;
        /** A group to create. */
        GroupCreateInput: GroupCreateInput;
        /** Names the directory entry to create a group from. */
        GroupCreateRemoteInput: GroupCreateRemoteInput;
        /** The fields to change with POST. Leave out what is to stay. */
        GroupUpdateInput: GroupUpdateInput;
        /** The fields to change with PATCH. Leave out what is to stay. */
        GroupPatchInput: GroupPatchInput;
        /** The user to add to a group. */
        GroupMemberAddInput: GroupMemberAddInput;
        /**
         * Who may open a content item. `all`: everyone, without signing in. `logged_in`: every signed-in user. `acl`: only
         *     the owner and those with a permission.
         * @enum {string}
         */
        AccessType: AccessType;
        /**
         * What kind of content was deployed; `unknown` before the first deployment.
         * @enum {string}
         */
        AppMode: AppMode;
        /**
         * What the caller is to a content item. `editor` is a collaborator.
         * @enum {string}
         */
        AppRole: AppRole;
        /**
         * Extra detail of a content item that is only sent on request. The field for `schedule` is called `schedules`.
         * @enum {string}
         */
        ContentInclude: ContentInclude;
        /**
         * How the license treats a content item that is open to everyone.
         * @enum {string}
         */
        PublicContentStatus: PublicContentStatus;
        /**
         * A content item. Null in a process, memory, CPU or timeout setting means that the server's default applies.
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
        Content: ContentRecord;
        /** A content item to create. Every field may be left out. */
        CreateContentInput: CreateContentInput;
        /** The settings to change. Leave out what is to stay. */
        UpdateContentInput: UpdateContentInput;
        /** The owner of a content item, in short. */
        ContentOwner: ContentOwner;
        /** A tag of a content item. Tags form a tree. */
        Tag: TagRecord;
        /** A custom path of a content item. */
        Vanity: Vanity;
        /** A custom path to set. */
        VanityInput: VanityInput;
        /** A process that runs or has run a content item. */
        Job: Job;
        /** An order to end a job. */
        KillJobOrder: KillJobOrder;
        /** What a job has written. */
        JobLog: JobLog;
        /** A line that a job has written. */
        JobLogEntry: JobLogEntry;
        /** The error that explains why a job failed. */
        JobError: JobError;
        /** A tag to create. */
        TagCreateInput: TagCreateInput;
        /** The fields of a tag to change. Leave out what is to stay. */
        TagInput: TagInput;
        /** The tag to add to a content item. */
        ContentTagInput: ContentTagInput;
        /** An archive that was uploaded for a content item. Everything about the environment is null for viewers. */
        Bundle: BundleRecord;
        /** Where a bundle comes from. Fields that are not known are null or absent. */
        BundleMetadata: BundleMetadata;
        /** What to deploy. */
        ContentDeploymentInput: ContentDeploymentInput;
        /** The task of a deployment. */
        ContentDeploymentTask: ContentDeploymentTask;
        /** Something that the server does in the background. */
        Task: TaskRecord;
        /** A content item that a group has access to. */
        GroupOwnershipContent: GroupOwnershipContent;
        /** The access of a group to a content item. */
        GroupOwnershipPermission: GroupOwnershipPermission;
        /** Cursors of the pages around a page. */
        PagingCursors: PagingCursors;
        /**
         * The pages around a page. A page begins after a certain result, so that results which are added meanwhile do not move
         *     others to another page.
         */
        KeysetPaging: KeysetPaging;
        /** One page of visits to content. */
        ContentVisitLogs: ContentVisitLogs;
        /** A visit to a content item. */
        ContentVisitEntry: ContentVisitRecord;
        /** One page of sessions of Shiny applications. */
        ShinyAppUsageLogs: ShinyAppUsageLogs;
        /** A session of a user of a Shiny application. */
        ShinyAppUsageEntry: ShinyUsageRecord;
        /** A visit to a content item of any kind. */
        ContentHitEntry: ContentHitRecord;
        /** Details of a hit, as far as they are known. */
        ContentHitData: ContentHitData;
        /** A time plan by which a content item is run. */
        ContentSchedule: ContentSchedule;
        /** Recurrence rules in the notation of iCalendar (RFC 5545). */
        RRuleSet: RRuleSet;
        /** The latest run of a time plan. */
        ScheduleLastRun: ScheduleLastRun;
        /** A variant of a report with parameters. */
        ScheduleVariant: ScheduleVariant;
        /**
         * Kind of party that is given access.
         * @enum {string}
         */
        PrincipalType: PrincipalType;
        /**
         * What the party may do. `viewer` may open the content, `owner` may also change it. In this list, `owner` means collaborator: it does not make anyone the content's owner.
         * @enum {string}
         */
        PermissionRole: PermissionRole;
        /** Access of one user or group to one content item. */
        Permission: PermissionRecord;
        /** Access to give to one user or group. */
        PermissionInput: PermissionInput;
        /** Settings from the internal endpoint. Only the fields that clients commonly need are described; there are many more. */
        ServerSettings: ServerSettings;
        /** How people sign in, and who may edit which part of a user. */
        AuthenticationSettings: AuthenticationSettings;
        /** The server's license. */
        LicenseSettings: LicenseSettings;
        /**
         * Which rule the server applies to usernames.
         * @enum {string}
         */
        UsernameValidator: UsernameValidator;
        /**
         * An entry of the audit log.
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
        AuditLog: AuditLog;
        /** Cursors of the neighboring pages. */
        AuditPagingCursors: AuditPagingCursors;
        /** How to get other parts of the audit log. */
        AuditPaging: AuditPaging;
        /** A part of the audit log. */
        AuditLogs: AuditLogs;
        /** One page of the entries that match a search. */
        AuditLogSearchResults: AuditLogSearchResults;
        /** An action that the server writes to its audit log. */
        AuditAction: AuditAction;
        /** A user or group that may use an integration. */
        OAuthIntegrationPermission: OAuthIntegrationPermission;
        /** A user or group that is to use an integration. Send one of both. */
        OAuthIntegrationPermissionInput: OAuthIntegrationPermissionInput;
        /** A connection to another service. */
        OAuthIntegration: OAuthIntegration;
        /** An integration to create. */
        OAuthIntegrationInput: OAuthIntegrationInput;
        /** The fields of an integration to change. */
        OAuthIntegrationUpdate: OAuthIntegrationUpdate;
        /** A content item that uses an integration. */
        OAuthAssociation: OAuthAssociation;
        /** All integrations that a content item is to use. */
        OAuthAssociationsInput: OAuthAssociationsInput;
        /** An integration that a content item is to use. */
        OAuthAssociationInput: OAuthAssociationInput;
        /** A setting with a fixed set of values. */
        OAuthTemplateOption: OAuthTemplateOption;
        /** A setting with free text. */
        OAuthTemplateField: OAuthTemplateField;
        /** A kind of service that an integration can connect to. */
        OAuthTemplate: OAuthTemplate;
        /** A token exchange as in RFC 8693. Each value is missing or one of those that the server knows. */
        CredentialExchangeInput: CredentialExchangeInput;
        /** A credential for another service, or for Connect itself. */
        OAuthCredentials: OAuthCredentials;
        /** A user's sign-in to the service behind an integration. */
        OAuthSession: OAuthSession;
        /** A program that has registered to sign users in. */
        OAuthClient: OAuthClient;
        /** One page of clients. */
        OAuthClientsPage: OAuthClientsPage;
        /** A credential that acts without a user. */
        ServiceToken: ServiceToken;
        /** A service token to create. */
        ServiceTokenCreateInput: ServiceTokenCreateInput;
        /** Something that a service token can be allowed to do. */
        ServiceTokenScope: ServiceTokenScope;
        /** All scopes. */
        ServiceTokenScopes: ServiceTokenScopes;
        /** Settings that anyone may see. */
        PublicSettings: PublicSettings;
        /** The Python installations of the server. */
        PythonInfo: PythonInfo;
        /** One installation of Python. */
        PyInstallation: PyInstallation;
        /** The R installations of the server. */
        RInstallations: RInstallations;
        /** One installation of R. */
        RInstallation: RInstallation;
        /** The Quarto installations of the server. */
        QuartoInstallations: QuartoInstallations;
        /** One installation of Quarto. */
        QuartoInstallation: QuartoInstallation;
        /** The TensorFlow installations of the server. */
        TensorFlowInstallations: TensorFlowInstallations;
        /** One installation of TensorFlow. */
        TensorFlowInstallation: TensorFlowInstallation;
        /** The Node.js installations of the server. */
        NodeJsInfo: NodeJsInfo;
        /** One installation of Node.js. */
        NodeJsInstallation: NodeJsInstallation;
        /** The result of a successful bootstrap. */
        BootstrapSuccess: BootstrapSuccess;
        /** Description of a failure. */
        APIError: ApiErrorBody;
    };
    responses: {
        /** The request is invalid: a malformed GUID, a number out of range, an unknown value, a missing field, or something the server's configuration does not allow. */
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
                "application/json": ApiErrorBody;
            };
        };
        /** No credential was sent (code 24), or it is not valid (code 30). */
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
                "application/json": ApiErrorBody;
            };
        };
        /** The server's license does not include this. */
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
                "application/json": ApiErrorBody;
            };
        };
        /** The caller is known, but may not do this. */
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
                "application/json": ApiErrorBody;
            };
        };
        /** There is no such object, or the server does not have this operation. */
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
                "application/json": ApiErrorBody;
            };
        };
        /** The request collides with something that already exists, such as a username, a group name or a membership. */
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
                "application/json": ApiErrorBody;
            };
        };
        /** The server failed. Nothing is known about whether the request took effect. */
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
                "application/json": ApiErrorBody;
            };
        };
    };
    parameters: {
        /** GUID of the user. */
        UserGuid: string;
        /** GUID of the group. */
        GroupGuid: string;
        /** GUID of the group. */
        MembersGroupGuid: string;
        /** GUID of the member. */
        MemberUserGuid: string;
        /** GUID of the content item. */
        ContentGuid: string;
        /** Id of the API key. This is not the key itself. */
        KeyId: string;
        /** Id of the permission. */
        PermissionId: string;
        /** Id of the bundle. */
        BundleId: string;
        /** Key of the job. */
        JobKey: string;
        /** Id of the tag. */
        TagId: string;
        /** Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
        From: string;
        /** Keep events up to and including this time; now by default. */
        To: string;
        /** Results per page. Assumed: 1 to 500, as in other lists. */
        Limit: number;
        /** `paging.cursors.previous` of a response. Returns the page before it. */
        PreviousCursor: string;
        /** `paging.cursors.next` of a response. Returns the page after it. */
        NextCursor: string;
        /** GUID of the integration. */
        IntegrationGuid: string;
        /** Id of the template. */
        TemplateKey: string;
        /** GUID of the session. */
        SessionGuid: string;
        /** Id that the client received when it registered. */
        ClientId: string;
        /** GUID of the service token. */
        ServiceTokenGuid: string;
        /** Page to return, counted from 1. Zero and negative numbers are an error. */
        PageNumber: number;
        /** Results per page, 1 to 500. Anything else is an error. */
        PageSize: number;
        /** Whether to sort upwards. `false` reverses the order. */
        AscOrder: boolean;
        /** Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
        RemotePrefix: string;
        /** Highest number of results, 1 to 500. Anything else is an error. */
        RemoteLimit: number;
        /**
         * Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
         *     `schedule` need a newer server (2026).
         */
        ContentIncludes: ContentInclude[];
    };
    requestBodies: never;
    headers: {
        /** Identifies this request in the server log. Newer servers only. */
        CorrelationId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCurrentUser: {
        summary: "Get the current user";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The calling user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserRecord;
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
        summary: "List or search users";
        parameters: {
            query?: {
                /**
                 * Start of a username, first name or last name, in upper or lower case. It matches at the beginning only:
                 *     `ann` does not find `joann`. Also matches a user's complete directory name or provider id.
                 */
                prefix?: string;
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
                /** Field to sort by; it takes precedence over similarity in a prefix search. Newer servers only (2026). */
                sort?: UserSort;
                /** Keep users with any of these roles. Join the values with `|`; repeating the parameter means AND and finds nobody. */
                user_role?: UserRole[];
                /** Keep users with any of these statuses. Join the values with `|`; repeating the parameter means AND and finds nobody. */
                account_status?: AccountStatus[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserPage;
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
        summary: "Create a user from a directory ticket";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserCreatePullInput;
            };
        };
        responses: {
            /** The new user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserRecord;
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
        summary: "Create a user from the given details";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserCreatePushInput;
            };
        };
        responses: {
            /** The new user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserRecord;
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
        summary: "Search the directory for people";
        parameters: {
            query?: {
                /** Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
                prefix?: components["parameters"]["RemotePrefix"];
                /** Highest number of results, 1 to 500. Anything else is an error. */
                limit?: components["parameters"]["RemoteLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** People whose details begin with the prefix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RemoteSearchResults;
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
        summary: "Get a user";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserRecord;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateUser: {
        summary: "Change a user's details";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserUpdateInput;
            };
        };
        responses: {
            /** The editable fields after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": EditableUserRecord;
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
        summary: "Lock or unlock a user";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LockUserInput;
            };
        };
        responses: {
            /** The user now has the requested state. The body is empty. */
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
        summary: "List your API keys";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The API keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ApiKeyRecord[];
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
        summary: "Create an API key for yourself";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": APIKeyCreateInput;
            };
        };
        responses: {
            /** The new API key with its complete secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ApiKeyRecord;
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
        summary: "Get one of your API keys";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The API key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ApiKeyRecord;
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
        summary: "Delete one of your API keys";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the user. */
                guid: components["parameters"]["UserGuid"];
                /** Id of the API key. This is not the key itself. */
                id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The API key is deleted. */
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
        summary: "List or search groups";
        parameters: {
            query?: {
                /** Start of a group name, in upper or lower case. */
                prefix?: string;
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    createRemoteGroup: {
        summary: "Create a group from a directory ticket";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GroupCreateRemoteInput;
            };
        };
        responses: {
            /** The new group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRecord;
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
        summary: "Create a group";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GroupCreateInput;
            };
        };
        responses: {
            /** The new group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRecord;
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
        summary: "Search the directory for groups";
        parameters: {
            query?: {
                /** Start of the name to look for. Without it, every name matches. Older servers may refuse a search without it. */
                prefix?: components["parameters"]["RemotePrefix"];
                /** Highest number of results, 1 to 500. Anything else is an error. */
                limit?: components["parameters"]["RemoteLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Directory groups whose name begins with the prefix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRemoteSearch;
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
        summary: "Get a group";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRecord;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    updateGroup: {
        summary: "Change a group with POST";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GroupUpdateInput;
            };
        };
        responses: {
            /** The group after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRecord;
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
        summary: "Delete a group";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The group is deleted. */
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
        summary: "Change a group with PATCH";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GroupPatchInput;
            };
        };
        responses: {
            /** The group after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupRecord;
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
        summary: "List the members of a group";
        parameters: {
            query?: {
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Members per page. Assumed: the upper limit is the same as for other lists. */
                page_size?: number;
                /** Field to sort by. Newer servers only (2026). */
                sort?: GroupMemberSort;
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path: {
                /** GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupMembers;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    addGroupMember: {
        summary: "Add a user to a group";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GroupMemberAddInput;
            };
        };
        responses: {
            /** The user is now a member. The body is empty. */
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
        summary: "Remove a user from a group";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                group_guid: components["parameters"]["MembersGroupGuid"];
                /** GUID of the member. */
                user_guid: components["parameters"]["MemberUserGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The user is no longer a member. */
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
        summary: "List the content of a group";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the group. */
                guid: components["parameters"]["GroupGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The content items and the permission of the group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": GroupOwnershipContent[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getContents: {
        summary: "List content";
        parameters: {
            query?: {
                /** Keep items with exactly this name. Names are unique per owner, so several items can match. */
                name?: string;
                /** Keep items owned by this user. */
                owner_guid?: string;
                /**
                 * Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
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
            /** The content items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentRecord[];
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
        summary: "Create a content item";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateContentInput;
            };
        };
        responses: {
            /** The new content item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentRecord;
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
        summary: "Get a content item";
        parameters: {
            query?: {
                /**
                 * Extra details to add, separated by commas. An unknown value returns 400 with code 161. `bookmarked` and
                 *     `schedule` need a newer server (2026).
                 */
                include?: components["parameters"]["ContentIncludes"];
            };
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The content item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentRecord;
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
        summary: "Delete a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The content item is deleted. */
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
        summary: "Change a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UpdateContentInput;
            };
        };
        responses: {
            /** The content item after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentRecord;
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
        summary: "List who has access to a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The permissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PermissionRecord[];
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
        summary: "Give a user or group access";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": PermissionInput;
            };
        };
        responses: {
            /** The permission, created or changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PermissionRecord;
                };
            };
            /** The new permission, as newer servers report it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PermissionRecord;
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
        summary: "Get one permission";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The permission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PermissionRecord;
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
        summary: "Change one permission";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": PermissionInput;
            };
        };
        responses: {
            /** The permission after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PermissionRecord;
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
        summary: "Take access away";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the permission. */
                id: components["parameters"]["PermissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The permission is removed. */
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
        summary: "List the bundles of a content item";
        parameters: {
            query?: {
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * Whether to list the oldest first. Assumed: `false` by default. The official document says that the newest come
                 *     first, and also that the default is `true`.
                 */
                asc_order?: boolean;
            };
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of bundles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BundleRecord[];
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
        summary: "Upload a bundle";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
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
            /** The new bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BundleRecord;
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
        summary: "Get a bundle";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BundleRecord;
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
        summary: "Delete a bundle";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The bundle is deleted. */
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
        summary: "Download the archive of a bundle";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the bundle. */
                id: components["parameters"]["BundleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The archive. */
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
        summary: "Deploy a bundle";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ContentDeploymentInput;
            };
        };
        responses: {
            /** The task that deploys the bundle. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentDeploymentTask;
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
        summary: "Get the state of a task";
        parameters: {
            query?: {
                /** Number of lines of output to skip. */
                first?: number;
                /** Seconds to wait for the task to finish before responding. */
                wait?: number;
            };
            header?: never;
            path: {
                /** Id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TaskRecord;
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
        summary: "List tags";
        parameters: {
            query?: {
                /** Keep tags with exactly this name. */
                name?: string;
                /** Keep the tags directly below this one. */
                parent_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TagRecord[];
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
        summary: "Create a tag";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": TagCreateInput;
            };
        };
        responses: {
            /** The new tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TagRecord;
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
        summary: "Get a tag";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TagRecord;
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
        summary: "Delete a tag";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tag is deleted. */
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
        summary: "Rename or move a tag";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": TagInput;
            };
        };
        responses: {
            /** The tag after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TagRecord;
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
        summary: "List the content with a tag";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The content items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentRecord[];
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
        summary: "List the tags of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TagRecord[];
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
        summary: "Add a tag to a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ContentTagInput;
            };
        };
        responses: {
            /** The item has the tag. The body is empty. */
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
        summary: "Remove a tag from a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Id of the tag. */
                id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The item does not have the tag. The body is empty. */
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
    getVanity: {
        summary: "Get the vanity URL of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The vanity URL. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Vanity;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    setVanity: {
        summary: "Set the vanity URL of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": VanityInput;
            };
        };
        responses: {
            /** The vanity URL. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Vanity;
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
    deleteVanity: {
        summary: "Delete the vanity URL of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The item has no vanity URL. */
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
    listVanities: {
        summary: "List all vanity URLs";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The vanity URLs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Vanity[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getJobs: {
        summary: "List the jobs of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Job[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getJob: {
        summary: "Get a job";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Job;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    killJob: {
        summary: "End a job";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": KillJobOrder;
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
    jobLogs: {
        summary: "Get the log of a job";
        parameters: {
            query?: {
                /** Number of lines to return; 0, the default, for all. Assumed: the last ones. */
                maxLogLines?: number;
            };
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": JobLog;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    jobError: {
        summary: "Get the error of a job";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
                /** Key of the job. */
                key: components["parameters"]["JobKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The error. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": JobError;
                };
            };
            /** The server has found no error. */
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
    getContentVisits: {
        summary: "List visits to content";
        parameters: {
            query?: {
                /** Keep events of this content item. */
                content_guid?: string;
                /** Leaves out events that were recorded in an older way than this. */
                min_data_version?: number;
                /** Keep visits with this user agent. Assumed: it has to be the same. */
                user_agent?: string;
                /** Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
                /** Results per page. Assumed: 1 to 500, as in other lists. */
                limit?: components["parameters"]["Limit"];
                /** `paging.cursors.previous` of a response. Returns the page before it. */
                previous?: components["parameters"]["PreviousCursor"];
                /** `paging.cursors.next` of a response. Returns the page after it. */
                next?: components["parameters"]["NextCursor"];
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of visits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentVisitLogs;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getShinyAppUsage: {
        summary: "List sessions of Shiny applications";
        parameters: {
            query?: {
                /** Keep events of this content item. */
                content_guid?: string;
                /** Leaves out events that were recorded in an older way than this. */
                min_data_version?: number;
                /** Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
                /** Results per page. Assumed: 1 to 500, as in other lists. */
                limit?: components["parameters"]["Limit"];
                /** `paging.cursors.previous` of a response. Returns the page before it. */
                previous?: components["parameters"]["PreviousCursor"];
                /** `paging.cursors.next` of a response. Returns the page after it. */
                next?: components["parameters"]["NextCursor"];
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ShinyAppUsageLogs;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getContentHits: {
        summary: "List hits of all content";
        parameters: {
            query?: {
                /** Keep events of this content item. */
                content_guid?: string;
                /** Keep events from this time on. Anything but a timestamp returns 400 with code 136. */
                from?: components["parameters"]["From"];
                /** Keep events up to and including this time; now by default. */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The hits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ContentHitRecord[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getServerSettings: {
        summary: "Get version and settings (internal)";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The settings that this server shows to the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ServerSettings;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    getPublicSettings: {
        summary: "Get the public settings";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The public settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PublicSettings;
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getPythonInformation: {
        summary: "List the Python installations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The Python installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PythonInfo;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getRInformation: {
        summary: "List the R installations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The R installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RInstallations;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getQuartoInformation: {
        summary: "List the Quarto installations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The Quarto installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": QuartoInstallations;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getTensorFlowInformation: {
        summary: "List the TensorFlow installations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The TensorFlow installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TensorFlowInstallations;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getNodeJsInformation: {
        summary: "List the Node.js installations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The Node.js installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NodeJsInfo;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getAuditLogs: {
        summary: "List the audit log";
        parameters: {
            query?: {
                /** Highest number of entries, 1 to 500. Anything else is an error. */
                limit?: number;
                /** Return the page before this cursor, `paging.cursors.previous` of an earlier response. Assumed: it cannot be combined with `next`. */
                previous?: string;
                /** Return the page after this cursor, `paging.cursors.next` of an earlier response. */
                next?: string;
                /** Whether the oldest entries come first. `false` reverses the order. */
                ascOrder?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A part of the audit log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AuditLogs;
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
        summary: "Search the audit log";
        parameters: {
            query?: {
                /** Words and filters; without it all entries match. */
                q?: string;
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Entries per page. Assumed: the upper limit is the same as for other lists. */
                page_size?: number;
                /** Order by time. Assumed: the newest entries come first by default. */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AuditLogSearchResults;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getAuditActions: {
        summary: "List the actions of the audit log";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The actions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AuditAction[];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    listOAuthIntegrations: {
        summary: "List OAuth integrations";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The integrations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthIntegration[];
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
        summary: "Create an OAuth integration";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": OAuthIntegrationInput;
            };
        };
        responses: {
            /** The new integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthIntegration;
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
        summary: "Exchange a session token for a credential";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": CredentialExchangeInput;
            };
        };
        responses: {
            /** The credential. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthCredentials;
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
        summary: "Get an OAuth integration";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthIntegration;
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
        summary: "Delete an OAuth integration";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The integration is deleted. */
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
        summary: "Change an OAuth integration";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": OAuthIntegrationUpdate;
            };
        };
        responses: {
            /** The integration after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthIntegration;
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
        summary: "List the content that uses an integration";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The associations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthAssociation[];
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
        summary: "Check the settings of a service account";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the integration. */
                guid: components["parameters"]["IntegrationGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The service returned a token. */
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
        summary: "List the integrations of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The associations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthAssociation[];
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
        summary: "Set the integrations of a content item";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the content item. */
                guid: components["parameters"]["ContentGuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": OAuthAssociationsInput;
            };
        };
        responses: {
            /** The associations after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthAssociation[];
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
        summary: "List integration templates";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthTemplate[];
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
        summary: "Get an integration template";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the template. */
                key: components["parameters"]["TemplateKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthTemplate;
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
        summary: "List OAuth sessions";
        parameters: {
            query?: {
                /** Whether to list the sessions of all users. Assumed: 403 for other callers than administrators. */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthSession[];
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
        summary: "Get an OAuth session";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthSession;
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
        summary: "Delete an OAuth session";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the session. */
                guid: components["parameters"]["SessionGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The session is deleted. */
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
        summary: "List OAuth clients";
        parameters: {
            query?: {
                /** Page to return, counted from 1. Zero and negative numbers are an error. */
                page_number?: components["parameters"]["PageNumber"];
                /** Results per page, 1 to 500. Anything else is an error. */
                page_size?: components["parameters"]["PageSize"];
                /** Whether to sort upwards. `false` reverses the order. */
                asc_order?: components["parameters"]["AscOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of clients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthClientsPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getOAuthClient: {
        summary: "Get an OAuth client";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthClient;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOAuthClient: {
        summary: "Delete an OAuth client";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id that the client received when it registered. */
                client_id: components["parameters"]["ClientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The client is deleted. */
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
        summary: "List service tokens";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The service tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ServiceToken[];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    createServiceToken: {
        summary: "Create a service token";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ServiceTokenCreateInput;
            };
        };
        responses: {
            /** The new service token with its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ServiceToken;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    listServiceTokenScopes: {
        summary: "List the scopes of service tokens";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The scopes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ServiceTokenScopes;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteServiceToken: {
        summary: "Delete a service token";
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** GUID of the service token. */
                guid: components["parameters"]["ServiceTokenGuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The service token is deleted. */
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
        summary: "Create the first administrator and an API key";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The API key of the new administrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BootstrapSuccess;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    bootstrapExperimental: {
        summary: "Create the first administrator (old path)";
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The API key of the new administrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BootstrapSuccess;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
}
/**
 * Role of a user, from most to least powerful.
 * @enum {string}
 */
export type UserRole = "administrator" | "publisher" | "viewer";
/**
 * State of an account; every user has exactly one. `licensed`: not locked, and active within the period that the
 *     license counts, 365 days by default. `inactive`: not locked, and not active within that period or never at all.
 * @enum {string}
 */
export type AccountStatus = "locked" | "licensed" | "inactive";
/**
 * Field that a list of users can be sorted by.
 * @enum {string}
 */
export type UserSort = "first_name" | "last_name" | "username" | "active_time" | "created_time" | "user_role";
/**
 * Field that a list of group members can be sorted by.
 * @enum {string}
 */
export type GroupMemberSort = "first_name" | "user_role" | "active_time";
/**
 * A user of the server.
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
export type UserRecord = {
    /** E-mail address. An empty string if there is none, or if the server hides it from the caller. */
    email: string;
    /** Name to sign in with. Case-sensitive. */
    username: string;
    /** First name; may be an empty string. */
    first_name: string;
    /** Last name; may be an empty string. */
    last_name: string;
    user_role: UserRole;
    /**
     * Format: date-time
     *
     * When the user was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When the user's details were last changed. Locking and unlocking do not change it.
     */
    updated_time: string;
    /**
     * Format: date-time
     *
     * Roughly when the user was last active, as it is only updated now and then; null if never.
     */
    active_time: string | null;
    /** Whether the e-mail address has been confirmed. Only password authentication asks for that. */
    confirmed: boolean;
    /** Whether the user is locked and cannot sign in. */
    locked: boolean;
    /**
     * Format: uuid
     *
     * Identifies the user for good.
     */
    guid: string;
    /**
     * Id of the user at the authentication provider. Newer servers only, and only shown to administrators and to the
     *     user. Absent where there is none.
     */
    external_id?: string;
};
/** One page of users. */
export type UserPage = {
    /** The entries of this page; empty after the last page. */
    results: UserRecord[];
    /**
     * Format: int32
     *
     * The requested page, even if it is empty.
     */
    current_page: number;
    /**
     * Format: int32
     *
     * Number of matches on all pages together.
     */
    total: number;
};
/** A person found in the directory, who may or may not be a user of the server yet. */
export type RemoteUserRecord = {
    /** E-mail address. An empty string if there is none, or if the server hides it from the caller. */
    email: string;
    /** Name to sign in with. Case-sensitive. */
    username: string;
    /** First name; may be an empty string. */
    first_name: string;
    /** Last name; may be an empty string. */
    last_name: string;
    user_role: UserRole;
    /**
     * Format: date-time
     *
     * When the user was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When the user's details were last changed. Locking and unlocking do not change it.
     */
    updated_time: string;
    /**
     * Format: date-time
     *
     * Roughly when the user was last active, as it is only updated now and then; null if never.
     */
    active_time: string | null;
    /** Whether the e-mail address has been confirmed. Only password authentication asks for that. */
    confirmed: boolean;
    /** Whether the user is locked and cannot sign in. */
    locked: boolean;
    /**
     * Format: uuid
     *
     * GUID of the user; null for a person without a user account.
     */
    guid: string | null;
    /** Ticket that creates this user with `PUT /v1/users`. */
    temp_ticket: string;
    /** Id of the person at the authentication provider. Newer servers only. */
    external_id?: string;
};
/** People found in the directory. */
export type RemoteSearchResults = {
    /** The entries of this page; empty after the last page. */
    results: RemoteUserRecord[];
    /**
     * Format: int32
     *
     * The requested page, even if it is empty.
     */
    current_page: number;
    /**
     * Format: int32
     *
     * Number of matches on all pages together.
     */
    total: number;
};
/** The part of a user that can be changed, and when it was changed. This is all that an update returns. */
export type EditableUserRecord = {
    /** E-mail address; may be an empty string. */
    email: string;
    /** Name to sign in with. */
    username: string;
    /** First name; may be an empty string. */
    first_name: string;
    /** Last name; may be an empty string. */
    last_name: string;
    user_role: UserRole;
    /**
     * Format: date-time
     *
     * When the user was last changed.
     */
    updated_time: string;
};
/** A user to create. What is needed besides the username depends on the authentication provider. */
export type UserCreatePushInput = {
    /** Name to sign in with. Case-sensitive and unique. The server prohibits some names, such as `users` and `login`. */
    username: string;
    /** E-mail address. It need not be unique. */
    email?: string;
    /**
     * First name.
     * @default
     */
    first_name?: string;
    /**
     * Last name.
     * @default
     */
    last_name?: string;
    /** Role of the user. Leave it out or send null for the server's default role, which is `viewer` unless configured otherwise. */
    user_role?: UserRole | null;
    /**
     * Password authentication only. `true` lets the new user choose a password by e-mail; do not send `password` then.
     * @default false
     */
    user_must_set_password?: boolean;
    /**
     * Password authentication only. At least 6 characters, and strong enough for the server's own rules (otherwise
     *     400, code 6). Needed unless `user_must_set_password` is `true`.
     * @default
     */
    password?: string;
    /**
     * Id of the user at the authentication provider. Required for SAML and for OAuth2 other than Google, and for
     *     proxied authentication if that is configured to use one. Newer servers only; older ones call it `unique_id`.
     */
    external_id?: string;
    /**
     * @deprecated
     *
     * Former name of `external_id`, and the only one older servers know.
     */
    unique_id?: string;
};
/** Names the directory entry to create a user from. */
export type UserCreatePullInput = {
    /** Ticket from `GET /v1/users/remote`. */
    temp_ticket: string;
};
/** The fields to change. Which of them can be changed depends on the authentication provider. */
export type UserUpdateInput = {
    /** New e-mail address. */
    email?: string;
    /** New name to sign in with. */
    username?: string;
    /** New first name. */
    first_name?: string;
    /** New last name. */
    last_name?: string;
    user_role?: UserRole;
};
/** The state to set. */
export type LockUserInput = {
    /**
     * `true` locks, `false` unlocks. The official description also permits null without saying what it means; here a
     *     boolean is required.
     */
    locked: boolean;
};
/**
 * An API key of a user.
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
export type ApiKeyRecord = {
    /** Id of the key, used to fetch or delete it. */
    id: string;
    /** Name chosen by the user. */
    name: string;
    /** The complete key right after creation; afterwards only its last few characters. */
    key: string;
    /** Highest role the key acts with. It cannot be changed. If the user is demoted, the key is limited to the user's new role. */
    user_role: UserRole;
    /**
     * Format: date-time
     *
     * When the key was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When the key was last used. What a server sends for a key that was never used is not known.
     */
    active_time?: string;
    /**
     * Format: date-time
     *
     * When the key expires; null if never. Newer servers only (2026.06).
     */
    expires_at?: string | null;
};
/** An API key to create. */
export type APIKeyCreateInput = {
    /** Name that helps to recognise the key. Must not be blank. */
    name: string;
    /**
     * Highest role the key may act with, at most your own. Leave it out or send null for your own role. Assumed: a
     *     higher role is refused with code 234.
     */
    user_role?: UserRole | null;
    /**
     * Format: date-time
     *
     * When the key stops working; leave it out or send null for never. Newer servers only (2026.06).
     */
    expires_at?: string | null;
};
/**
 * A group of users.
 * @example {
 *       "guid": "b0f1c2d3-7a64-4e0b-8c55-1f2e3d4c5b6a",
 *       "name": "data-science",
 *       "owner_guid": "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f",
 *       "gid": null
 *     }
 */
export type GroupRecord = {
    /**
     * Format: uuid
     *
     * Identifies the group for good.
     */
    guid: string;
    /** Name of the group. */
    name: string;
    /**
     * Format: uuid
     *
     * GUID of the owning user; null for a group that comes from a directory.
     */
    owner_guid: string | null;
    /**
     * Format: int64
     *
     * Numeric id for the operating system; null if there is none. Servers since 2025.
     */
    gid?: number | null;
    /**
     * Format: int64
     *
     * Number of members. Newer servers only (2026).
     */
    member_count?: number;
};
/** One page of groups. */
export type GroupPage = {
    /** The entries of this page; empty after the last page. */
    results: GroupRecord[];
    /**
     * Format: int32
     *
     * The requested page, even if it is empty.
     */
    current_page: number;
    /**
     * Format: int32
     *
     * Number of matches on all pages together.
     */
    total: number;
};
/** One page of the members of a group. A member looks like any other user. */
export type GroupMembers = {
    /** The entries of this page; empty after the last page. */
    results: UserRecord[];
    /**
     * Format: int32
     *
     * The requested page, even if it is empty.
     */
    current_page: number;
    /**
     * Format: int32
     *
     * Number of matches on all pages together.
     */
    total: number;
};
/** A group found in the directory, which may or may not exist on the server yet. */
export type GroupWithTicket = {
    /** Name of the group. */
    name: string;
    /**
     * Format: uuid
     *
     * GUID of the group; null if it does not exist on the server yet.
     */
    guid: string | null;
    /** Ticket that creates this group with `PUT /v1/groups`. */
    temp_ticket: string;
};
/** Groups found in the directory. */
export type GroupRemoteSearch = {
    /** The entries of this page; empty after the last page. */
    results: GroupWithTicket[];
    /**
     * Format: int32
     *
     * The requested page, even if it is empty.
     */
    current_page: number;
    /**
     * Format: int32
     *
     * Number of matches on all pages together.
     */
    total: number;
};
/** A group to create. */
export type GroupCreateInput = {
    /** Name of the group. Must be unique. */
    name: string;
    /** Id of the group at the authentication provider. Needed only where groups come from a provider. */
    unique_id?: string;
    /**
     * Format: int64
     *
     * Numeric id for the operating system. Newer servers only.
     */
    gid?: number | null;
};
/** Names the directory entry to create a group from. */
export type GroupCreateRemoteInput = {
    /** Ticket from `GET /v1/groups/remote`. */
    temp_ticket: string;
};
/** The fields to change with POST. Leave out what is to stay. */
export type GroupUpdateInput = {
    /** New name of the group. */
    name?: string;
    /** GUID of the new owner. */
    owner_guid?: string;
};
/** The fields to change with PATCH. Leave out what is to stay. */
export type GroupPatchInput = {
    /** New name of the group. Must not be null or empty. */
    name?: string;
    /**
     * Format: uuid
     *
     * GUID of the new owner.
     */
    owner_guid?: string | null;
    /**
     * Format: int32
     *
     * New numeric id for the operating system.
     */
    gid?: number | null;
};
/** The user to add to a group. */
export type GroupMemberAddInput = {
    /**
     * Format: uuid
     *
     * GUID of the user.
     */
    user_guid: string;
};
/**
 * Who may open a content item. `all`: everyone, without signing in. `logged_in`: every signed-in user. `acl`: only
 *     the owner and those with a permission.
 * @enum {string}
 */
export type AccessType = "all" | "logged_in" | "acl";
/**
 * What kind of content was deployed; `unknown` before the first deployment.
 * @enum {string}
 */
export type AppMode = "api" | "jupyter-static" | "jupyter-voila" | "python-api" | "python-bokeh" | "python-panel" | "python-dash" | "python-fastapi" | "python-gradio" | "python-shiny" | "python-streamlit" | "quarto-shiny" | "quarto-static" | "rmd-shiny" | "rmd-static" | "shiny" | "static" | "tensorflow-saved-model" | "unknown";
/**
 * What the caller is to a content item. `editor` is a collaborator.
 * @enum {string}
 */
export type AppRole = "owner" | "editor" | "viewer" | "none";
/**
 * Extra detail of a content item that is only sent on request. The field for `schedule` is called `schedules`.
 * @enum {string}
 */
export type ContentInclude = "tags" | "owner" | "vanity_url" | "bookmarked" | "schedule";
/**
 * How the license treats a content item that is open to everyone.
 * @enum {string}
 */
export type PublicContentStatus = "ok" | "warning" | "restricted" | "unrestricted" | "unlicensed" | "none";
/**
 * A content item. Null in a process, memory, CPU or timeout setting means that the server's default applies.
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
export type ContentRecord = {
    /**
     * Format: uuid
     *
     * Identifies the item for good.
     */
    guid: string;
    /** Short name, unique among the owner's items. Letters, digits, `.`, `_` and `-`. */
    name: string;
    /** Title shown to people. */
    title: string | null;
    /** Longer text about the item; may be an empty string. */
    description: string;
    access_type: AccessType;
    /** Whether the item is locked, so that viewers cannot open it. Servers since 2024.08. */
    locked?: boolean;
    /** Text shown while the item is locked. Servers since 2024.08. */
    locked_message?: string;
    /**
     * Format: int32
     *
     * Seconds a connection may stay idle.
     */
    connection_timeout: number | null;
    /**
     * Format: int32
     *
     * Seconds to wait for data from the client.
     */
    read_timeout: number | null;
    /**
     * Format: int32
     *
     * Seconds a process may take to start.
     */
    init_timeout: number | null;
    /**
     * Format: int32
     *
     * Seconds after which an idle process is stopped.
     */
    idle_timeout: number | null;
    /**
     * Format: int32
     *
     * Highest number of processes.
     */
    max_processes: number | null;
    /**
     * Format: int32
     *
     * Number of processes that are kept running.
     */
    min_processes: number | null;
    /**
     * Format: int32
     *
     * Highest number of connections to one process.
     */
    max_conns_per_process: number | null;
    /**
     * Format: double
     *
     * How readily further processes are started.
     */
    load_factor: number | null;
    /**
     * Format: int64
     *
     * Memory to reserve, in bytes.
     */
    memory_request: number | null;
    /**
     * Format: int64
     *
     * Highest amount of memory, in bytes.
     */
    memory_limit: number | null;
    /**
     * Format: double
     *
     * CPU cores to reserve.
     */
    cpu_request: number | null;
    /**
     * Format: double
     *
     * Highest number of CPU cores.
     */
    cpu_limit: number | null;
    /**
     * Format: int64
     *
     * Highest number of AMD GPUs.
     */
    amd_gpu_limit: number | null;
    /**
     * Format: int64
     *
     * Highest number of NVIDIA GPUs.
     */
    nvidia_gpu_limit: number | null;
    /** Kubernetes service account to run under. */
    service_account_name: string | null;
    /** Container image to use if the bundle does not name one. */
    default_image_name: string | null;
    /**
     * Format: uuid
     *
     * GUID of the execution environment to use if the bundle does not name one. Newer servers only.
     */
    default_environment_guid?: string | null;
    /**
     * Format: date-time
     *
     * When the item was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When code was last deployed. Set even before the first deployment.
     */
    last_deployed_time: string;
    /** Id of the active bundle; null before the first deployment. */
    bundle_id: string | null;
    app_mode: AppMode;
    /** Finer kind of content. Known values are an empty string, `plot`, `pin`, `site` and `mcp`. */
    content_category: string;
    /** Whether it is a report with parameters. */
    parameterized: boolean;
    /**
     * Format: uuid
     *
     * GUID of the execution environment in use. Newer servers only.
     */
    environment_guid?: string | null;
    /** Name of the cluster that runs the item. */
    cluster_name: string | null;
    /** Name of the container image in use. */
    image_name: string | null;
    /** Version of R in use. */
    r_version: string | null;
    /** Version of Python in use. */
    py_version: string | null;
    /** Version of Quarto in use. */
    quarto_version: string | null;
    /** Version of Node.js in use. Newer servers only. */
    node_version?: string | null;
    /** Whether the server installs the R packages of the active bundle. */
    r_environment_management: boolean | null;
    /** Whether the server installs R packages for bundles that do not say; null for the server's default. */
    default_r_environment_management: boolean | null;
    /** Whether the server installs the Python packages of the active bundle. */
    py_environment_management: boolean | null;
    /** Whether the server installs Python packages for bundles that do not say; null for the server's default. */
    default_py_environment_management: boolean | null;
    /** Operating system account that runs the item; null for the server's default. */
    run_as: string | null;
    /** Whether the item runs under the account of the person who opens it. */
    run_as_current_user: boolean;
    /**
     * Format: uuid
     *
     * GUID of the owning user.
     */
    owner_guid: string;
    /** Address of the item itself. */
    content_url: string;
    /** Address of the item in the server's dashboard. */
    dashboard_url: string;
    app_role: AppRole;
    /** Internal number of the item, as a string. */
    id: string;
    /** Whether usage metrics are collected. Newer servers only. */
    metrics_collection_enabled?: boolean | null;
    /** Whether people get a message when the item is shared with them. Newer servers only. */
    notify_on_share?: boolean | null;
    /** Whether the item sends OpenTelemetry data. Newer servers only. */
    otel_enabled?: boolean;
    /** Recorded from servers of 2026, and not documented. Assumed: whether drafts are marked as such. */
    draft_marker_enabled?: boolean;
    /** How the license treats public access to the item. Newer servers only. */
    public_content_status?: PublicContentStatus | null;
    /** Tags of the item. Only with `include=tags`; absent if there are none. */
    tags?: TagRecord[] | null;
    /** The owning user. Only with `include=owner`. */
    owner?: ContentOwner | null;
    /** Custom address. Only with `include=vanity_url`, and absent if there is none. */
    vanity_url?: string;
    /** Whether the caller has bookmarked the item. Only with `include=bookmarked`. */
    bookmarked?: boolean | null;
    /** When the item is run. Only with `include=schedule`. */
    schedules?: ContentSchedule[] | null;
};
/** A content item to create. Every field may be left out. */
export type CreateContentInput = {
    /**
     * Short name, unique among your items. Letters, digits, `.`, `_` and `-`. Left out or empty, the server makes one up.
     * @default
     */
    name?: string;
    /** Title shown to people. */
    title?: string | null;
    /**
     * Longer text about the item.
     * @default
     */
    description?: string;
    /** @default acl */
    access_type?: AccessType;
    /**
     * Format: int32
     *
     * Seconds a connection may stay idle.
     */
    connection_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds to wait for data from the client.
     */
    read_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds a process may take to start.
     */
    init_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds after which an idle process is stopped.
     */
    idle_timeout?: number | null;
    /**
     * Format: int32
     *
     * Highest number of processes.
     */
    max_processes?: number | null;
    /**
     * Format: int32
     *
     * Number of processes that are kept running.
     */
    min_processes?: number | null;
    /**
     * Format: int32
     *
     * Highest number of connections to one process.
     */
    max_conns_per_process?: number | null;
    /**
     * Format: double
     *
     * How readily further processes are started.
     */
    load_factor?: number | null;
    /** Whether the server installs R packages for bundles that do not say. */
    default_r_environment_management?: boolean | null;
    /** Whether the server installs Python packages for bundles that do not say. */
    default_py_environment_management?: boolean | null;
    /** Operating system account to run under. For administrators only. */
    run_as?: string | null;
    /** Whether to run under the account of the person who opens the item. For administrators only. */
    run_as_current_user?: boolean | null;
    /**
     * Format: int64
     *
     * Memory to reserve, in bytes.
     */
    memory_request?: number | null;
    /**
     * Format: int64
     *
     * Highest amount of memory, in bytes.
     */
    memory_limit?: number | null;
    /**
     * Format: double
     *
     * CPU cores to reserve.
     */
    cpu_request?: number | null;
    /**
     * Format: double
     *
     * Highest number of CPU cores.
     */
    cpu_limit?: number | null;
    /**
     * Format: int64
     *
     * Highest number of AMD GPUs.
     */
    amd_gpu_limit?: number | null;
    /**
     * Format: int64
     *
     * Highest number of NVIDIA GPUs.
     */
    nvidia_gpu_limit?: number | null;
    /** Kubernetes service account to run under. */
    service_account_name?: string | null;
    /** Container image to use if the bundle does not name one. */
    default_image_name?: string | null;
    /**
     * Format: uuid
     *
     * GUID of the execution environment to use if the bundle does not name one. Newer servers only.
     */
    default_environment_guid?: string | null;
    /** Whether to collect usage metrics. Newer servers only. */
    metrics_collection_enabled?: boolean | null;
    /** Whether people get a message when the item is shared with them. Newer servers only. */
    notify_on_share?: boolean | null;
    /** Whether the item sends OpenTelemetry data. Newer servers only. */
    otel_enabled?: boolean | null;
};
/** The settings to change. Leave out what is to stay. */
export type UpdateContentInput = {
    /** New short name, unique among the owner's items. Letters, digits, `.`, `_` and `-`. */
    name?: string;
    /** New title. */
    title?: string | null;
    /** New text about the item. */
    description?: string;
    /**
     * Format: uuid
     *
     * GUID of the new owner. For administrators only; the new owner must be allowed to publish.
     */
    owner_guid?: string | null;
    access_type?: AccessType;
    /** Whether to lock the item. Servers since 2024.08. */
    locked?: boolean | null;
    /** Text to show while the item is locked. Servers since 2024.08. */
    locked_message?: string | null;
    /**
     * Format: int32
     *
     * Seconds a connection may stay idle.
     */
    connection_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds to wait for data from the client.
     */
    read_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds a process may take to start.
     */
    init_timeout?: number | null;
    /**
     * Format: int32
     *
     * Seconds after which an idle process is stopped.
     */
    idle_timeout?: number | null;
    /**
     * Format: int32
     *
     * Highest number of processes.
     */
    max_processes?: number | null;
    /**
     * Format: int32
     *
     * Number of processes that are kept running.
     */
    min_processes?: number | null;
    /**
     * Format: int32
     *
     * Highest number of connections to one process.
     */
    max_conns_per_process?: number | null;
    /**
     * Format: double
     *
     * How readily further processes are started.
     */
    load_factor?: number | null;
    /** Whether the server installs R packages for bundles that do not say. */
    default_r_environment_management?: boolean | null;
    /** Whether the server installs Python packages for bundles that do not say. */
    default_py_environment_management?: boolean | null;
    /** Operating system account to run under. For administrators only. */
    run_as?: string | null;
    /** Whether to run under the account of the person who opens the item. For administrators only. */
    run_as_current_user?: boolean | null;
    /**
     * Format: int64
     *
     * Memory to reserve, in bytes.
     */
    memory_request?: number | null;
    /**
     * Format: int64
     *
     * Highest amount of memory, in bytes.
     */
    memory_limit?: number | null;
    /**
     * Format: double
     *
     * CPU cores to reserve.
     */
    cpu_request?: number | null;
    /**
     * Format: double
     *
     * Highest number of CPU cores.
     */
    cpu_limit?: number | null;
    /**
     * Format: int64
     *
     * Highest number of AMD GPUs.
     */
    amd_gpu_limit?: number | null;
    /**
     * Format: int64
     *
     * Highest number of NVIDIA GPUs.
     */
    nvidia_gpu_limit?: number | null;
    /** Kubernetes service account to run under. */
    service_account_name?: string | null;
    /** Container image to use if the bundle does not name one. */
    default_image_name?: string | null;
    /**
     * Format: uuid
     *
     * GUID of the execution environment to use if the bundle does not name one. Newer servers only.
     */
    default_environment_guid?: string | null;
    /** Whether to collect usage metrics. Newer servers only. */
    metrics_collection_enabled?: boolean | null;
    /** Whether people get a message when the item is shared with them. Newer servers only. */
    notify_on_share?: boolean | null;
    /** Whether the item sends OpenTelemetry data. Newer servers only. */
    otel_enabled?: boolean | null;
    /** New category. Newer servers only. */
    content_category?: ("" | "mcp") | null;
};
/** The owner of a content item, in short. */
export type ContentOwner = {
    /**
     * Format: uuid
     *
     * GUID of the user.
     */
    guid: string;
    /** Name to sign in with. */
    username?: string | null;
    /** First name. */
    first_name?: string | null;
    /** Last name. */
    last_name?: string | null;
};
/** A tag of a content item. Tags form a tree. */
export type TagRecord = {
    /** Id of the tag. */
    id: string;
    /** Name of the tag. */
    name: string;
    /** Id of the tag above; null for a category at the top. */
    parent_id: string | null;
    /**
     * Format: date-time
     *
     * When the tag was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When the tag was last changed.
     */
    updated_time: string;
};
/** A custom path of a content item. */
export type Vanity = {
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /** Path below the server's address, with slashes at both ends. */
    path: string;
    /**
     * Format: date-time
     *
     * When the path was set.
     */
    created_time: string;
};
/** A custom path to set. */
export type VanityInput = {
    /** The path, such as `/weekly-report/`. */
    path: string;
    /** Takes the path from the item that has it. Off by default. */
    force?: boolean;
};
/** A process that runs or has run a content item. */
export type Job = {
    /** Id of the job. */
    id: string;
    /** Id of the process that started it. */
    ppid: string | null;
    /** Id of the process. */
    pid: string;
    /** Key of the job, which selects it among those of the item. */
    key: string;
    /** Id of the job where content runs on another host. */
    remote_id: string | null;
    /** Former name of `content_id`. */
    app_id: string;
    /** Former name of `content_guid`. */
    app_guid: string;
    /** Number of the content item. */
    content_id: string;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /** Id of the variant that was run. */
    variant_id: string;
    /** Key of that variant; empty if it is gone. */
    variant_key: string;
    /** Id of the bundle that was run. */
    bundle_id: string;
    /**
     * Format: date-time
     *
     * When it started.
     */
    start_time: string;
    /**
     * Format: date-time
     *
     * When it ended; null while it runs.
     */
    end_time: string | null;
    /**
     * Format: date-time
     *
     * When it was last seen running.
     */
    last_heartbeat_time: string | null;
    /**
     * Format: date-time
     *
     * When a scheduled run was queued.
     */
    queued_time: string | null;
    /** Queue of a scheduled run. */
    queue_name: string | null;
    /** What the job does, such as `run_app` or `build_report`. */
    tag: string;
    /**
     * Format: int64
     *
     * Exit code; null while it runs.
     */
    exit_code: number | null;
    /** Why the server could not run it. */
    error: string | null;
    /** 0 active, 1 finished, 2 finalized, 3 skipped. */
    status: number;
    /** Name of the host. */
    hostname: string | null;
    /** Where it runs; null or `Local` on the server itself. */
    cluster: string | null;
    /** Container image that it runs in. */
    image: string | null;
    /** Unix account that it runs under. */
    run_as: string | null;
    /** Why it was skipped. */
    skip_reason?: string | null;
};
/** An order to end a job. */
export type KillJobOrder = {
    /**
     * Format: uuid
     *
     * GUID of the order.
     */
    guid: string;
    /**
     * Format: int64
     *
     * Former name of `content_id`, as a number.
     */
    app_id: number;
    /** Former name of `content_guid`. */
    app_guid: string;
    /** Number of the content item. */
    content_id: string;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: int64
     *
     * Id of the job.
     */
    job_id: number;
    /** Key of the job. */
    job_key: string;
    /** What became of the order, in words. */
    result: string;
};
/** What a job has written. */
export type JobLog = {
    /** The lines. */
    entries: JobLogEntry[];
};
/** A line that a job has written. */
export type JobLogEntry = {
    /** `stdout` or `stderr`. */
    source: string;
    /**
     * Format: date-time
     *
     * When it was written.
     */
    timestamp: string | null;
    /** The line. */
    data: string;
};
/** The error that explains why a job failed. */
export type JobError = {
    /** Code of the error. */
    code: string;
    /** What went wrong. */
    summary: string;
    /** Where to read more. */
    help_url: string;
};
/** A tag to create. */
export type TagCreateInput = {
    /** Name of the tag, at most 255 characters. No other tag below the same parent can have it. */
    name: string;
    /** Id of the tag above. Without it, the tag is a category. */
    parent_id?: string | null;
};
/** The fields of a tag to change. Leave out what is to stay. */
export type TagInput = {
    /** New name, at most 255 characters. */
    name?: string;
    /** Id of the new tag above; null makes the tag a category. */
    parent_id?: string | null;
};
/** The tag to add to a content item. */
export type ContentTagInput = {
    /** Id of the tag. */
    tag_id: string;
};
/** An archive that was uploaded for a content item. Everything about the environment is null for viewers. */
export type BundleRecord = {
    /** Id of the bundle. */
    id: string;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the user that uploaded it. Newer servers only.
     */
    created_by?: string | null;
    /**
     * Format: date-time
     *
     * When it was uploaded.
     */
    created_time: string;
    /**
     * Format: uuid
     *
     * GUID of the execution environment. Newer servers only.
     */
    environment_guid?: string | null;
    /** Name of the cluster that runs the item. */
    cluster_name: string | null;
    /** Name of the container image in use. */
    image_name: string | null;
    /** Version of R; null before it is deployed, or without R. */
    r_version: string | null;
    /** Whether the server installs the R packages of the bundle. */
    r_environment_management: boolean | null;
    /** Version of Python; null before it is deployed, or without Python. */
    py_version: string | null;
    /** Whether the server installs the Python packages of the bundle. */
    py_environment_management: boolean | null;
    /** Version of Quarto; null before it is deployed, or without Quarto. */
    quarto_version: string | null;
    /** Whether it is the bundle that the item serves. */
    active: boolean;
    /**
     * Format: int64
     *
     * Size of the archive in bytes; 0 if there is no file.
     */
    size: number;
    metadata: BundleMetadata;
};
/** Where a bundle comes from. Fields that are not known are null or absent. */
export type BundleMetadata = {
    /** Source of the bundle, such as `git`. */
    source?: string | null;
    /** URL of the repository. */
    source_repo?: string | null;
    /** Name of the branch. */
    source_branch?: string | null;
    /** Id of the commit. */
    source_commit?: string | null;
    /** MD5 of the archive. Newer servers only. */
    archive_md5?: string | null;
    /** SHA-1 of the archive. Newer servers only. */
    archive_sha1?: string | null;
};
/** What to deploy. */
export type ContentDeploymentInput = {
    /** Id of the bundle. Without it, the active bundle is deployed again. */
    bundle_id?: string | null;
    /**
     * Whether the bundle becomes the active one. Newer servers only; older ones refuse the field.
     * @default true
     */
    activate?: boolean;
};
/** The task of a deployment. */
export type ContentDeploymentTask = {
    /** Id of the task. */
    task_id: string;
};
/** Something that the server does in the background. */
export type TaskRecord = {
    /** Id of the task. */
    id: string;
    /** The lines of output after the ones that were skipped. */
    output: string[];
    /** The result; null for deployments. */
    result: {
        [key: string]: unknown;
    } | null;
    /** Whether the task has ended. */
    finished: boolean;
    /**
     * Format: int32
     *
     * 0 if the task did not fail; otherwise the cause.
     */
    code: number;
    /** Description of the failure; an empty string without one. */
    error: string;
    /**
     * Format: int32
     *
     * Number of lines of output so far, including skipped ones.
     */
    last: number;
};
/** A content item that a group has access to. */
export type GroupOwnershipContent = {
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /** Name of the item. */
    content_name: string;
    /** Title of the item. Assumed: null if it has none. */
    content_title: string | null;
    access_type: AccessType;
    /** The permission of the group. */
    permissions: GroupOwnershipPermission[];
};
/** The access of a group to a content item. */
export type GroupOwnershipPermission = {
    /**
     * Format: uuid
     *
     * GUID of the group.
     */
    principal_guid: string;
    /** Name of the group. */
    principal_name: string;
    /** `viewer`, or `publisher` for a collaborator. */
    principal_role: string;
    principal_type: PrincipalType;
};
/** Cursors of the pages around a page. */
export type PagingCursors = {
    /** Cursor of the page before; null on the first page. */
    previous: string | null;
    /** Cursor of the page after; null on the last page. */
    next: string | null;
};
/**
 * The pages around a page. A page begins after a certain result, so that results which are added meanwhile do not move
 *     others to another page.
 */
export type KeysetPaging = {
    cursors: PagingCursors;
    /** URL of the first page; null on the first page. */
    first: string | null;
    /** URL of the page before; null on the first page. */
    previous: string | null;
    /** URL of the page after; null on the last page. */
    next: string | null;
    /** URL of the last page; null on the last page. */
    last: string | null;
};
/** One page of visits to content. */
export type ContentVisitLogs = {
    /** The visits. */
    results: ContentVisitRecord[];
    paging: KeysetPaging;
};
/** A visit to a content item. */
export type ContentVisitRecord = {
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the visitor; null without a signed-in user.
     */
    user_guid: string | null;
    /** Key of the variant; null for static content. */
    variant_key: string | null;
    /**
     * Format: date-time
     *
     * When the item was visited.
     */
    time: string;
    /** Id of the rendering; null for static content. */
    rendering_id: string | null;
    /** Id of the bundle. */
    bundle_id: string | null;
    /** Path below the item. */
    path: string | null;
    /**
     * Format: int32
     *
     * How the visit was recorded.
     */
    data_version: number;
    /** User agent of the request. Newer servers only. */
    user_agent?: string | null;
};
/** One page of sessions of Shiny applications. */
export type ShinyAppUsageLogs = {
    /** The sessions. */
    results: ShinyUsageRecord[];
    paging: KeysetPaging;
};
/** A session of a user of a Shiny application. */
export type ShinyUsageRecord = {
    /**
     * Format: uuid
     *
     * GUID of the application.
     */
    content_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the visitor; null if not known.
     */
    user_guid: string | null;
    /**
     * Format: date-time
     *
     * When the session began.
     */
    started: string;
    /**
     * Format: date-time
     *
     * When it ended; null while it lasts.
     */
    ended: string | null;
    /**
     * Format: int32
     *
     * How the session was recorded.
     */
    data_version: number;
};
/** A visit to a content item of any kind. */
export type ContentHitRecord = {
    /** Id of the hit. */
    id: string;
    /**
     * Format: uuid
     *
     * GUID of the visitor; null without a signed-in user.
     */
    user_guid: string | null;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: date-time
     *
     * When the item was visited.
     */
    timestamp: string;
    data: ContentHitData;
};
/** Details of a hit, as far as they are known. */
export type ContentHitData = {
    /** Path below the item. */
    path?: string | null;
    /** Query of the request. */
    query?: string | null;
    /** User agent of the request. */
    user_agent?: string | null;
    /** Value of the header `Sec-Fetch-Dest`. */
    sec_fetch_dest?: string | null;
    /** Value of the header `Sec-Fetch-Site`. */
    sec_fetch_site?: string | null;
};
/** A time plan by which a content item is run. */
export type ContentSchedule = {
    /** How the plan is expressed. */
    type?: string;
    schedule?: RRuleSet;
    /**
     * Format: date-time
     *
     * When the item runs next.
     */
    next_run?: string | null;
    /** Whether the result is sent by e-mail. */
    email?: boolean;
    /** Time zone of the plan. */
    timezone?: string;
    /**
     * Format: date-time
     *
     * When the plan begins.
     */
    start_time?: string | null;
    /**
     * Format: date-time
     *
     * When the plan ends.
     */
    end_time?: string | null;
    /** The latest run; null if there was none. */
    last_run?: ScheduleLastRun | null;
    /** The variant of the report that the plan belongs to. */
    variant?: ScheduleVariant | null;
};
/** Recurrence rules in the notation of iCalendar (RFC 5545). */
export type RRuleSet = {
    /** Start of the recurrence. */
    dtstart?: string;
    /** The rules. */
    rrules?: string[];
    /** End of the recurrence. */
    until?: string;
};
/** The latest run of a time plan. */
export type ScheduleLastRun = {
    /** Key of the job. */
    job_key?: string;
    /** How the run went. */
    status?: string;
    /**
     * Format: date-time
     *
     * When the run was due.
     */
    scheduled_time?: string | null;
    /**
     * Format: date-time
     *
     * When the run was queued.
     */
    queued_time?: string | null;
    /**
     * Format: date-time
     *
     * When the run began.
     */
    start_time?: string;
    /**
     * Format: date-time
     *
     * When the run ended.
     */
    end_time?: string | null;
    /**
     * Format: int64
     *
     * Duration in milliseconds.
     */
    run_duration_ms?: number | null;
    /**
     * Format: int64
     *
     * Exit code of the process.
     */
    exit_code?: number | null;
};
/** A variant of a report with parameters. */
export type ScheduleVariant = {
    /** Key of the variant. */
    key?: string;
    /** Name of the variant. */
    name?: string;
    /** Whether it is the default variant. */
    is_default?: boolean;
};
/**
 * Kind of party that is given access.
 * @enum {string}
 */
export type PrincipalType = "user" | "group";
/**
 * What the party may do. `viewer` may open the content, `owner` may also change it. In this list, `owner` means collaborator: it does not make anyone the content's owner.
 * @enum {string}
 */
export type PermissionRole = "viewer" | "owner";
/** Access of one user or group to one content item. */
export type PermissionRecord = {
    /** Id of the permission. */
    id: string;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the user or group.
     */
    principal_guid: string;
    principal_type: PrincipalType;
    role: PermissionRole;
};
/** Access to give to one user or group. */
export type PermissionInput = {
    /**
     * Format: uuid
     *
     * GUID of the user or group.
     */
    principal_guid: string;
    principal_type: PrincipalType;
    role: PermissionRole;
    /**
     * Whether to tell them by e-mail. Newer servers only.
     * @default false
     */
    send_email?: boolean;
};
/** Settings from the internal endpoint. Only the fields that clients commonly need are described; there are many more. */
export type ServerSettings = {
    /** Version of the server, such as `2026.01.0`. Missing or empty if the server hides it. */
    version?: string;
    /** Product name and version, as shown to people. */
    about?: string;
    authentication?: AuthenticationSettings;
    license?: LicenseSettings;
    /** Whether the server has groups. */
    groups_enabled?: boolean;
    /** Usernames that nobody can have. */
    prohibited_usernames?: string[];
    username_validator?: UsernameValidator;
    /** Whether people can create their own account. */
    self_registration?: boolean;
    /** Whether viewers are kept from seeing other users. */
    viewers_can_only_see_themselves?: boolean;
} & {
    [key: string]: unknown;
};
/** How people sign in, and who may edit which part of a user. */
export type AuthenticationSettings = {
    /** Authentication provider. `Posit Connect` means passwords kept by the server; other values include `LDAP` and `OAuth2`. */
    name?: string;
    /** Whether usernames must be unique. */
    unique_usernames?: boolean;
    /** Who may edit first and last name, such as `adminandself`. */
    name_editable_by?: string;
    /** Who may edit the e-mail address, such as `adminandself`. */
    email_editable_by?: string;
    /** Who may edit the username, such as `adminandself`. */
    username_editable_by?: string;
    /** Who may edit the role, such as `adminandself`. */
    role_editable_by?: string;
} & {
    [key: string]: unknown;
};
/** The server's license. */
export type LicenseSettings = {
    /** State of the license. */
    status?: string;
    /**
     * Format: int64
     *
     * Number of users that the license covers.
     */
    users?: number;
    /**
     * Format: int32
     *
     * Days of inactivity after which a user no longer counts; 365 by default.
     */
    "user-activity-days"?: number;
} & {
    [key: string]: unknown;
};
/**
 * Which rule the server applies to usernames.
 * @enum {string}
 */
export type UsernameValidator = "default" | "permissive";
/**
 * An entry of the audit log.
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
export type AuditLog = {
    /** Id of the entry. Later entries have higher numbers. */
    id: string;
    /**
     * Format: date-time
     *
     * When it happened.
     */
    time: string;
    /** Internal number of the actor; `0` is the server itself. */
    user_id: string;
    /**
     * Format: uuid
     *
     * GUID of the actor; null for the server itself.
     */
    user_guid: string | null;
    /** Full name of the actor, followed by the username in brackets. */
    user_description: string;
    /** What was done, such as `add_user`. */
    action: string;
    /** The change and its target, in words. */
    event_description: string;
};
/** Cursors of the neighboring pages. */
export type AuditPagingCursors = {
    /** Value for `previous`; null on the first page. */
    previous: string | null;
    /** Value for `next`; null on the last page. */
    next: string | null;
};
/** How to get other parts of the audit log. */
export type AuditPaging = {
    /** URL of the first page; null on the first page. */
    first: string | null;
    /** URL of the page before; null on the first page. */
    previous: string | null;
    /** URL of the page after; null on the last page. */
    next: string | null;
    /** URL of the last page; null on the last page. */
    last: string | null;
    cursors: AuditPagingCursors;
};
/** A part of the audit log. */
export type AuditLogs = {
    /** The entries. */
    results: AuditLog[];
    paging: AuditPaging;
};
/** One page of the entries that match a search. */
export type AuditLogSearchResults = {
    /** Number of matches on all pages together. */
    total: number;
    /** The entries of this page; empty after the last page. */
    results: AuditLog[];
};
/** An action that the server writes to its audit log. */
export type AuditAction = {
    /** The action as entries have it. */
    action: string;
    /** What it stands for. */
    description: string;
};
/** A user or group that may use an integration. */
export type OAuthIntegrationPermission = {
    /** Internal number of the permission. */
    id: string;
    /**
     * Format: uuid
     *
     * GUID of the permission.
     */
    guid: string;
    /**
     * Format: uuid
     *
     * GUID of the integration.
     */
    integration_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the user; null for a group.
     */
    user_guid: string | null;
    /**
     * Format: uuid
     *
     * GUID of the group; null for a user.
     */
    group_guid: string | null;
};
/** A user or group that is to use an integration. Send one of both. */
export type OAuthIntegrationPermissionInput = {
    /**
     * Format: uuid
     *
     * GUID of the user.
     */
    user_guid?: string | null;
    /**
     * Format: uuid
     *
     * GUID of the group.
     */
    group_guid?: string | null;
};
/** A connection to another service. */
export type OAuthIntegration = {
    /** Internal number of the integration. */
    id: string;
    /**
     * Format: uuid
     *
     * Identifies the integration for good.
     */
    guid: string;
    /**
     * Format: date-time
     *
     * When it was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When it was last changed.
     */
    updated_time: string;
    /** Name for people. */
    name: string | null;
    /** What it is for. */
    description: string | null;
    /** Id of the template. */
    template: string | null;
    /** Whose credential it gives to content: `Viewer`, `Service Account` or `Visitor API Key`, among others. */
    auth_type: string | null;
    /** The settings that its template takes, without secrets. */
    config: {
        [key: string]: unknown;
    };
    /** Users and groups that may use it; everyone if it is empty. Newer servers only (2026). */
    permissions?: OAuthIntegrationPermission[];
    /** Names of the environment variables that it sets for content. Newer servers only (2026). */
    environment_variables?: string[];
    /**
     * Format: int64
     *
     * Number of content items that use it. Newer servers only (2026), for administrators.
     */
    content_count?: number | null;
};
/** An integration to create. */
export type OAuthIntegrationInput = {
    /** Name for people. */
    name?: string | null;
    /** What it is for. */
    description?: string | null;
    /** Id of the template. */
    template: string;
    /** The settings that the template takes. */
    config: {
        [key: string]: unknown;
    };
    /** Users and groups that may use it; everyone by default. Newer servers only (2026). */
    permissions?: OAuthIntegrationPermissionInput[] | null;
};
/** The fields of an integration to change. */
export type OAuthIntegrationUpdate = {
    /** New name. */
    name?: string | null;
    /** New description. */
    description?: string | null;
    /** The settings to change. */
    config?: {
        [key: string]: unknown;
    };
    /** Replaces the users and groups that may use it. Newer servers only (2026). */
    permissions?: OAuthIntegrationPermissionInput[] | null;
};
/** A content item that uses an integration. */
export type OAuthAssociation = {
    /**
     * Format: uuid
     * @deprecated
     *
     * Former name of `content_guid`.
     */
    app_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the content item.
     */
    content_guid: string;
    /**
     * Format: uuid
     *
     * GUID of the integration.
     */
    oauth_integration_guid: string;
    /** Name of the integration. */
    oauth_integration_name: string | null;
    /** Description of the integration. */
    oauth_integration_description: string | null;
    /** Template of the integration. */
    oauth_integration_template: string | null;
    /** `auth_type` of the integration. */
    oauth_integration_auth_type: string | null;
    /**
     * Format: date-time
     *
     * When the content item began to use it.
     */
    created_time: string;
};
/** All integrations that a content item is to use. */
export type OAuthAssociationsInput = OAuthAssociationInput[];
/** An integration that a content item is to use. */
export type OAuthAssociationInput = {
    /**
     * Format: uuid
     *
     * GUID of the integration.
     */
    oauth_integration_guid: string;
};
/** A setting with a fixed set of values. */
export type OAuthTemplateOption = {
    /** Name in `config`. */
    name: string;
    /** Name for people. */
    label: string;
    /**
     * Kind of the values.
     * @enum {string}
     */
    type: "bool" | "select";
    /** The values that are allowed. */
    values: string[];
};
/** A setting with free text. */
export type OAuthTemplateField = {
    /** Name in `config`. */
    name: string;
    /** Name for people. */
    label: string;
    /** Whether the value is never shown again. */
    secret: boolean;
};
/** A kind of service that an integration can connect to. */
export type OAuthTemplate = {
    /** Value for `template` of an integration. */
    id: string;
    /** Name for people. */
    name: string;
    /** What it is for. */
    description: string;
    /** Settings with a fixed set of values. */
    options: OAuthTemplateOption[];
    /** Settings with free text. */
    fields: OAuthTemplateField[];
};
/** A token exchange as in RFC 8693. Each value is missing or one of those that the server knows. */
export type CredentialExchangeInput = {
    /** Always `urn:ietf:params:oauth:grant-type:token-exchange`; anything else returns code 213. */
    grant_type?: string;
    /**
     * `urn:posit:connect:user-session-token` for a visitor, `urn:posit:connect:content-session-token` for the content
     *     itself (servers since 2024.12), or `urn:ietf:params:oauth:token-type:id_token`. Anything else returns code 214.
     */
    subject_token_type?: string;
    /** The token. One that is not valid returns code 215, or 236 for the token of a content item. */
    subject_token?: string;
    /**
     * Leave it out for an OAuth access token, or send `urn:ietf:params:oauth:token-type:access_token`,
     *     `urn:posit:connect:api-key` (servers since 2025.01) or `urn:ietf:params:aws:token-type:credentials`. Anything else
     *     returns code 242.
     */
    requested_token_type?: string;
    /** GUID of the integration, if several match (servers since 2025.07). An integration that the content does not use returns code 256. */
    audience?: string;
};
/** A credential for another service, or for Connect itself. */
export type OAuthCredentials = {
    /** The credential; for AWS, JSON in base64. */
    access_token: string | null;
    /** What kind of credential it is. */
    issued_token_type: string | null;
    /** How to send it: `Bearer`, `Key` or `aws_credentials`. */
    token_type: string | null;
    /**
     * Format: int64
     *
     * Seconds until it expires. Missing in all recorded responses.
     */
    expires_in?: number | null;
};
/** A user's sign-in to the service behind an integration. */
export type OAuthSession = {
    /** Internal number of the session. */
    id: string;
    /**
     * Format: uuid
     *
     * Identifies the session for good.
     */
    guid: string;
    /**
     * Format: uuid
     *
     * GUID of the user.
     */
    user_guid: string | null;
    /**
     * Format: uuid
     *
     * GUID of the integration.
     */
    oauth_integration_guid: string;
    /** Whether the server can renew the credential. */
    has_refresh_token: boolean;
    /**
     * Format: date-time
     *
     * When the user signed in.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * When the credential was last renewed.
     */
    updated_time: string;
};
/** A program that has registered to sign users in. */
export type OAuthClient = {
    /** Internal number of the client. */
    id: string;
    /** Identifies the client in OAuth requests. */
    client_id: string;
    /** The name that it has given itself. */
    client_name: string | null;
    /** Where it may have users sent back to. */
    redirect_uris: string[];
    /**
     * Format: date-time
     *
     * When it registered.
     */
    created_at: string;
    /**
     * Format: date-time
     *
     * When it last received a token; null if never.
     */
    last_used_at: string | null;
};
/** One page of clients. */
export type OAuthClientsPage = {
    /** The clients on this page. */
    results: OAuthClient[];
    /**
     * Format: int32
     *
     * Number of this page.
     */
    current_page: number;
    /**
     * Format: int64
     *
     * Number of all clients.
     */
    total: number;
};
/** A credential that acts without a user. */
export type ServiceToken = {
    /**
     * Format: uuid
     *
     * Identifies the token for good.
     */
    guid: string;
    /** What the token is for. Need not be unique. */
    name: string;
    /** The secret; only right after creation. */
    key?: string;
    /** What it may do. */
    scopes: string[];
    /**
     * Format: date-time
     *
     * When it was created.
     */
    created_time: string;
    /**
     * Format: date-time
     *
     * Roughly when it was last used, updated at most every 15 minutes. Assumed: absent if never.
     */
    active_time?: string;
    /**
     * Format: date-time
     *
     * When it expires; null if never.
     */
    expires_at?: string | null;
};
/** A service token to create. */
export type ServiceTokenCreateInput = {
    /** What the token is for. */
    name: string;
    /** What it may do; at least one scope. */
    scopes: string[];
    /**
     * Format: date-time
     *
     * When it stops working, in the future. Leave it out or send null for never.
     */
    expires_at?: string | null;
};
/** Something that a service token can be allowed to do. */
export type ServiceTokenScope = {
    /** The scope. */
    name: string;
    /** What it allows. */
    description: string;
};
/** All scopes. */
export type ServiceTokenScopes = {
    /** The scopes. */
    scopes: ServiceTokenScope[];
};
/** Settings that anyone may see. */
export type PublicSettings = {
    /** How people sign in. Its fields are not documented. */
    authentication?: {
        [key: string]: unknown;
    };
    /** Whether people can create their own account. */
    self_registration?: boolean;
    /** Name of the server, as shown to people. */
    system_display_name?: string;
    /** Notice shown to people who are not signed in. */
    public_warning?: string;
    /** Whether the server has its own landing page. */
    customized_landing?: boolean;
    /** Whether the server can send e-mail. */
    mail_configured?: boolean;
    /** Usernames that nobody can have. */
    prohibited_usernames?: string[];
    username_validator?: UsernameValidator;
};
/** The Python installations of the server. */
export type PythonInfo = {
    /** One entry for each installation. */
    installations: PyInstallation[];
    /** Whether APIs written in Python can be published. */
    api_enabled?: boolean;
};
/** One installation of Python. */
export type PyInstallation = {
    /** Version of Python. */
    version: string;
    /** Cluster that the installation belongs to. */
    cluster_name?: string;
    /** Container image that holds the installation; may be an empty string. */
    image_name?: string;
};
/** The R installations of the server. */
export type RInstallations = {
    /** One entry for each installation. */
    installations: RInstallation[];
};
/** One installation of R. */
export type RInstallation = {
    /** Version of R. */
    version: string;
    /** Cluster that the installation belongs to. */
    cluster_name?: string;
    /** Container image that holds the installation; may be an empty string. */
    image_name?: string;
};
/** The Quarto installations of the server. */
export type QuartoInstallations = {
    /** One entry for each installation. */
    installations: QuartoInstallation[];
};
/** One installation of Quarto. */
export type QuartoInstallation = {
    /** Version of Quarto. */
    version: string;
    /** Cluster that the installation belongs to. */
    cluster_name?: string;
    /** Container image that holds the installation; may be an empty string. */
    image_name?: string;
};
/** The TensorFlow installations of the server. */
export type TensorFlowInstallations = {
    /** One entry for each installation. */
    installations: TensorFlowInstallation[];
};
/** One installation of TensorFlow. */
export type TensorFlowInstallation = {
    /** Version of TensorFlow. */
    version: string;
    /** Cluster that the installation belongs to. */
    cluster_name?: string;
    /** Container image that holds the installation; may be an empty string. */
    image_name?: string;
};
/** The Node.js installations of the server. */
export type NodeJsInfo = {
    /** One entry for each installation. */
    installations: NodeJsInstallation[];
    /** Whether content can use Node.js. */
    enabled?: boolean;
};
/** One installation of Node.js. */
export type NodeJsInstallation = {
    /** Version of Node.js. */
    version: string;
    /** Cluster that the installation belongs to. */
    cluster_name?: string;
    /** Container image that holds the installation; may be an empty string. */
    image_name?: string;
};
/** The result of a successful bootstrap. */
export type BootstrapSuccess = {
    /** API key of the new administrator. It is not shown again. */
    api_key: string;
};
/** Description of a failure. */
export type ApiErrorBody = {
    /** Number that identifies the kind of failure, independently of the HTTP status. */
    code: number;
    /** Text for people. It may be more specific than the code and may change. */
    error: string;
    /** Further details. Real servers always send it, nearly always as null. */
    payload?: {
        [key: string]: unknown;
    } | null;
};
