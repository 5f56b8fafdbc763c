/** The base path of the API, below the server's own path prefix. */
export const API_PATH = "/__api__";
