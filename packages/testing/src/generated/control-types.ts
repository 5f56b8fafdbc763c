// Generated from openapi/fake-control.yaml by `pnpm generate`. Do not edit.
export interface components {
    schemas: {
        /** @description Options of `createFakeConnect()`. */
        Options: {
            users?: number;
            empty?: boolean;
            seed?: number;
            /** @description The administrator's key. By default it is random, or follows from a given seed. */
            apiKey?: string;
            provider?: components["schemas"]["Provider"];
            url?: string;
            license?: components["schemas"]["License"];
            /**
             * @deprecated
             * @description Former name of `license`.
             */
            licence?: components["schemas"]["License"];
            version?: string;
            settings?: components["schemas"]["Settings"];
            /** @enum {string} */
            groups?: "local" | "provider" | "provisioned";
            roleMapping?: components["schemas"]["RoleMapping"];
            assumptions?: components["schemas"]["Assumptions"];
            oauth?: components["schemas"]["OAuthOptions"];
            /** @description An RFC 3339 timestamp, or `system` for a clock that runs. In-process also a `Date`. */
            now?: string;
            journalLimit?: number;
            maxRequestBytes?: number;
            auditLimit?: number;
            directory?: components["schemas"]["Directory"];
            bootstrapSecret?: string;
            cors?: boolean;
            /** @description A function; in-process only. */
            onInternalError?: unknown;
            data?: components["schemas"]["Seed"];
        };
        /**
         * @description How users sign in.
         * @enum {string}
         */
        Provider: "password" | "pam" | "saml" | "oauth2" | "oauth2-google" | "ldap" | "proxy";
        /** @description The license of the server. */
        License: {
            users: number;
        };
        /** @description Settings of the server's configuration. */
        Settings: {
            hideEmails?: boolean;
            viewersSeeOnlyThemselves?: boolean;
            /** @enum {string} */
            defaultUserRole?: "viewer" | "publisher";
            publishersCanOwnGroups?: boolean;
            publishersCanManageVanities?: boolean;
            groupsEnabled?: boolean;
            /** @enum {string} */
            userInfoEditableBy?: "adminandself" | "admin" | "provider";
            /** @enum {string} */
            userRoleEditableBy?: "adminandself" | "provider";
            oauthIntegrations?: boolean;
            userActivityDays?: number;
            proxyUniqueId?: boolean;
            hideVersion?: boolean;
        };
        /** @description For each role, the names of the provider's groups whose members get it. */
        RoleMapping: {
            administrator?: components["schemas"]["Name"][];
            publisher?: components["schemas"]["Name"][];
            viewer?: components["schemas"]["Name"][];
        };
        /** @description What the fake does where real servers are not known. */
        Assumptions: {
            /** @enum {string} */
            lockedNewOwner?: "allowed" | "refused";
            /** @enum {string} */
            newOwnerPermission?: "removed" | "kept";
            /** @enum {integer} */
            nameClashCode?: 5 | 25 | 26 | 156;
            /** @enum {string} */
            nameAndOwner?: "together" | "owner-first" | "name-first";
            /** @enum {string} */
            lockedContent?: "allowed" | "refused";
            /** @enum {string} */
            publisherGroupOwner?: "allowed" | "refused";
            /** @enum {integer} */
            providerGroupsCode?: 95 | 132;
            /** @enum {integer} */
            providerRoleCode?: 23 | 46;
            /** @enum {string} */
            providerEditableBy?: "provider" | "other" | "absent";
            /** @enum {string} */
            allSessions?: "administrator" | "publisher" | "ignored";
            /** @enum {string} */
            lockEvents?: "told" | "untold";
            /** @enum {string} */
            keyUse?: "silent" | "sign-in";
            /** @enum {integer} */
            auditSearchPage?: 100 | 500;
        };
        /** @description How programs sign users in. */
        OAuthOptions: {
            enabled?: boolean;
            registration?: boolean;
            deviceFlow?: boolean;
            tokenExchange?: boolean;
            revocation?: boolean;
            /** @enum {string} */
            metadata?: "json" | "html";
            /** @enum {string} */
            metadataPath?: "appended" | "inserted";
            issuer?: components["schemas"]["Name"];
            redirectIssuer?: components["schemas"]["Name"];
            redirectUris?: components["schemas"]["Name"][];
            tokenLifetime?: number;
            expiresIn?: boolean;
            autoApprove?: components["schemas"]["Name"];
        };
        /** @description The directory behind the providers `ldap` and `oauth2-google`. A number generates that many entries. */
        Directory: {
            people?: number | components["schemas"]["DirectoryPerson"][];
            groups?: number | components["schemas"]["Name"][];
        };
        /** @description A person in the directory. */
        DirectoryPerson: {
            username: components["schemas"]["Name"];
            email: string;
            first_name: string;
            last_name: string;
            external_id: components["schemas"]["Name"];
        };
        /** @description Options of `fake.listen()`. */
        ListenOptions: {
            port?: number;
            host?: components["schemas"]["Name"];
            latency?: number;
            control?: boolean;
            ui?: boolean;
        };
        /**
         * @description Which requests fail, and how. A request must satisfy every given condition. At least one of `status`, `body`, `html`,
         *     `headers`, `delay`, `reset` and `truncate` is required, because a fault without them has no effect.
         */
        Fault: {
            /** @enum {string} */
            operationId?: "getCurrentUser" | "getUsers" | "createPushUser" | "createPullUser" | "searchRemoteUsers" | "getUser" | "updateUser" | "lockUser" | "listKeys" | "createKey" | "getKey" | "deleteKey" | "getGroups" | "createGroup" | "createRemoteGroup" | "searchRemoteGroups" | "getGroup" | "updateGroup" | "patchGroup" | "deleteGroup" | "getGroupMembers" | "addGroupMember" | "removeGroupMember" | "getGroupOwnershipExperimental" | "getContents" | "createContent" | "getContent" | "updateContent" | "deleteContent" | "listContentPermissions" | "addContentPermission" | "getContentPermission" | "updateContentPermission" | "deleteContentPermission" | "getBundles" | "uploadContentBundle" | "getBundle" | "deleteBundle" | "downloadBundle" | "deployContentBundle" | "getTask" | "listTags" | "createTag" | "getTag" | "updateTag" | "deleteTag" | "listTagContent" | "listContentTags" | "addTag" | "removeTag" | "getVanity" | "setVanity" | "deleteVanity" | "listVanities" | "getJobs" | "getJob" | "killJob" | "jobLogs" | "jobError" | "getContentVisits" | "getShinyAppUsage" | "getContentHits" | "getServerSettings" | "getPublicSettings" | "getPythonInformation" | "getRInformation" | "getQuartoInformation" | "getTensorFlowInformation" | "getNodeJsInformation" | "getAuditLogs" | "searchAuditLogs" | "getAuditActions" | "listOAuthIntegrations" | "createOAuthIntegration" | "exchangeCredentials" | "getOAuthIntegration" | "updateOAuthIntegration" | "deleteOAuthIntegration" | "listOAuthIntegrationAssociations" | "verifyOAuthIntegration" | "listContentAssociations" | "setContentAssociations" | "listOAuthTemplates" | "getOAuthTemplate" | "listOAuthSessions" | "getOAuthSession" | "deleteOAuthSession" | "listOAuthClients" | "getOAuthClient" | "deleteOAuthClient" | "listServiceTokens" | "createServiceToken" | "listServiceTokenScopes" | "deleteServiceToken" | "bootstrap" | "bootstrapExperimental";
            /** @enum {string} */
            method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /** @description Path below `/__api__`. `*` matches within a segment, `**` anything. In-process also a `RegExp`. */
            path?: string;
            /** @description Number of requests that fail; all by default. */
            times?: number;
            /** @description Number of matching requests that succeed first. */
            after?: number;
            probability?: number;
            status?: number;
            /** @description The response body: strings as they are, null for none, anything else as JSON. */
            body?: unknown;
            html?: boolean | string;
            headers?: {
                [key: string]: string;
            };
            /** @description Milliseconds to wait before the request is handled. */
            delay?: number;
            /**
             * @description When the connection is cut.
             * @enum {unknown}
             */
            reset?: true | false | "after" | "during";
            truncate?: boolean | number;
        };
        /** @description A duration; its parts add up, and negative parts subtract. */
        Duration: {
            days?: number;
            hours?: number;
            minutes?: number;
            seconds?: number;
            ms?: number;
        };
        /** @description A change of the clock. */
        ClockChange: {
            advance: components["schemas"]["Duration"];
        };
        /** @description A string that is not empty. */
        Name: string;
        /** @description The query of `GET /users`. */
        UserListQuery: {
            search?: string;
            role?: components["schemas"]["Role"];
            status?: components["schemas"]["AccountStatus"];
            sort?: components["schemas"]["UserSort"];
            ascending?: boolean;
            page?: number;
            page_size?: number;
        };
        /** @description The query of `GET /groups` and `GET /content`. */
        ListQuery: {
            search?: string;
            page?: number;
            page_size?: number;
        };
        /** @description The query of `GET /audit/entries`. */
        AuditQuery: {
            user?: string;
            search?: string;
            page?: number;
            page_size?: number;
        };
        /** @description The query of `GET /changes`. */
        ChangesQuery: {
            revision?: string;
            after?: number;
            limit?: number;
        };
        /** @description New values of a user's fields. They are set without permission checks. */
        UserChanges: {
            username?: components["schemas"]["Name"];
            email?: string;
            first_name?: string;
            last_name?: string;
            user_role?: components["schemas"]["Role"];
            locked?: boolean;
            confirmed?: boolean;
            /** Format: date-time */
            active_time?: string | null;
        };
        /**
         * @description The field that a list of users is sorted by.
         * @enum {string}
         */
        UserSort: "first_name" | "last_name" | "username" | "active_time" | "created_time" | "user_role";
        /**
         * @description The account status of a user.
         * @enum {string}
         */
        AccountStatus: "licensed" | "inactive" | "locked";
        /** @description A sign-in of a program that waits until a user approves it. */
        PendingSignIn: {
            id: string;
            /** @enum {string} */
            kind: "browser" | "device";
            client_id: string;
            client_name: string | null;
            /** @description The code that the program shows; null in a browser. */
            user_code: string | null;
            /** @description Where the browser is sent afterwards; null for a device. */
            redirect_uri: string | null;
            /** Format: date-time */
            created_time: string;
            /** Format: date-time */
            expires_at: string;
        };
        /** @description The result of a decision. */
        SignInDecision: {
            /** @description The address to send the browser to; null for a device. */
            redirect: string | null;
        };
        /** @description A recorded request, without keys and passwords. */
        JournalEntry: {
            /** @description Null for undocumented paths and methods. */
            operationId: string | null;
            method: string;
            /** @description Path below `/__api__`, or the whole path if it lies elsewhere. */
            path: string;
            /** @description The query; repeated parameters are arrays. */
            query: Record<string, never>;
            /** @description The JSON body without secrets; absent if it was not read, or over 64 KiB. */
            body?: unknown;
            /** @description Size of the body, as far as it was read or announced. */
            bodyBytes: number;
            /** @description Null if the connection was cut. */
            status: number | null;
            /** @description Connect's error code, if any. */
            code: number | null;
            /** @description The user whose key was sent, if it was valid. */
            userGuid: string | null;
            correlationId: string;
            /** Format: date-time */
            time: string;
            /** @description Rules of the API the body broke, or why no endpoint takes the request. */
            issues: Record<string, never>[];
            /** @description Whether a fault applied. */
            fault: boolean;
        };
        /** @description An injected fault. */
        ActiveFault: {
            id: number;
            fault: components["schemas"]["Fault"];
            /** @description Number of requests it has hit. */
            hits: number;
        };
        /** @description The fake at a glance. */
        Overview: {
            /** @description Version of Connect that the fake behaves like. */
            version: string;
            provider: components["schemas"]["Provider"];
            seed: number;
            /** @description Number of users after a reset. */
            initial_users: number;
            /** @description Whether the server starts without users. */
            empty: boolean;
            /** @description The administrator whose key the fake prints. */
            administrator_guid: string | null;
            /**
             * Format: date-time
             * @description Time shown by the clock.
             */
            now: string;
            /** @description Whether the clock follows the system clock. */
            running: boolean;
            /** @description Days without activity after which a user is inactive. */
            user_activity_days: number;
            /** @description Number of users, by role and by account status. */
            users: {
                total: number;
                administrator: number;
                publisher: number;
                viewer: number;
                licensed: number;
                inactive: number;
                locked: number;
            };
            /** @description Number of users that the license covers. */
            licensed_users: number | null;
            groups: number;
            content: number;
            /** @description Number of active faults. */
            faults: number;
            /** @description Number of sign-ins that wait for approval. */
            sign_ins: number;
            /** @description Number of entries in the audit log. */
            audit: number;
        };
        /** @description What a change of the clock would do. */
        ClockPreview: {
            /** Format: date-time */
            now: string;
            /**
             * Format: date-time
             * @description Time after the change.
             */
            then: string;
            /** @description Number of users whose status would change. */
            total: number;
            users: {
                guid: string;
                username: string;
                name: string;
                active_time: string | null;
                from: components["schemas"]["AccountStatus"];
                to: components["schemas"]["AccountStatus"];
            }[];
            keys: {
                user_guid: string;
                name: string;
                expires_at: string;
            }[];
        };
        /** @description A user as the Connect API returns it, and its `account_status`. */
        InspectedUser: {
            guid: string;
            username: string;
            account_status: components["schemas"]["AccountStatus"];
        };
        /** @description A user. */
        UserLink: {
            guid: string;
            username: string;
        } | null;
        /** @description A group as the Connect API returns it, its owner and its number of members. */
        InspectedGroup: {
            guid: string;
            name: string;
            owner: components["schemas"]["UserLink"];
            members: number;
        };
        /** @description A content item as the Connect API returns it to its owner, and its owner. */
        InspectedContent: {
            guid: string;
            name: string;
            owner: components["schemas"]["UserLink"];
        };
        /** @description A user with everything that belongs to it. */
        UserDetail: {
            user: components["schemas"]["InspectedUser"];
            /** @description Whether a new fake with the same options has this user. */
            seeded: boolean;
            /** @description When the user stops counting against the license. */
            inactive_from: string | null;
            /** @description The groups as the Connect API returns them. */
            groups: Record<string, never>[];
            content: {
                guid: string;
                name: string;
                title: string | null;
                /** @enum {string} */
                access: "owner" | "collaborator" | "viewer";
                /** @description Name of the group that gives access. */
                through: string | null;
            }[];
            /** @description API keys with masked secrets. */
            keys: Record<string, never>[];
        };
        /**
         * @description A user role.
         * @enum {string}
         */
        Role: "administrator" | "publisher" | "viewer";
        /** @description Fields of a user. The fake generates the others. */
        UserDetails: {
            username?: components["schemas"]["Name"];
            email?: string;
            first_name?: string;
            last_name?: string;
            user_role?: components["schemas"]["Role"];
            /** Format: date-time */
            created_time?: string;
            /** Format: date-time */
            updated_time?: string;
            /** Format: date-time */
            active_time?: string | null;
            confirmed?: boolean;
            locked?: boolean;
            /**
             * Format: uuid
             * @description Null is the same as none.
             */
            guid?: string | null;
            /** @description Null and empty are the same as none. */
            external_id?: string | null;
            /** @description Part of the results of a directory search; ignored. */
            temp_ticket?: string;
            /** @description Part of `/me`; ignored. */
            id?: string | number;
            /** @description Part of `/me`; ignored. */
            password?: string;
            /** @description Part of `/me`; ignored. */
            preferences?: unknown;
            /** @description Part of `/me`; ignored. */
            privileges?: unknown;
        };
        /** @description Fields of a group, as `fake.addGroup()` takes them. */
        GroupDetails: {
            name?: components["schemas"]["Name"];
            /** Format: uuid */
            owner_guid?: string | null;
            members?: (string | {
                guid: string;
            })[];
            gid?: number | null;
            /**
             * Format: uuid
             * @description Null is the same as none.
             */
            guid?: string | null;
            /** @description Computed; ignored. */
            member_count?: number;
            /** @description Part of the results of a directory search; ignored. */
            temp_ticket?: string;
        };
        /** @description Fields of a group, or a group as Connect returns it. Users are named by username or guid. */
        GroupSeed: {
            name?: components["schemas"]["Name"];
            /** Format: uuid */
            owner_guid?: string | null;
            members?: (string | {
                guid: string;
            })[];
            gid?: number | null;
            /**
             * Format: uuid
             * @description Null is the same as none.
             */
            guid?: string | null;
            /** @description Computed; ignored. */
            member_count?: number;
            /** @description Part of the results of a directory search; ignored. */
            temp_ticket?: string;
            owner?: string | null;
        };
        /** @description Fields of a content item, as `fake.addContent()` takes them. */
        ContentDetails: {
            /** Format: uuid */
            guid?: string;
            name?: components["schemas"]["Name"];
            title?: string | null;
            description?: string;
            access_type?: components["schemas"]["AccessType"];
            locked?: boolean;
            locked_message?: string;
            connection_timeout?: number | null;
            read_timeout?: number | null;
            init_timeout?: number | null;
            idle_timeout?: number | null;
            max_processes?: number | null;
            min_processes?: number | null;
            max_conns_per_process?: number | null;
            load_factor?: number | null;
            memory_request?: number | null;
            memory_limit?: number | null;
            cpu_request?: number | null;
            cpu_limit?: number | null;
            amd_gpu_limit?: number | null;
            nvidia_gpu_limit?: number | null;
            service_account_name?: string | null;
            default_image_name?: string | null;
            default_environment_guid?: string | null;
            /** Format: date-time */
            created_time?: string;
            /** Format: date-time */
            last_deployed_time?: string;
            bundle_id?: string | null;
            /** @enum {string} */
            app_mode?: "api" | "jupyter-static" | "jupyter-voila" | "python-api" | "python-bokeh" | "python-panel" | "python-dash" | "python-fastapi" | "python-gradio" | "python-shiny" | "python-streamlit" | "quarto-shiny" | "quarto-static" | "rmd-shiny" | "rmd-static" | "shiny" | "static" | "tensorflow-saved-model" | "unknown";
            content_category?: string;
            parameterized?: boolean;
            environment_guid?: string | null;
            cluster_name?: string | null;
            image_name?: string | null;
            r_version?: string | null;
            py_version?: string | null;
            quarto_version?: string | null;
            node_version?: string | null;
            r_environment_management?: boolean | null;
            default_r_environment_management?: boolean | null;
            py_environment_management?: boolean | null;
            default_py_environment_management?: boolean | null;
            run_as?: string | null;
            run_as_current_user?: boolean;
            /** Format: uuid */
            owner_guid?: string;
            id?: string;
            metrics_collection_enabled?: boolean | null;
            notify_on_share?: boolean | null;
            otel_enabled?: boolean;
            /** @enum {unknown} */
            public_content_status?: "ok" | "warning" | "restricted" | "unrestricted" | "unlicensed" | "none" | null;
            draft_marker_enabled?: boolean;
            /** @description Computed; ignored. */
            content_url?: string;
            /** @description Computed; ignored. */
            dashboard_url?: string;
            /** @description Computed; ignored. */
            app_role?: string;
            /** @description Former name of `app_role`; ignored. */
            role?: string;
            /** @description A custom path, or an address that ends with it. */
            vanity_url?: string | null;
            /** @description Not implemented; ignored. */
            bookmarked?: boolean | null;
            /** @description When the item is run. Nothing runs. */
            schedules?: Record<string, never>[] | null;
            /** @description Tags that the fake has too. Others are ignored. */
            tags?: {
                id: string;
                name: string;
            }[] | null;
            /** @description The owner, unless there is an `owner_guid`. */
            owner?: {
                guid: string;
            } | null;
        };
        /** @description Fields of a content item, or an item as Connect returns it. The owner is named by username or guid. */
        ContentSeed: {
            /** Format: uuid */
            guid?: string;
            name?: components["schemas"]["Name"];
            title?: string | null;
            description?: string;
            access_type?: components["schemas"]["AccessType"];
            locked?: boolean;
            locked_message?: string;
            connection_timeout?: number | null;
            read_timeout?: number | null;
            init_timeout?: number | null;
            idle_timeout?: number | null;
            max_processes?: number | null;
            min_processes?: number | null;
            max_conns_per_process?: number | null;
            load_factor?: number | null;
            memory_request?: number | null;
            memory_limit?: number | null;
            cpu_request?: number | null;
            cpu_limit?: number | null;
            amd_gpu_limit?: number | null;
            nvidia_gpu_limit?: number | null;
            service_account_name?: string | null;
            default_image_name?: string | null;
            default_environment_guid?: string | null;
            /** Format: date-time */
            created_time?: string;
            /** Format: date-time */
            last_deployed_time?: string;
            bundle_id?: string | null;
            /** @enum {string} */
            app_mode?: "api" | "jupyter-static" | "jupyter-voila" | "python-api" | "python-bokeh" | "python-panel" | "python-dash" | "python-fastapi" | "python-gradio" | "python-shiny" | "python-streamlit" | "quarto-shiny" | "quarto-static" | "rmd-shiny" | "rmd-static" | "shiny" | "static" | "tensorflow-saved-model" | "unknown";
            content_category?: string;
            parameterized?: boolean;
            environment_guid?: string | null;
            cluster_name?: string | null;
            image_name?: string | null;
            r_version?: string | null;
            py_version?: string | null;
            quarto_version?: string | null;
            node_version?: string | null;
            r_environment_management?: boolean | null;
            default_r_environment_management?: boolean | null;
            py_environment_management?: boolean | null;
            default_py_environment_management?: boolean | null;
            run_as?: string | null;
            run_as_current_user?: boolean;
            /** Format: uuid */
            owner_guid?: string;
            id?: string;
            metrics_collection_enabled?: boolean | null;
            notify_on_share?: boolean | null;
            otel_enabled?: boolean;
            /** @enum {unknown} */
            public_content_status?: "ok" | "warning" | "restricted" | "unrestricted" | "unlicensed" | "none" | null;
            draft_marker_enabled?: boolean;
            /** @description Computed; ignored. */
            content_url?: string;
            /** @description Computed; ignored. */
            dashboard_url?: string;
            /** @description Computed; ignored. */
            app_role?: string;
            /** @description Former name of `app_role`; ignored. */
            role?: string;
            /** @description A custom path, or an address that ends with it. */
            vanity_url?: string | null;
            /** @description Not implemented; ignored. */
            bookmarked?: boolean | null;
            /** @description When the item is run. Nothing runs. */
            schedules?: Record<string, never>[] | null;
            /** @description Tags that the fake has too. Others are ignored. */
            tags?: {
                id: string;
                name: string;
            }[] | null;
            owner?: string | {
                guid: string;
            } | null;
        };
        /**
         * @description Which users can open a content item.
         * @enum {string}
         */
        AccessType: "all" | "logged_in" | "acl";
        /** @description Access of a user or group to content, as `fake.addPermission()` takes it. */
        PermissionDetails: {
            /** @description Computed; ignored. */
            id?: string;
            /** Format: uuid */
            content_guid: string;
            /** Format: uuid */
            principal_guid: string;
            /** @enum {string} */
            principal_type: "user" | "group";
            /** @enum {string} */
            role: "viewer" | "owner";
        };
        /** @description Fields of a tag, as `fake.addTag()` takes them. */
        TagDetails: {
            id?: components["schemas"]["Name"];
            name: components["schemas"]["Name"];
            parent_id?: string | null;
            /** Format: date-time */
            created_time?: string;
            /** Format: date-time */
            updated_time?: string;
        };
        /** @description Initial data: the option `data`, or a data file (`--data`). */
        Seed: {
            /** @description Username or guid of the user that the administrator's key belongs to. By default, one is generated. */
            administrator?: components["schemas"]["Name"];
            users?: components["schemas"]["UserDetails"][];
            groups?: components["schemas"]["GroupSeed"][];
            tags?: components["schemas"]["TagDetails"][];
            content?: components["schemas"]["ContentSeed"][];
            permissions?: components["schemas"]["PermissionDetails"][];
            visits?: components["schemas"]["VisitDetails"][];
            jobs?: components["schemas"]["JobDetails"][];
        };
        /** @description Fields of a visit to content, as `fake.addVisit()` takes them. */
        VisitDetails: {
            /** Format: uuid */
            content_guid: string;
            /** Format: uuid */
            user_guid?: string | null;
            /** Format: date-time */
            time?: string;
            /** Format: date-time */
            ended?: string | null;
            path?: string | null;
            query?: string | null;
            user_agent?: string | null;
            variant_key?: string | null;
            rendering_id?: string | null;
            bundle_id?: string | null;
            data_version?: number;
            /**
             * Format: date-time
             * @description The same as `time`, as sessions of Shiny have it.
             */
            started?: string;
            /**
             * Format: date-time
             * @description The same as `time`, as hits have it.
             */
            timestamp?: string;
            /** @description The same as `path`, `query` and `user_agent`, as hits have them. */
            data?: {
                path?: string | null;
                query?: string | null;
                user_agent?: string | null;
            } | null;
            /** @description Computed; ignored. */
            id?: string | number;
        };
        /** @description Fields of a job of a content item, as `fake.addJob()` takes them. */
        JobDetails: {
            /** Format: uuid */
            content_guid: string;
            id?: string;
            key?: components["schemas"]["Name"];
            ppid?: string | null;
            pid?: string;
            remote_id?: string | null;
            /** @description Computed; ignored. */
            app_id?: string;
            /** @description Computed; ignored. */
            app_guid?: string;
            /** @description Computed; ignored. */
            content_id?: string;
            variant_id?: string;
            variant_key?: string;
            bundle_id?: string;
            /** Format: date-time */
            start_time?: string;
            /** Format: date-time */
            end_time?: string | null;
            /** Format: date-time */
            last_heartbeat_time?: string | null;
            /** Format: date-time */
            queued_time?: string | null;
            queue_name?: string | null;
            tag?: string;
            exit_code?: number | null;
            error?: string | null;
            status?: number;
            hostname?: string | null;
            cluster?: string | null;
            image?: string | null;
            run_as?: string | null;
            skip_reason?: string | null;
            /** @description What the job has written. */
            log?: {
                /** @enum {string} */
                source: "stdout" | "stderr";
                /** Format: date-time */
                timestamp: string | null;
                data: string;
            }[];
            /** @description Why the job failed, as the server explains it. */
            failure?: {
                code: string;
                summary: string;
                help_url: string;
            } | null;
        };
        /** @description Options of `fake.keyFor()`. */
        KeyOptions: {
            user_role?: components["schemas"]["Role"];
            /** Format: date-time */
            expires_at?: string;
        };
        /** @description The user whose key is wanted, and what the key is like. */
        KeyRequest: {
            user: components["schemas"]["UserReference"];
            user_role?: components["schemas"]["Role"];
            /** Format: date-time */
            expires_at?: string;
        };
        /** @description A request that is about one user. */
        UserRequest: {
            user: components["schemas"]["UserReference"];
        };
        /** @description A user, or a guid or username. */
        UserReference: string | {
            guid: string;
        };
        /** @description A record, or its guid. */
        RecordReference: string | {
            guid: string;
        };
        /** @description Options of `fake.signIn()`. */
        SignInOptions: {
            groups?: components["schemas"]["Name"][];
        };
        /** @description A user that signs in, by username or guid. */
        SignInRequest: {
            user: components["schemas"]["Name"];
            groups?: components["schemas"]["Name"][];
        };
        /** @description A change that the sign-in provider makes to a user. */
        ProviderChange: {
            /** @description `false` locks the user, `true` unlocks. */
            active?: boolean;
            groups?: components["schemas"]["Name"][];
            username?: components["schemas"]["Name"];
            email?: string;
            first_name?: string;
            last_name?: string;
            user_role?: components["schemas"]["Role"];
        };
        /** @description A user, by username or guid, and the change. */
        ProviderChangeRequest: {
            user: components["schemas"]["Name"];
            change: components["schemas"]["ProviderChange"];
        };
        /** @description A machine that may act on one content item, as `fake.oauth.addPrincipal()` takes it. */
        PrincipalDetails: {
            content: components["schemas"]["RecordReference"];
            name?: components["schemas"]["Name"];
            issuer?: components["schemas"]["Name"];
            audience?: components["schemas"]["Name"];
            claims?: {
                [key: string]: string;
            };
            /** @enum {string} */
            app_role?: "viewer" | "editor";
        };
        /** @description Fields of an identity token, as `fake.oauth.identityToken()` takes them. */
        IdentityTokenDetails: {
            issuer?: components["schemas"]["Name"];
            audience?: components["schemas"]["Name"];
            claims?: {
                [key: string]: string;
            };
            /** Format: date-time */
            expires_at?: string;
            forged?: boolean;
        };
        /** @description A waiting sign-in, and the user to approve it as. */
        SignInApproval: {
            id: components["schemas"]["Name"];
            user: components["schemas"]["Name"];
        };
        /** @description A waiting sign-in. */
        SignInRefusal: {
            id: components["schemas"]["Name"];
        };
        /** @description Fields of an OAuth integration. */
        IntegrationDetails: {
            name?: string;
            description?: string;
            template?: components["schemas"]["Name"];
            config?: {
                [key: string]: unknown;
            };
            content?: components["schemas"]["RecordReference"][];
        };
        /** @description A user's session with the service behind an integration. */
        OAuthSessionDetails: {
            user: components["schemas"]["UserReference"];
            integration: components["schemas"]["RecordReference"];
            has_refresh_token?: boolean;
        };
        /** @description Options of `fake.sessionTokenFor()`. */
        SessionTokenOptions: {
            content: components["schemas"]["RecordReference"];
            /** Format: date-time */
            expires_at?: string;
        };
        /** @description The visitor and the content of a session token. Without a user it is that of the content itself. */
        SessionTokenRequest: {
            user?: components["schemas"]["Name"];
            content: components["schemas"]["Name"];
            /** Format: date-time */
            expires_at?: string;
        };
        /** @description The state and the time of a fake, as `fake.snapshot()` returns them. */
        Snapshot: {
            /** @constant */
            format: "fake-connect/1";
            seed: number;
            /** Format: date-time */
            now: string;
            counters: {
                [key: string]: number;
            };
            users: {
                externalId?: string;
                record: {
                    email: string;
                    username: string;
                    first_name: string;
                    last_name: string;
                    user_role: components["schemas"]["Role"];
                    created_time: string;
                    updated_time: string;
                    active_time?: string | null;
                    confirmed: boolean;
                    locked: boolean;
                    /** Format: uuid */
                    guid: string;
                };
            }[];
            keys: {
                id: number;
                /** Format: uuid */
                userGuid: string;
                name: string;
                role: components["schemas"]["Role"];
                createdTime: string;
                activeTime?: string | null;
                expiresAt?: string | null;
                visitor?: boolean;
            }[];
            groups: {
                /** Format: uuid */
                guid: string;
                name: string;
                ownerGuid?: string | null;
                gid?: number | null;
                uniqueId?: string | null;
                members: string[];
            }[];
            content: {
                /** Format: uuid */
                guid: string;
                name: string;
                owner_guid: string;
                access_type: components["schemas"]["AccessType"];
            }[];
            permissions: {
                id: string;
                content_guid: string;
                principal_guid: string;
                /** @enum {string} */
                principal_type: "user" | "group";
                /** @enum {string} */
                role: "viewer" | "owner";
            }[];
            environments: {
                content_guid: string;
                names: string[];
            }[];
            bundles: {
                id: string;
                contentGuid: string;
                createdBy: string;
                createdTime: string;
                size: number;
                manifest: Record<string, never>;
                deployed: boolean;
                /** @description The archive in base64. */
                archive?: string;
            }[];
            tasks: {
                id: string;
                userGuid: string;
                output: string[];
            }[];
            jobs?: {
                record: {
                    id: string;
                    key: string;
                    content_guid: string;
                    start_time: string;
                    status: number;
                };
                log: Record<string, never>[];
                failure: Record<string, never> | null;
            }[];
            tags: {
                id: string;
                name: string;
                parent_id: string | null;
                created_time: string;
                updated_time: string;
            }[];
            contentTags: {
                content_guid: string;
                tag_ids: string[];
            }[];
            visits: {
                id: number;
                content_guid: string;
                user_guid: string | null;
                time: string;
            }[];
            usedTickets: {
                [key: string]: number;
            };
            audit?: {
                id: string;
                /** Format: date-time */
                time: string;
                user_id: string;
                user_guid?: string | null;
                user_description: string;
                action: string;
                event_description: string;
            }[];
            integrations?: {
                id: string;
                /** Format: uuid */
                guid: string;
                created_time: string;
                updated_time: string;
                name?: string | null;
                description?: string | null;
                template: string;
                auth_type: string;
                config: Record<string, never>;
                permissions: Record<string, never>[];
            }[];
            associations?: {
                content_guid: string;
                integration_guid: string;
                created_time: string;
            }[];
            oauthSessions?: {
                id: string;
                /** Format: uuid */
                guid: string;
                user_guid: string;
                oauth_integration_guid: string;
                has_refresh_token?: boolean;
                created_time?: string;
                updated_time?: string;
                credential: number;
                /** Format: date-time */
                credential_expires_at: string;
            }[];
            sessionTokens?: {
                id: number;
                contentGuid: string;
                userGuid?: string | null;
                /** Format: date-time */
                expiresAt?: string | null;
            }[];
            serviceTokens?: {
                id: number;
                /** Format: uuid */
                guid: string;
                name: string;
                scopes: string[];
                createdTime: string;
                activeTime?: string | null;
                /** Format: date-time */
                expiresAt?: string | null;
            }[];
            authorizations?: {
                clients: {
                    id: number;
                    client_id: string;
                    client_name: string | null;
                    redirect_uris: string[];
                    /** Format: date-time */
                    created_at: string;
                    /** Format: date-time */
                    last_used_at: string | null;
                }[];
                browserSignIns: {
                    id: number;
                    /** @constant */
                    kind: "browser";
                    client_id: string;
                    /** Format: date-time */
                    created_time: string;
                    expires: number;
                    /** @enum {string} */
                    status: "pending" | "approved" | "denied";
                    user_guid: string | null;
                    family: number | null;
                    redirect_uri: string;
                    state: string | null;
                    code_challenge: string;
                    redirected: boolean;
                }[];
                deviceSignIns: {
                    id: number;
                    /** @constant */
                    kind: "device";
                    client_id: string;
                    /** Format: date-time */
                    created_time: string;
                    expires: number;
                    /** @enum {string} */
                    status: "pending" | "approved" | "denied";
                    user_guid: string | null;
                    family: number | null;
                    user_code: string;
                    interval: number;
                    polled: number | null;
                }[];
                families: {
                    id: number;
                    client_id: string;
                    user_guid: string;
                    refresh: number;
                    spent: number[];
                    access: {
                        number: number;
                        expires: number;
                    }[];
                    revoked: boolean;
                }[];
                principals: {
                    /** Format: uuid */
                    guid: string;
                    name: string;
                    issuer: string;
                    audience: string;
                    claims: {
                        [key: string]: string;
                    };
                    content_guid: string;
                    /** @enum {string} */
                    app_role: "viewer" | "editor";
                }[];
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
