import { useMemo } from 'react';
import { announcementOf } from '../../notation/announcement.ts';
import { answerText } from '../../notation/outputs.ts';
import { tableOf } from '../../notation/table.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { rowAt } from '../../store/predictions.ts';
import { LiveRegion } from '../describe/LiveRegion.tsx';
import { TimestepTable } from '../describe/TimestepTable.tsx';

/** All values of the moment as a table: the alternative to the picture. */
export function TablePanel() {
  const { cell, tape, encoded } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const { hover, select } = useActions();
  const rows = useMemo(() => (t === 0 ? [] : tableOf(cell, tape, t, position)), [cell, tape, t, position]);
  if (rows.length === 0) return <p>There is no timestep yet.</p>;
  return (
    <TimestepTable
      rows={rows}
      caption={`Timestep ${t} of ${tape.length}: ${encoded.tokens[t - 1]}`}
      selected={{ key: signal, unit }}
      hover={hovered}
      onHover={hover}
      onSelect={select}
    />
  );
}

/** Says each step in one sentence. */
export function Announcer() {
  const { cell, tape, encoded, predictions } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const { unit } = useGatescope((state) => state.selection);
  const playing = useGatescope((state) => state.playing);
  const answer = predictions && t > 0 ? answerText(predictions.head.outputs, rowAt(predictions, t)) : undefined;
  const message = announcementOf(cell, tape, { t, position, unit, token: encoded.tokens[t - 1] ?? '', answer });
  return <LiveRegion message={message} silent={playing} />;
}
