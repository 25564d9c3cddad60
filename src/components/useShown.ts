import { useGatescope } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { shownParts } from './visibleParts.ts';

/** True if a part of the view is shown. */
export const useShown = (part: Part): boolean => useGatescope((state) => shownParts(state.view).includes(part));
