import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LabSettings } from '../../laboratory/labLink.ts';
import { useStore } from '../../store/useStore.ts';

/** The state of one laboratory: what its reader has set. All else follows from it. */
export interface Lab extends Pick<StoreApi<LabSettings>, 'getState' | 'getInitialState' | 'subscribe'> {
  set(change: Partial<LabSettings>): void;
}

/** A laboratory that shares nothing with any other. */
export function createLab(settings: LabSettings): Lab {
  const { getState, getInitialState, setState, subscribe } = createStore<LabSettings>()(() => settings);
  return { getState, getInitialState, subscribe, set: (change) => setState(change) };
}

/** Hands a laboratory down to its parts. */
export const LabContext = createContext<Lab | null>(null);

/** The laboratory around this component. */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('This component needs a laboratory around it');
  return lab;
}

/** One setting; the component renders when it changes. */
export function useSetting<K extends keyof LabSettings>(name: K): LabSettings[K] {
  return useStore(useLab(), (settings) => settings[name]);
}
