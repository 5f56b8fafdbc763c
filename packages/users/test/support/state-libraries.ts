import { createPinia, defineStore, setActivePinia } from "pinia";
import { produce } from "immer";
import { proxy as valtioProxy, snapshot } from "valtio/vanilla";
import { reactive, ref } from "vue";

/** Returns an object as a caller gets it back from a state library. */
type Hold = <Held extends object>(object: Held) => Held;

/** The state libraries by name, and other things that callers do to the objects that they hold. */
export const stateLibraries: Readonly<Record<string, Hold>> = {
  "`new Proxy(object, {})`": (object) => new Proxy(object, {}),
  "Vue `reactive()`": (object) => pick(reactive({ object }), object),
  "Vue `ref()`": (object) => pick({ object: ref(object).value }, object),
  Pinia: (object) => {
    setActivePinia(createPinia());
    const useStore = defineStore("held", { state: () => ({ object }) });
    return pick(useStore(), object);
  },
  "Valtio `proxy()`": (object) => valtioProxy({ object }).object,
  "Valtio `snapshot()`": (object) => pick(snapshot(valtioProxy({ object })), object),
  "Immer `produce()`": (object) =>
    pick(
      produce<{ object: unknown }>({ object: undefined }, (draft) => {
        draft.object = object;
      }),
      object,
    ),
  "`Object.freeze()`": (object) => Object.freeze(object),
};

/** Returns the property `object` with the type that it had before a library mapped it. */
function pick<Held extends object>(state: { readonly object: unknown }, original: Held): Held {
  const { object } = state;
  const isHeld = (value: unknown): value is Held => value instanceof original.constructor;
  if (!isHeld(object)) throw new Error("The state library returned another object.");
  return object;
}
