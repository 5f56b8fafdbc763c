import { createHome, isConnectVariable, ownEnvironment } from "./scripts/own-environment.mjs";

/** Gives all tests of a run a home of their own, and takes `CONNECT_*` away. The workers inherit this process's environment. */
export default function setup(): () => void {
  const { home, remove } = createHome();
  for (const name of Object.keys(process.env).filter(isConnectVariable)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, ownEnvironment(home));
  return remove;
}
