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
            /** @description An RFC 3339 timestamp, or `system` for a clock that runs. In-process also a `Date`. */
            now?: string;
            journalLimit?: number;
            maxRequestBytes?: number;
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
            groupsEnabled?: boolean;
            /** @enum {string} */
            userInfoEditableBy?: "adminandself" | "admin";
            userActivityDays?: number;
            proxyUniqueId?: boolean;
            hideVersion?: boolean;
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
        };
        /**
         * @description Which requests fail, and how. A request must satisfy every given condition. At least one of `status`, `body`, `html`,
         *     `headers`, `delay`, `reset` and `truncate` is required, because a fault without them has no effect.
         */
        Fault: {
            /** @enum {string} */
            operationId?: "getCurrentUser" | "getUsers" | "createPushUser" | "createPullUser" | "searchRemoteUsers" | "getUser" | "updateUser" | "lockUser" | "listKeys" | "createKey" | "getKey" | "deleteKey" | "getGroups" | "createGroup" | "createRemoteGroup" | "searchRemoteGroups" | "getGroup" | "updateGroup" | "patchGroup" | "deleteGroup" | "getGroupMembers" | "addGroupMember" | "removeGroupMember" | "getGroupOwnershipExperimental" | "getContents" | "createContent" | "getContent" | "updateContent" | "deleteContent" | "listContentPermissions" | "addContentPermission" | "getContentPermission" | "updateContentPermission" | "deleteContentPermission" | "getBundles" | "uploadContentBundle" | "getBundle" | "deleteBundle" | "downloadBundle" | "deployContentBundle" | "getTask" | "listTags" | "createTag" | "getTag" | "updateTag" | "deleteTag" | "listTagContent" | "listContentTags" | "addTag" | "removeTag" | "getContentVisits" | "getShinyAppUsage" | "getContentHits" | "getServerSettings" | "getPublicSettings" | "getPythonInformation" | "getRInformation" | "getQuartoInformation" | "getTensorFlowInformation" | "getNodeJsInformation" | "bootstrap" | "bootstrapExperimental";
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
            /** Format: uuid */
            guid?: string;
            external_id?: components["schemas"]["Name"];
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
            /** Format: uuid */
            guid?: string;
            /** @description Computed; ignored. */
            member_count?: number;
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
            /** Format: uuid */
            guid?: string;
            /** @description Computed; ignored. */
            member_count?: number;
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
            /** @description Not implemented; ignored. */
            vanity_url?: string | null;
            /** @description Not implemented; ignored. */
            bookmarked?: boolean | null;
            /** @description Not implemented; ignored. */
            schedules?: unknown[] | null;
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
            /** @description Not implemented; ignored. */
            vanity_url?: string | null;
            /** @description Not implemented; ignored. */
            bookmarked?: boolean | null;
            /** @description Not implemented; ignored. */
            schedules?: unknown[] | null;
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
        };
        /** @description Options of `fake.keyFor()`. */
        KeyOptions: {
            user_role?: components["schemas"]["Role"];
        };
        /** @description The user whose key is wanted, by username or guid. */
        KeyRequest: {
            user: components["schemas"]["Name"];
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
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
