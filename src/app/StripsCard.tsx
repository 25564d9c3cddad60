import { lazy, useState } from 'react';
import { partTable } from '../components/parts.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { useGatescope } from '../store/context.tsx';
import { PagePart } from './PagePart.tsx';

const MemoryPanel = lazy(async () => ({
  default: (await import('../components/memory/MemoryPanel.tsx')).MemoryPanel,
}));

/** Strips under the tokens: the values of every signal, or the map that shows where a difference is remembered. */
export function StripsCard({
  memory = 0,
}: {
  /** Number of requests so far to show the map. */ readonly memory?: number;
}) {
  const compared = useGatescope(({ inputs }) => inputs.other !== undefined);
  const [shown, setShown] = useState<'values' | 'memory'>(compared || memory > 0 ? 'memory' : 'values');
  // the map appears with the other run and closes with it
  const [before, setBefore] = useState({ compared, memory });
  if (before.compared !== compared || before.memory !== memory) {
    setBefore({ compared, memory });
    setShown(compared || before.memory !== memory ? 'memory' : 'values');
  }
  return (
    <>
      {shown === 'memory' && (
        <div className="strips-switch">
          <Button look="link" onClick={() => setShown('values')}>
            Values
          </Button>
        </div>
      )}
      <PagePart name="The strips">{shown === 'values' ? <partTable.timeline.Component /> : <MemoryPanel />}</PagePart>
    </>
  );
}
