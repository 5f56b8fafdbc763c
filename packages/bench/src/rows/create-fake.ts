import { createFakeConnect } from "@connect-sdk/testing";
import { times } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";

const FAKES = 100;

export const createFake: Row = {
  name: "create-fake",
  what: "`createFakeConnect()`",
  floor: "one fake, on average of 100",
  budget: { at: "most", value: 1, unit: "ms" },
  async measure() {
    const milliseconds = await times(
      () => {
        for (let index = 0; index < FAKES; index++) createFakeConnect();
      },
      { rounds: 15 },
    );
    return milliseconds.map((each) => each / FAKES);
  },
};
