import { createContext, type ReactNode, useContext, useEffectEvent, useLayoutEffect, useMemo } from 'react';
import type { Derived } from './derive.ts';
import type { Actions, Gatescope } from './gatescope.ts';
import type { Gradient } from './gradient/gradient.ts';
import type { Playhead } from './playhead.ts';
import type { State } from './state.ts';
import { throttled } from './throttled.ts';
import { useStore } from './useStore.ts';

const Context = createContext<Gatescope | null>(null);

/** Hands an instance down to the components inside. */
export function GatescopeProvider({
  gatescope,
  children,
}: {
  readonly gatescope: Gatescope;
  readonly children: ReactNode;
}) {
  return <Context value={gatescope}>{children}</Context>;
}

/** Provides a throttled instance to components whose values are read while a run trains. */
export function Throttled({ children }: { readonly children: ReactNode }) {
  const gatescope = useInstance();
  const slower = useMemo(() => throttled(gatescope), [gatescope]);
  return <Context value={slower}>{children}</Context>;
}

/** The instance around this component. */
export function useInstance(): Gatescope {
  const gatescope = useContext(Context);
  if (!gatescope) throw new Error('This component needs a GatescopeProvider around it');
  return gatescope;
}

/** The instance around this component, or null where there is none. */
export const useInstanceAround = (): Gatescope | null => useContext(Context);

/** A part of the state; the component renders when it changes. */
export function useGatescope<T>(selector: (state: State) => T): T {
  return useStore(useInstance(), selector);
}

/** All that can be done to the instance around the component. */
export function useActions(): Actions {
  return useInstance().actions;
}

/** Returns the values derived from the present inputs. */
export function useDerived(): Derived {
  const { derive } = useInstance();
  return derive(useGatescope((state) => state.inputs));
}

/** The gradient that the view shows instead of values, or null where it shows values. */
export function useGradient(): Gradient | null {
  const { takeGradient } = useInstance();
  const derived = useDerived();
  return useGatescope(({ view }) => (view.shows === 'gradients' ? takeGradient(derived, view) : null));
}

/** Calls back after every render of the component and on every frame of motion, without rendering. */
export function usePlayhead(callback: (playhead: Playhead) => void): void {
  const { playhead } = useInstance();
  const onChange = useEffectEvent(callback);
  useLayoutEffect(() => {
    onChange(playhead);
  });
  useLayoutEffect(() => playhead.subscribe(() => onChange(playhead)), [playhead]);
}
