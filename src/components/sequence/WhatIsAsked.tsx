import { OpenedAt } from '../input/LookFor.tsx';
import { ExampleLine } from '../input/PresetLine.tsx';
import { Signs } from './Signs.tsx';

/** The example with its task, the signs under the tokens, and the moment at which it opens. */
export const WhatIsAsked = () => (
  <div className="stack">
    <ExampleLine />
    <Signs />
    <OpenedAt />
  </div>
);
