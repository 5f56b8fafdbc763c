/**
 * The environment of a computer without profiles, keyring or server. Every run of the program starts from it, so that no test
 * sees what the person who runs the tests has stored or set.
 */
export const emptyEnvironment = {
  HOME: "/nonexistent",
  XDG_CONFIG_HOME: "/nonexistent",
  DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent",
};

/** The same for a child process, which also needs to find programs. */
export const childEnvironment = { PATH: process.env["PATH"] ?? "", ...emptyEnvironment };
