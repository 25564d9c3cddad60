import { fetchFigures } from '../figure/fetchFigures.ts';
import { refusalOf } from '../text/refusal.ts';
import type { Ground } from './core.ts';
import type { Gatescope, GatescopeOptions } from './gatescope.ts';
import type { TakeGradient } from './gradient/gradient.ts';
import type { InputActions } from './inputActions.ts';
import { type Abilities, createInstance } from './instance.ts';
import { lazily } from './lazily.ts';
import type { State } from './state.ts';

/** The abilities of an instance that a reader may never ask for, each fetched when it is first needed. */
const abilities: Abilities = { editing, gradients };

/** An instance that begins with stepping alone. */
export const createOnDemand = (options: GatescopeOptions): Gatescope => createInstance(abilities, options);

const load = () => import('./abilities.ts');

/**
 * Actions that fetch their code, and that of pictures after a change, when the first of them is called; from then on they act at
 * once. Where it does not arrive they wait for the next attempt, and the state says so, as it does where a change that waited
 * is refused: whoever made it asks no more.
 */
function editing<A extends object>(
  ground: Ground,
  own: A,
): { readonly actions: A & InputActions; fetch(): Promise<void> } {
  let fetched: InputActions | null = null;
  const fetch = async (): Promise<InputActions> => {
    const [{ editable, inputActions }] = await Promise.all([load(), fetchFigures()]);
    fetched ??= inputActions(editable(ground));
    return fetched;
  };
  const waiting: ((actions: InputActions) => unknown)[] = [];
  const fetchAndAct = async (): Promise<void> => {
    const actions = await fetch();
    const { unfetched } = ground.get();
    let said: State['unfetched'] = unfetched !== true && unfetched;
    for (const act of waiting.splice(0)) said = refusalOf(() => void act(actions)) ?? said;
    if (said !== unfetched) ground.set({ unfetched: said });
  };
  const later =
    (name: keyof InputActions) =>
    (...args: readonly never[]): unknown => {
      const act = (actions: InputActions): unknown =>
        (actions[name] as (...args: readonly never[]) => unknown)(...args);
      if (fetched) return act(fetched);
      waiting.push(act);
      return fetchAndAct().catch((error) => {
        if (fetched) throw error;
        ground.set({ unfetched: true });
      });
    };
  const get = (_: A, name: string): unknown =>
    own[name as keyof A] ?? fetched?.[name as keyof InputActions] ?? later(name as keyof InputActions);
  return {
    actions: new Proxy(own, { get }) as A & InputActions,
    fetch() {
      // whoever asks has read the sentence
      if (ground.get().unfetched !== true) ground.set({ unfetched: false });
      return fetchAndAct();
    },
  };
}

/** Takes gradients once the code for it is there. */
function gradients(onLoad: () => void): TakeGradient {
  const taker = lazily(async () => (await load()).createTakeGradient(), onLoad);
  return (derived, view) => taker()?.(derived, view) ?? null;
}
