import type { Check } from './check.ts';
import { same } from './check.ts';
import { type EnginePage, evaluate } from './engine.ts';
import { WATCH } from './site.ts';
import { click, clickNamed, until, waitFor } from './user.ts';

/** The strictest policy that allows a page its own scripts and styles. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

const lesson = (body: string) => ({
  policy: POLICY,
  html: `<!doctype html><meta charset="utf-8"><title>Lesson</title><script src="./${WATCH}"></script>
<script type="module" src="./element/gate-diagram.js"></script><body>${body}`,
});

/** Pages with elements, under the strictest policy. */
export const elementPages = {
  'elements.html': lesson(`<gate-diagram id="a" cell="gru" text="hello" t="3" units="3"><p>A GRU</p></gate-diagram>
<gate-diagram id="b" link="cell=lstm&amp;text=abc" parts="diagram,transport,equations" step="timestep"></gate-diagram>
<div id="other"></div>`),
  'refused.html': lesson('<gate-diagram id="a" units="many"></gate-diagram>'),
};

/** The label of an element's picture; an empty string before it is drawn. */
const labelOf = (page: EnginePage, id: string): Promise<string> =>
  evaluate(
    page,
    (id) => document.getElementById(id)?.shadowRoot?.querySelector('.diagram svg')?.getAttribute('aria-label') ?? '',
    id,
  );

const labelHas = (page: EnginePage, id: string, part: string) =>
  waitFor(`“${part}”`, async () => {
    const label = await labelOf(page, id);
    return label.includes(part) ? label : null;
  });

export const elementChecks: readonly Check[] = [
  {
    name: 'element: starts under the strictest policy and reads attributes',
    run: async (page, site) => {
      await page.go(`${site}elements.html`);
      const labels = [
        await labelHas(page, 'a', 'GRU cell at timestep 3 of 5'),
        await labelHas(page, 'b', 'timestep 1 of 3'),
      ];
      await evaluate(page, () => document.getElementById('a')?.setAttribute('t', '5'));
      labels.push(await labelHas(page, 'a', 'timestep 5 of 5'));
      await evaluate(page, () => void Object.assign(document.getElementById('a') ?? {}, { cell: 'rnn', text: 'abca' }));
      labels.push(await labelHas(page, 'a', 'RNN cell'));
      same('its own content', await evaluate(page, () => document.querySelector('#a p')?.checkVisibility()), false);
      return labels;
    },
  },
  {
    name: 'element: tells its steps',
    run: async (page, site) => {
      await page.go(`${site}elements.html`);
      await labelHas(page, 'b', 'timestep 1 of 3');
      await evaluate(page, () => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        document.addEventListener('gates-step', (event) =>
          told.push([(event.target as Element).id, (event as CustomEvent).detail.timestep]),
        );
      });
      await clickNamed(page, 'Forward one', '#b', 'button');
      await labelHas(page, 'b', 'timestep 2 of 3');
      await until(page, 'the event', () => (window as unknown as { told: unknown[] }).told.length > 0, null);
      return evaluate(page, () => (window as unknown as { told: unknown[] }).told);
    },
  },
  {
    name: 'element: moves, is removed and put back',
    run: async (page, site) => {
      await page.go(`${site}elements.html`);
      await labelHas(page, 'b', 'timestep 1 of 3');
      await clickNamed(page, 'Forward one', '#b', 'button');
      await labelHas(page, 'b', 'timestep 2 of 3');
      await evaluate(page, () => document.getElementById('other')?.append(document.getElementById('b') ?? ''));
      await labelHas(page, 'b', 'timestep 2 of 3');
      const left = await evaluate(page, async () => {
        const element = document.getElementById('b');
        element?.remove();
        await new Promise((resolve) => setTimeout(resolve));
        const children = element?.shadowRoot?.childElementCount;
        document.body.append(element ?? '');
        return children;
      });
      same('what is left of a removed element', left, 0);
      await labelHas(page, 'b', 'timestep 1 of 3');
      await click(page, '#b', '.diagram svg');
      return null;
    },
  },
  {
    name: 'element: says what cannot be read',
    run: async (page, site) => {
      await page.go(`${site}refused.html`);
      return waitFor('the sentence', () =>
        evaluate(
          page,
          () => document.getElementById('a')?.shadowRoot?.querySelector('[role="alert"]')?.textContent ?? null,
        ),
      );
    },
  },
];
