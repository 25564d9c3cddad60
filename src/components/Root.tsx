import type { KeyboardEvent, ReactNode, Ref, SyntheticEvent } from 'react';
import { useGatescope } from '../store/context.tsx';
import { RevealProvider } from './reveal.tsx';
import { useSignalEvents } from './signals.ts';

interface RootProps {
  readonly rootRef: Ref<HTMLDivElement>;
  readonly className: string;
  /** −1 where a click beside all controls is to give the keys to the instance. */
  readonly tabIndex?: -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Called when the pointer moves or presses within the instance, or the focus comes into it. */
  readonly onUse?: (event: SyntheticEvent<Element, Event>) => void;
  readonly children: ReactNode;
}

/** The outermost element of an instance: its theme, its keys, and everything inside that denotes a signal. */
export function Root({ rootRef, className, tabIndex, onKeyDown, onUse, children }: RootProps) {
  const theme = useGatescope((state) => state.view.theme);
  const signals = useSignalEvents();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what happens to the controls inside
    <div
      ref={rootRef}
      className={className}
      data-theme={theme}
      tabIndex={tabIndex}
      {...signals}
      // a pointer that merely rests here as the page loads is over it, too
      onPointerMoveCapture={onUse}
      onPointerDownCapture={onUse}
      onFocusCapture={onUse}
      onKeyDown={(event) => {
        signals.onKeyDown(event);
        onKeyDown(event);
      }}
    >
      <RevealProvider>{children}</RevealProvider>
    </div>
  );
}
