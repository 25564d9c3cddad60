import { createRoot, type Root as ReactRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepFocus } from '../../src/components/controls/keepFocus.ts';
import { useHotkeys } from '../../src/components/controls/useHotkeys.ts';
import { Diagram } from '../../src/components/diagram/Diagram.tsx';
import { EquationsPanel } from '../../src/components/panels/EquationsPanel.tsx';
import { TablePanel } from '../../src/components/panels/TablePanel.tsx';
import { Root } from '../../src/components/Root.tsx';
import { GatescopeProvider } from '../../src/store/context.tsx';
import { createGatescope, type Gatescope } from '../../src/store/gatescope.ts';

const mounted: { readonly root: ReactRoot; readonly host: HTMLElement }[] = [];
beforeEach(() => page.viewport(1200, 900));
afterEach(() => {
  for (const { root, host } of mounted.splice(0)) {
    root.unmount();
    host.remove();
  }
});

function Instance() {
  return (
    <Root rootRef={keepFocus} className="instance" onKeyDown={useHotkeys(() => {})}>
      <Diagram />
      <EquationsPanel />
      <TablePanel />
      <p className="beside">nothing</p>
    </Root>
  );
}

/** An instance in its own shadow tree; a course page may have several. */
async function inShadow(): Promise<{ gate: Gatescope; find(selector: string): HTMLElement }> {
  const gate = createGatescope({ settings: { motion: 'off' } });
  const host = document.body.appendChild(document.createElement('div'));
  const tree = host.attachShadow({ mode: 'open' });
  for (const style of document.querySelectorAll('style')) tree.append(style.cloneNode(true));
  const inside = tree.appendChild(document.createElement('div'));
  const root = createRoot(inside);
  mounted.push({ root, host });
  root.render(
    <GatescopeProvider gatescope={gate}>
      <Instance />
    </GatescopeProvider>,
  );
  const find = (selector: string): HTMLElement => {
    const element = inside.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return element;
  };
  await expect.poll(() => inside.querySelector('td')).not.toBeNull();
  return { gate, find };
}

const asked = (gate: Gatescope) => gate.getState().selection;

test('in a shadow tree the pointer lights what it is on, in its own instance only', async () => {
  const [one, other] = [await inShadow(), await inShadow()];
  await userEvent.hover(one.find('.node[data-signal="f"]'));
  expect([one, other].map(({ gate }) => gate.getState().hover)).toEqual(['f', null]);
  await userEvent.hover(one.find('math[data-equation="C"] [data-signal="prev.C"] mi'));
  expect(one.gate.getState().hover).toBe('prev.C');
  await userEvent.hover(other.find('tr[data-signal="o"] td'));
  expect([one, other].map(({ gate }) => gate.getState().hover)).toEqual([null, 'o']);
  await userEvent.hover(other.find('.beside'));
  expect(other.gate.getState().hover).toBeNull();
});

test('a click selects the letter under the pointer, the unit of a cell, nothing beside all nodes', async () => {
  const { gate, find } = await inShadow();
  await userEvent.click(find('math[data-equation="C"] [data-signal="prev.C"] mi'));
  expect(asked(gate)).toEqual({ signal: 'prev.C', unit: 0 });
  await userEvent.click(find('tr[data-signal="i"] td:nth-of-type(3)'));
  expect(asked(gate)).toEqual({ signal: 'i', unit: 2 });
  await userEvent.click(find('svg'), { position: { x: 3, y: 3 } });
  expect(asked(gate)).toEqual({ signal: null, unit: 2 });
  await userEvent.click(find('.beside'));
  expect(asked(gate)).toEqual({ signal: null, unit: 2 });
});

test('keys select what has focus, and focus lights it', async () => {
  const { gate, find } = await inShadow();
  await userEvent.keyboard('{Tab}');
  find('.node[data-signal="f"]').focus();
  expect(gate.getState().hover).toBe('f');
  await userEvent.keyboard('{Enter}');
  expect(asked(gate).signal).toBe('f');
  find('.node[data-signal="o"]').focus();
  await userEvent.keyboard(' ');
  expect(asked(gate).signal).toBe('o');
  expect(gate.getState().playing).toBe(false);
  find('button[data-signal="C"]').focus();
  await userEvent.keyboard('{Enter}');
  expect(asked(gate).signal).toBe('C');
  find('button[data-signal="C"]').blur();
  expect(gate.getState().hover).toBeNull();
  find('td[tabindex="0"]').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  expect(gate.getState().hover).toBe('f');
  await userEvent.keyboard('{Enter}');
  expect(asked(gate)).toEqual({ signal: 'f', unit: 1 });
});

test('a neighbour leads to its timestep and selects nothing there', async () => {
  const { gate, find } = await inShadow();
  gate.actions.select('f');
  await expect.poll(() => find('[data-goto="1"]').getClientRects().length).toBeGreaterThan(0);
  await userEvent.click(find('[data-goto="1"] [data-signal] circle'));
  expect(gate.getState().cursor.t).toBe(2);
  expect(asked(gate).signal).toBe('f');
});

test('a finger lights nothing: what it leaves would stay lit', async () => {
  const { gate, find } = await inShadow();
  await userEvent.hover(find('.beside'));
  const touch = { bubbles: true, composed: true, pointerType: 'touch' };
  find('.node[data-signal="f"] .body').dispatchEvent(new PointerEvent('pointerover', touch));
  expect(gate.getState().hover).toBeNull();
  find('.node[data-signal="f"] .body').dispatchEvent(new MouseEvent('click', { ...touch, detail: 1 }));
  expect(asked(gate).signal).toBe('f');
});
