import DefaultTheme from "vitepress/theme";
import type { Theme } from "vitepress";
import { defineAsyncComponent } from "vue";
import "./style.css";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    // Loaded by the page that uses it.
    app.component(
      "ConnectPlayground",
      defineAsyncComponent(() => import("../playground/ConnectPlayground.vue")),
    );
  },
};

export default theme;
