import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { keepFocus } from '../../../src/components/controls/keepFocus.ts';
import { useHotkeys } from '../../../src/components/controls/useHotkeys.ts';
import { EquationsPanel } from '../../../src/components/panels/EquationsPanel.tsx';
import { InspectorPanel } from '../../../src/components/panels/InspectorPanel.tsx';
import { StagePanel } from '../../../src/components/panels/StagePanel.tsx';
import { TablePanel } from '../../../src/components/panels/TablePanel.tsx';
import { TimelinePanel } from '../../../src/components/panels/TimelinePanel.tsx';
import { ParameterPanel } from '../../../src/components/parameters/ParameterPanel.tsx';
import { PinPlace } from '../../../src/components/pins/PinPlace.tsx';
import { Root } from '../../../src/components/Root.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope } from '../../../src/store/gatescope.ts';
import { Refusal } from '../../../src/text/refusal.ts';
import { sample } from '../../setup/cases.ts';
import { type Act, acts } from '../../store/actions/acts.ts';
import { fakeClock } from '../../store/fakeClock.ts';
import { intervening } from '../../store/intervening.ts';

afterEach(cleanup);

const rendered = () => new Promise((resolve) => setTimeout(resolve, 30));
/** Longer than a frame, in which a browser takes the focus of what it no longer draws. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));

const CONTROLS =
  '<p id="around"><button id="one">1</button><button id="here">2</button></p><button id="far">3</button>';

/** Ways in which the control under focus may lose it, each with the control that has it then. */
const losses: Readonly<Record<string, readonly [(here: HTMLElement, around: HTMLElement) => void, string]>> = {
  'is removed': [(here) => here.remove(), 'one'],
  'is removed with all around': [(_, around) => around.remove(), 'far'],
  'is disabled': [(here) => here.toggleAttribute('disabled'), 'one'],
  'is hidden': [(here) => here.toggleAttribute('hidden'), 'one'],
  'is hidden by a class': [(here) => here.classList.add('gone'), 'one'],
  'is hidden by its style': [(here) => here.style.setProperty('display', 'none'), 'one'],
  'is made invisible with all around': [(_, around) => around.classList.add('invisible'), 'far'],
  'is inert with all around': [(_, around) => around.toggleAttribute('inert'), 'far'],
  'is hidden by a rule on something else': [(_, around) => around.setAttribute('data-narrow', ''), 'one'],
  'is moved': [(here, around) => around.after(here), 'here'],
  'is replaced': [(here) => here.replaceWith(here.cloneNode(true)), 'one'],
};

test.for(Object.entries(losses))(
  'the keyboard stays in an instance whose focused control %s',
  async ([, [lose, then]]) => {
    const root = document.createElement('div');
    const sheet =
      '<style>.gone { display: none } .invisible { visibility: hidden } [data-narrow] #here { display: none }</style>';
    root.innerHTML = sheet + CONTROLS;
    document.body.append(root);
    const end = keepFocus(root);
    const [here, around] = ['here', 'around'].map((id) => root.querySelector<HTMLElement>(`#${id}`) as HTMLElement);
    here.focus();
    await drawn();
    lose(here, around);
    await expect.poll(() => document.activeElement?.id).toBe(then);
    end?.();
    root.remove();
  },
);

const panels = { StagePanel, EquationsPanel, InspectorPanel, TablePanel, TimelinePanel, ParameterPanel, PinPlace };

function Panels() {
  return (
    <Root rootRef={keepFocus} className="instance" tabIndex={-1} onKeyDown={useHotkeys(() => {})}>
      {Object.entries(panels).map(([name, Panel]) => (
        <Panel key={name} />
      ))}
    </Root>
  );
}

const sequence = { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null } as const;

/** An instance after an action; a refused one changes nothing. */
function after(act: Act) {
  const clock = fakeClock();
  const gate = createGatescope({ clock, initial: { inputs: { ...defaultInputs, sequence } }, intervening });
  try {
    act.run(gate, clock);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return gate;
}

/** One action of each kind that can be undone, with a fresh instance for each. */
function undoable(): readonly Act[] {
  const kinds = new Map<string, Act>();
  for (const act of fc.sample(acts, { numRuns: 600, seed: 5 })) {
    if (kinds.has(act.name)) continue;
    if (after(act).getState().past.length > 0) kinds.set(act.name, act);
  }
  return [...kinds.values()];
}

const FOCUSABLE = 'button, input, select, textarea, summary, a[href], [tabindex]';
const focusable = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
  );

test.for(sample(sample(undoable())))(
  'undo and redo of $name lose no focus, whichever control goes with them',
  async (act) => {
    const gate = after(act);
    const { container } = await render(
      <GatescopeProvider gatescope={gate}>
        <Panels />
      </GatescopeProvider>,
    );
    const { undo, redo } = gate.actions;
    for (const [change, back] of [
      [undo, redo],
      [redo, undo],
    ]) {
      const all = focusable(container);
      change();
      await rendered();
      const left = new Set(focusable(container));
      const kindOf = ({ tagName, className }: HTMLElement): string => `${tagName} ${className}`;
      const gone = [...all.entries()].filter(([, element]) => !left.has(element));
      // one of each kind of control that goes
      for (const [k] of gone.filter(([, one], at) => gone.findIndex(([, o]) => kindOf(o) === kindOf(one)) === at)) {
        back();
        await rendered();
        const element = focusable(container)[k];
        if (!element) continue;
        element.focus();
        change();
        await drawn();
        const { activeElement } = document;
        expect(activeElement, element.outerHTML.slice(0, 200)).not.toBe(document.body);
        expect(focusable(document.body), element.outerHTML.slice(0, 200)).toContain(activeElement);
      }
    }
  },
);
