import { createContext, useContext } from 'react';

/** “ of B” inside one of several runs, otherwise nothing. */
export const OfRun = createContext('');

/** The end of the name of a landmark that stands in several runs. */
export const useOfRun = (): string => useContext(OfRun);
