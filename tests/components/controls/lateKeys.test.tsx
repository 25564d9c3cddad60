// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef, useLayoutEffect } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Keys } from '../../../src/components/controls/Keys.tsx';
import type { EarlyKeys } from '../../../src/components/controls/useHotkeys.ts';
import { Root } from '../../../src/components/Root.tsx';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope } from '../../../src/store/gatescope.ts';
import { addBrowserParts } from './browserParts.ts';

beforeAll(addBrowserParts);
afterEach(cleanup);

/** A press of the pointer after the keys were rendered and before they listen. */
function PressBetween({ early }: { readonly early: EarlyKeys }) {
  useLayoutEffect(() => {
    early.clicked = true;
  });
  return null;
}

test.each([true, false])('a switch that was pressed while the keys loaded leaves them the arrows: %s', (pressed) => {
  const gatescope = createGatescope();
  const early: EarlyKeys = { strokes: [], clicked: false, focused: [], press: null };
  const root = createRef<HTMLDivElement>();
  render(
    <GatescopeProvider gatescope={gatescope}>
      <Root rootRef={root} className="instance" onKeyDown={({ nativeEvent }) => early.press?.(nativeEvent)}>
        <input type="radio" />
        <Keys root={root} early={early} />
        {pressed && <PressBetween early={early} />}
      </Root>
    </GatescopeProvider>,
  );
  const before = gatescope.getState().cursor;
  fireEvent.keyDown(screen.getByRole('radio'), { key: 'ArrowRight' });
  expect(gatescope.getState().cursor === before).toBe(!pressed);
});
