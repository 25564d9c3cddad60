import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { keepFocus } from '../../../src/components/controls/keepFocus.ts';
import { useHotkeys } from '../../../src/components/controls/useHotkeys.ts';
import { Root } from '../../../src/components/Root.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import type { Moment } from '../../../src/io/moment.ts';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope, type Gatescope, type GatescopeOptions } from '../../../src/store/gatescope.ts';
import { type FakeClock, fakeClock } from '../../store/fakeClock.ts';

interface Options extends Partial<Moment> {
  readonly settings?: NonNullable<GatescopeOptions['settings']>;
  readonly onHelp?: () => void;
}

/** Twelve words, read by the default LSTM. */
export const words = 'this film was not good at all but the music was fine';

function Instance({ onHelp, children }: { readonly onHelp: () => void; readonly children: ReactNode }) {
  return (
    <Root rootRef={keepFocus} className="instance" onKeyDown={useHotkeys(onHelp)}>
      {children}
    </Root>
  );
}

/** Components inside a fresh instance, with a place to click outside. */
export function mounted(
  children: ReactNode,
  { settings, onHelp = () => {}, ...moment }: Options = {},
): { gate: Gatescope; clock: FakeClock; user: UserEvent } {
  const clock = fakeClock();
  const sequence = { kind: 'text', text: words, unit: 'words', vocabulary: null } as const;
  const initial = { inputs: { ...defaultInputs, sequence }, ...moment };
  const gate = createGatescope({ clock, initial, settings: { motion: 'off', ...settings } });
  render(
    <>
      <button type="button">outside</button>
      <GatescopeProvider gatescope={gate}>
        <Instance onHelp={onHelp}>{children}</Instance>
      </GatescopeProvider>
    </>,
  );
  return { gate, clock, user: userEvent.setup() };
}
