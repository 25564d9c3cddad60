import { createContext, type ReactNode, useContext } from 'react';

const Context = createContext<ReactNode>(null);

/** Gives the strips inside something to show in their heading, such as a switch to another view of the sequence. */
export function TimelineHead({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) {
  return <Context value={head}>{children}</Context>;
}

/** What the heading of the strips shows besides their own controls. */
export const useTimelineHead = (): ReactNode => useContext(Context);
