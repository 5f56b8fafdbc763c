/** The public types of input and `openapi/fake-control.yaml` describe the same fields. */
import { expectTypeOf } from "vitest";
import type { Inputs } from "../../src/generated/control-validators.ts";
import type { ContentRecord, GroupRecord, PermissionRecord, TagRecord, UserRecord } from "@connect-sdk/api";
import type {
  ContentDetails,
  ContentSeed,
  Duration,
  FakeConnectOptions,
  FakeSettings,
  FakeSnapshot,
  Fault,
  GroupDetails,
  GroupSeed,
  JobDetails,
  KeyOptions,
  ListenOptions,
  PermissionDetails,
  SeedData,
  TagDetails,
  UserDetails,
  VisitDetails,
} from "../../src/index.ts";

type Documented<Name extends keyof Inputs> = keyof Inputs[Name];

expectTypeOf<keyof FakeConnectOptions>().toEqualTypeOf<Documented<"Options">>();
expectTypeOf<keyof FakeSettings>().toEqualTypeOf<keyof NonNullable<Inputs["Options"]["settings"]>>();
expectTypeOf<keyof Fault>().toEqualTypeOf<Documented<"Fault">>();
expectTypeOf<keyof ListenOptions>().toEqualTypeOf<Documented<"ListenOptions">>();
expectTypeOf<keyof UserDetails>().toEqualTypeOf<Documented<"UserDetails">>();
expectTypeOf<keyof GroupDetails>().toEqualTypeOf<Documented<"GroupDetails">>();
expectTypeOf<keyof ContentDetails>().toEqualTypeOf<Documented<"ContentDetails">>();
expectTypeOf<keyof PermissionDetails>().toEqualTypeOf<Documented<"PermissionDetails">>();
expectTypeOf<keyof TagDetails>().toEqualTypeOf<Documented<"TagDetails">>();
expectTypeOf<keyof VisitDetails>().toEqualTypeOf<Documented<"VisitDetails">>();
expectTypeOf<keyof JobDetails>().toEqualTypeOf<Documented<"JobDetails">>();
expectTypeOf<keyof SeedData>().toEqualTypeOf<Documented<"Seed">>();
expectTypeOf<keyof GroupSeed>().toEqualTypeOf<Documented<"GroupSeed">>();
expectTypeOf<keyof ContentSeed>().toEqualTypeOf<Documented<"ContentSeed">>();
expectTypeOf<keyof FakeSnapshot>().toEqualTypeOf<Documented<"Snapshot">>();

expectTypeOf<Inputs["Fault"]>().toExtend<Fault>();
expectTypeOf<Inputs["ListenOptions"]>().toEqualTypeOf<ListenOptions>();
expectTypeOf<Inputs["Duration"]>().toEqualTypeOf<Duration>();
expectTypeOf<Inputs["KeyOptions"]>().toEqualTypeOf<KeyOptions>();
expectTypeOf<Inputs["UserDetails"]>().toExtend<UserDetails>();
expectTypeOf<Inputs["Seed"]>().toExtend<SeedData>();

// Records of a server are data.
expectTypeOf<{ users: readonly UserRecord[]; groups: GroupRecord[]; tags: TagRecord[] }>().toExtend<SeedData>();
expectTypeOf<{ content: readonly ContentRecord[]; permissions: PermissionRecord[] }>().toExtend<SeedData>();
