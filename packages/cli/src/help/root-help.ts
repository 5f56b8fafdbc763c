import { commands } from "../commands.ts";
import type { Style } from "../output/style.ts";
import { columns, section } from "./layout.ts";

/** What `connect-users --help` prints. Loads no command, so that it is there at once. */
export function rootHelp(style: Style): string {
  return [
    "Manage the users of a Posit Connect server.\n\n",
    section("Examples", columns(EXAMPLES), style),
    section("Usage", ["connect-users COMMAND [ARGUMENTS] [FLAGS]"], style),
    section("Commands", columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])), style),
    section("Server and key", columns(ENVIRONMENT), style),
    section("Exit codes", columns(EXIT_CODES), style),
    "`connect-users COMMAND --help` tells more. USER is a guid, a username or an e-mail address, exactly.\n",
  ].join("");
}

const EXAMPLES = [
  ["connect-users whoami", "Check that server and key work"],
  ["connect-users list --role administrator", "See who can administer the server"],
  [
    "connect-users list --status licensed --csv > seats.csv",
    "Take everyone who counts against the licence to a spreadsheet",
  ],
  ["connect-users lock jdoe", "Lock someone who has left"],
] as const;

const ENVIRONMENT = [
  ["CONNECT_SERVER, CONNECT_API_KEY", "the usual way, also in a cron job"],
  ["connect-users login", "stores them as a profile, to be used with --profile NAME"],
  ["--server URL, --api-key-file FILE|-", "for one command"],
] as const;

const EXIT_CODES = [
  ["0", "done"],
  ["1", "failed"],
  ["2", "the command line is wrong"],
  ["3", "not authenticated, or not permitted"],
  ["4", "not found"],
  ["5", "some rows failed"],
  ["6", "refused by a guard"],
] as const;
