import type { UserRole } from "@connect-sdk/api";

/**
 * Someone to create. Which fields are needed besides the username depends on how the server authenticates: with passwords,
 * `email` and either `password` or `user_must_set_password`; with SAML or OAuth2, `external_id`.
 */
export type CreateUser = NewUser & (ChosenPassword | OwnPassword);

/** Everything but the password. */
export interface NewUser {
  /** The name to sign in with: unique, and upper case differs from lower case. */
  username: string;
  /** Need not be unique. */
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  /** Default, also for null: the server's, which is `viewer` unless it is configured otherwise. */
  user_role?: UserRole | null | undefined;
  /** The id at the authentication provider. Newer servers; older ones call it `unique_id`. */
  external_id?: string | undefined;
  /** What older servers call `external_id`. */
  unique_id?: string | undefined;
}

/** The password is given. */
export interface ChosenPassword {
  /** At least 6 characters, and as strong as the server demands. */
  password?: string | undefined;
  user_must_set_password?: false | undefined;
}

/** The new user chooses a password, from a link that the server sends by e-mail. */
export interface OwnPassword {
  password?: undefined;
  user_must_set_password?: boolean | undefined;
}
