import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** A user on the wire. */
export type UserRecord = Schemas["User"];
/** A person found in a remote directory, with the ticket that creates their account. */
export type RemoteUserRecord = Schemas["UserWithTicket"];
/** The response to an update: the editable fields only. */
export type EditableUserRecord = Schemas["EditableUser"];
/** What a user may do on the server: a `viewer` views, a `publisher` also deploys, an `administrator` also manages users. */
export type UserRole = Schemas["UserRole"];
/** State of an account: `locked`, `licensed` (it counts against the license), or `inactive` (neither). */
export type AccountStatus = Schemas["AccountStatus"];
/** A group on the wire. */
export type GroupRecord = Schemas["Group"];
/** A content item on the wire. */
export type ContentRecord = Schemas["Content"];
/** An API key on the wire. It contains the complete key only in the response that creates it. */
export type ApiKeyRecord = Schemas["APIKey"];
/** Access of a user or group to a content item, on the wire. */
export type PermissionRecord = Schemas["Permission"];
/** An archive that was uploaded for a content item on the wire. */
export type BundleRecord = Schemas["Bundle"];
/** The state of a task, such as a deployment on the wire. */
export type TaskRecord = Schemas["Task"];
/** A tag on the wire. */
export type TagRecord = Schemas["Tag"];
/** A visit to content other than a Shiny application on the wire. */
export type ContentVisitRecord = Schemas["ContentVisitEntry"];
/** A session of a Shiny application on the wire. */
export type ShinyUsageRecord = Schemas["ShinyAppUsageEntry"];
/** A visit to content of any kind on the wire. */
export type ContentHitRecord = Schemas["ContentHitEntry"];
/** The body of every error that Connect returns. */
export type ApiErrorBody = Schemas["APIError"];
