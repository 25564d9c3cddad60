import { afterEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { idOfKey } from '../../src/cell/slot.ts';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { keepFocus } from '../../src/components/controls/keepFocus.ts';
import { useHotkeys } from '../../src/components/controls/useHotkeys.ts';
import { PartBoundary } from '../../src/components/PartBoundary.tsx';
import { EquationsPanel } from '../../src/components/panels/EquationsPanel.tsx';
import { InspectorPanel } from '../../src/components/panels/InspectorPanel.tsx';
import { StagePanel } from '../../src/components/panels/StagePanel.tsx';
import { TablePanel } from '../../src/components/panels/TablePanel.tsx';
import { TimelinePanel } from '../../src/components/panels/TimelinePanel.tsx';
import { ParameterPanel } from '../../src/components/parameters/ParameterPanel.tsx';
import { Root } from '../../src/components/Root.tsx';
import { defaultInputs } from '../../src/io/defaults.ts';
import { GatescopeProvider } from '../../src/store/context.tsx';
import { createGatescope } from '../../src/store/gatescope.ts';
import { many } from '../setup/cases.ts';

afterEach(cleanup);

const panels = { StagePanel, EquationsPanel, InspectorPanel, TablePanel, TimelinePanel, ParameterPanel };

function Panels() {
  return (
    <Root rootRef={keepFocus} className="instance" onKeyDown={useHotkeys(() => {})}>
      {Object.entries(panels).map(([name, Panel]) => (
        <PartBoundary key={name} name={name}>
          <Panel />
        </PartBoundary>
      ))}
    </Root>
  );
}

const rendered = () => new Promise((resolve) => setTimeout(resolve));

/** Lets the pointer rest on the last of these elements that denotes a signal which `other` lacks, or on the last one. */
function pointAt(selector: string, other: Cell): void {
  const all = [...document.querySelectorAll(selector)];
  const lacks = (element: Element): boolean => {
    const id = idOfKey(element.closest('[data-signal]')?.getAttribute('data-signal') ?? 'x');
    return id !== 'x' && other.signals.every((signal) => signal.id !== id);
  };
  const element = all.findLast(lacks) ?? all.at(-1);
  if (!element) throw new Error(`there is no ${selector}`);
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { clientX: left + Math.min(width, 40) / 2, clientY: top + height - 2, bubbles: true };
  element.dispatchEvent(new PointerEvent('pointerover', at));
  element.dispatchEvent(new PointerEvent('pointermove', at));
}

test.runIf(many).for(registry.slice(0, -1).map(({ id }) => id))(
  'what is asked, pointed at and lit in %s is fitted to every later cell, and again when that is undone',
  async (from) => {
    const sequence = { kind: 'text', text: 'abc', unit: 'characters', vocabulary: null } as const;
    const gate = createGatescope({
      initial: { inputs: { ...defaultInputs, cell: from, H: 2, sequence }, cursor: { t: 3, position: 99 } },
      settings: { motion: 'off' },
    });
    const { container } = await render(
      <GatescopeProvider gatescope={gate}>
        <Panels />
      </GatescopeProvider>,
    );
    const isWhole = (where: string): void => {
      expect(container.querySelector('[role="alert"]')?.textContent, where).toBeUndefined();
      expect(container.textContent, where).not.toMatch(/undefined|\[object/);
    };
    const ask = async (other: Cell): Promise<void> => {
      const { signals } = gate.derived().cell;
      const own = signals.findLast(({ id }) => other.signals.every((signal) => signal.id !== id));
      pointAt('.timeline-strip canvas', other);
      pointAt('.equations math [data-signal]', other);
      gate.actions.select((own ?? signals[0]).id, 1);
      await rendered();
    };
    // a switch and its undo cover both directions of a pair
    for (const { id } of registry.slice(registry.findIndex((cell) => cell.id === from) + 1)) {
      const [one, other] = [gate.derived().cell, cellOf(declarationOf(id) as CellDeclaration)];
      await ask(other);
      gate.actions.setCell(id);
      await rendered();
      isWhole(`${from} to ${id}`);
      await ask(one);
      gate.actions.undo();
      await rendered();
      isWhole(`${id} back to ${from}`);
    }
  },
);
