// @vitest-environment happy-dom
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { createPinia } from "pinia";
import { expect, test, vi } from "vitest";
import { UsersPage } from "../src/users-page.ts";
import { createUsersStore } from "../src/users-store.ts";

function start() {
  const fake = createFakeConnect();
  fake.addUser({ username: "mira" });
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const useUsers = createUsersStore(connection);
  return { fake, page: mount(UsersPage, { props: { useUsers }, global: { plugins: [createPinia()] } }) };
}

const rowOf = (page: VueWrapper, name: string) => page.findAll("li").find((row) => row.text().includes(name));

test("locks a user, and shows the new state", async () => {
  const { fake, page } = start();
  await vi.waitFor(() => expect(rowOf(page, "mira")).toBeDefined());
  await rowOf(page, "mira")?.get("button").trigger("click");
  await vi.waitFor(() => expect(rowOf(page, "mira")?.text()).toContain("Unlock"));
  expect(fake.users.find(({ username }) => username === "mira")?.locked).toBe(true);
});

test("an older search does not replace the result of a newer one", async () => {
  const { fake, page } = start();
  fake.addUser({ username: "tomas" });
  await vi.waitFor(() => expect(rowOf(page, "mira")).toBeDefined());
  fake.fault({ path: "/v1/users", delay: 100, times: 1 });
  await page.get("input").setValue("mir");
  await page.get("input").setValue("tom");
  await vi.waitFor(() => expect(page.findAll("li").map((row) => row.text())).toEqual(["tomas Lock"]));
  expect(page.get("[role=alert]").text()).toBe("");
});

test("shows the error of a search", async () => {
  const { fake, page } = start();
  await vi.waitFor(() => expect(rowOf(page, "mira")).toBeDefined());
  fake.fault({ path: "/v1/users", status: 403 });
  await page.get("input").setValue("mir");
  await vi.waitFor(() => expect(page.get("[role=alert]").text()).toContain("403"));
});

test("shows why the own account cannot be locked", async () => {
  const { page } = start();
  await vi.waitFor(() => expect(rowOf(page, "admin")).toBeDefined());
  await rowOf(page, "admin")?.get("button").trigger("click");
  await flushPromises();
  await vi.waitFor(() => expect(page.get("[role=alert]").text()).toContain("own account"));
});
