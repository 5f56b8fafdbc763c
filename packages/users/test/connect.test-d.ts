import { connect, type ConnectOptions } from "@connect-sdk/users";

const url = "https://connect.example.com";
const apiKey = "0123456789abcdef";

// All options have defaults in the environment.
connect();
connect({});
connect({ url });
connect({ apiKey });
connect({ url: undefined, apiKey: undefined });
connect({ url: process.env["CONNECT_SERVER"], apiKey: process.env["CONNECT_API_KEY"] });

// All options of the client are accepted.
connect({ url, apiKey, behindGateway: true });
connect({ url, token: async () => "t", refresh: async () => "t2" });
connect({ url, anonymous: true });
connect({ timeout: 5_000, deadline: false, retry: false, plugins: [], fetch });
const options: ConnectOptions = { url, apiKey };
connect(options);

// @ts-expect-error two credentials
connect({ url, apiKey, token: "t" });
// @ts-expect-error a credential and none
connect({ url, apiKey, anonymous: true });
// @ts-expect-error a refresh without a token
connect({ url, refresh: () => "t2" });
// @ts-expect-error a misspelled option
connect({ url, apikey: apiKey });
// @ts-expect-error the server is an option, not an argument
connect(url);
