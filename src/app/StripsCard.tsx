import { lazy } from 'react';
import { partTable } from '../components/parts.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { PagePart } from './PagePart.tsx';

const MemoryPanel = lazy(async () => ({
  default: (await import('../components/memory/MemoryPanel.tsx')).MemoryPanel,
}));

interface StripsCardProps {
  /** True if the map of the memory takes the place of the values. */
  readonly memory: boolean;
  readonly onValues: () => void;
}

/** Strips under the tokens: the values of every signal, or the map that shows where a difference is remembered. */
export function StripsCard({ memory, onValues }: StripsCardProps) {
  return (
    <>
      {memory && (
        <div className="strips-switch">
          <Button look="link" onClick={onValues}>
            Values
          </Button>
        </div>
      )}
      <PagePart name="The strips">{memory ? <MemoryPanel /> : <partTable.timeline.Component />}</PagePart>
    </>
  );
}
