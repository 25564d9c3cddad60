import { createContext } from 'react';

/** True where strips draw the unit asked about as a line until the reader chooses; default false. */
export const LineOfUnit = createContext(false);
