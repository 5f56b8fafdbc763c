/** The public types of input and `openapi/fake-control.yaml` describe the same fields. */
import { expectTypeOf } from "vitest";
import type { Inputs } from "../../src/generated/control-validators.ts";
import type {
  ContentDetails,
  Duration,
  FakeConnectOptions,
  FakeSettings,
  FakeSnapshot,
  Fault,
  GroupDetails,
  KeyOptions,
  ListenOptions,
  UserDetails,
} from "../../src/index.ts";

type Documented<Name extends keyof Inputs> = keyof Inputs[Name];

expectTypeOf<keyof FakeConnectOptions>().toEqualTypeOf<Documented<"Options">>();
expectTypeOf<keyof FakeSettings>().toEqualTypeOf<keyof NonNullable<Inputs["Options"]["settings"]>>();
expectTypeOf<keyof Fault>().toEqualTypeOf<Documented<"Fault">>();
expectTypeOf<keyof ListenOptions>().toEqualTypeOf<Documented<"ListenOptions">>();
expectTypeOf<keyof UserDetails>().toEqualTypeOf<Documented<"UserDetails">>();
expectTypeOf<keyof GroupDetails>().toEqualTypeOf<Documented<"GroupDetails">>();
expectTypeOf<keyof ContentDetails>().toExtend<Documented<"ContentDetails"> | ContentParts>();
expectTypeOf<Documented<"ContentDetails">>().toExtend<keyof ContentDetails>();
expectTypeOf<keyof FakeSnapshot>().toEqualTypeOf<Documented<"Snapshot">>();

expectTypeOf<Inputs["Fault"]>().toExtend<Fault>();
expectTypeOf<Inputs["ListenOptions"]>().toEqualTypeOf<ListenOptions>();
expectTypeOf<Inputs["Duration"]>().toEqualTypeOf<Duration>();
expectTypeOf<Inputs["KeyOptions"]>().toEqualTypeOf<KeyOptions>();
expectTypeOf<Inputs["UserDetails"]>().toExtend<UserDetails>();

/** Fields of content that the API returns on request, and that the fake does not store. */
type ContentParts = "tags" | "owner" | "vanity_url" | "bookmarked" | "schedules";
