import { connect } from "@connect-sdk/users";
import { startMock } from "./mock.ts";

// In a real page, the key stays on your server. Here, the "server" is in the page.
const { url, apiKey } = await startMock();
const { users } = connect({ url, apiKey });

const list = document.querySelector("#users");

async function show(): Promise<void> {
  const found = await users.find({ user_role: "viewer" });
  list?.replaceChildren(
    ...found.map((user) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.textContent = user.locked ? `Unlock ${user.username}` : `Lock ${user.username}`;
      button.addEventListener("click", () => void (user.locked ? user.unlock() : user.lock()).then(show));
      item.append(`${user.first_name} ${user.last_name} `, button);
      return item;
    }),
  );
}

await show();
