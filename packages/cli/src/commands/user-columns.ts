/** The fields of users that a table shows. */
export const USER_COLUMNS = [
  "username",
  "first_name",
  "last_name",
  "email",
  "user_role",
  "locked",
  "active_time",
] as const;

/** All fields of users, for CSV. */
export const USER_FIELDS = [
  "guid",
  "username",
  "email",
  "first_name",
  "last_name",
  "user_role",
  "locked",
  "confirmed",
  "active_time",
  "created_time",
  "updated_time",
  "external_id",
] as const;
