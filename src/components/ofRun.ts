import { createContext, useContext } from 'react';

/** “ of B” inside one of several runs, otherwise nothing. */
export const OfRun = createContext('');

/** Suffix of a landmark's name that tells runs apart. */
export const useOfRun = (): string => useContext(OfRun);
