/** Code points of the keys that write nothing (WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** An input source and what it does, as WebDriver and WebDriver BiDi both take it. */
type Source = Readonly<Record<string, unknown>>;

const mouse = (action: Source): Source => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions: [action],
});

/** Each input of a page as a list of actions. */
export const actionsOf = {
  point: (x: number, y: number): readonly Source[] => [
    mouse({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }),
  ],
  hold: (): readonly Source[] => [mouse({ type: 'pointerDown', button: 0 })],
  release: (): readonly Source[] => [mouse({ type: 'pointerUp', button: 0 })],
  scroll: (x: number, y: number, by: number): readonly Source[] => [
    {
      type: 'wheel',
      id: 'wheel',
      actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: by, duration: 0 }],
    },
  ],
  press: (key: string): readonly Source[] => {
    const values = key.split('+').map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
    return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
  },
};

/** The inputs of a page whose driver performs such lists. */
export const inputsOf = (perform: (actions: readonly Source[]) => Promise<unknown>) => ({
  point: async (x: number, y: number) => void (await perform(actionsOf.point(x, y))),
  hold: async () => void (await perform(actionsOf.hold())),
  release: async () => void (await perform(actionsOf.release())),
  scroll: async (x: number, y: number, by: number) => void (await perform(actionsOf.scroll(x, y, by))),
  press: async (key: string) => void (await perform(actionsOf.press(key))),
});
