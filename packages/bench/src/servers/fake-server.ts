import { createFakeConnect } from "@connect-sdk/testing";
import { endWithInput } from "./end-with-input.ts";

/** Serves a fake of 1,000 users. Prints its address, key and one of its users as JSON. */
const fake = createFakeConnect({ users: 1_000 });
const { url } = await fake.listen();
console.log(JSON.stringify({ url, apiKey: fake.apiKey, user: fake.users[500] }));
endWithInput();
