import { defineComponent, h, onMounted } from "vue";
import type { createUsersStore } from "./users-store.ts";

/** The page: a search field, and a button per user. Written with `h`, so that the example needs no compiler. */
export const UsersPage = defineComponent({
  props: { useUsers: { type: Function, required: true } },
  setup(props) {
    const store = (props.useUsers as ReturnType<typeof createUsersStore>)();
    onMounted(() => store.search(""));
    return () => [
      h("input", {
        "aria-label": "Search",
        onInput: (event: Event) => store.search((event.target as HTMLInputElement).value),
      }),
      h("p", { role: "alert" }, store.error),
      h(
        "ul",
        store.found.map((user) =>
          h("li", { key: user.guid }, [
            `${user.username} `,
            h("button", { onClick: () => store.toggle(user) }, user.locked ? "Unlock" : "Lock"),
          ]),
        ),
      ),
    ];
  },
});
