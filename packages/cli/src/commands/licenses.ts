import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { countSeats } from "../seats/count-seats.ts";
import { readSeatLimit } from "../seats/read-limit.ts";
import { seatChart } from "../seats/seat-chart.ts";

export default defineCommand<GlobalFlags>({
  description:
    "Shows who takes the seats of the licence: users by role and account status, and when they were last active. Draws a chart " +
    "on a terminal. The row `all` has the licence's limit, where the server shows it.",
  examples: [
    ["licenses", "See how many seats are left"],
    ["licenses --csv > seats.csv", "Keep the figures"],
    ["licenses --json", 'Give them to a script: `.[] | select(.user_role == "all") | .free`'],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, context) {
    const { api, users } = await context.connect();
    const { signal } = context;
    const limit = await readSeatLimit(api, { signal });
    const seats = await countSeats(users, context);
    return {
      kind: "rows",
      rows: seats.map((row) => {
        const ofAll = row.user_role === "all" && limit !== undefined;
        return { ...row, limit: ofAll ? limit : null, free: ofAll ? limit - row.licensed : null };
      }),
      columns: [
        "user_role",
        "licensed",
        "inactive",
        "locked",
        "total",
        "active_30_days",
        "last_active",
        "limit",
        "free",
      ],
      picture: (terminal) => seatChart(seats, limit, terminal),
    };
  },
});
