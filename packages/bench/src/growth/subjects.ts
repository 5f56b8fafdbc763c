import type { Subject } from "./curve.ts";
import { findGrowth } from "./find-growth.ts";
import { groupsGrowth } from "./groups-growth.ts";
import { importGrowth } from "./import-growth.ts";
import { queryGrowth } from "./query-growth.ts";

/** Everything whose growth is measured. */
export const subjects: readonly Subject[] = [findGrowth, ...queryGrowth, groupsGrowth, importGrowth];
