import type { Change } from '../../store/training/run.ts';
import { counted } from '../../text/counts.ts';
import type { Field } from '../../training/field.ts';
import { fields } from '../../training/fields.ts';
import type { Task } from '../../training/task.ts';

interface ChangesProps {
  readonly task: Task;
  readonly changes: readonly Change[];
}

/** The settings that changed during the run: the dashed lines of its curves in words. */
export function Changes({ task, changes }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <ol className="phrases hint" aria-label="Changed during training">
      {changes.map((change) => (
        <li key={`${change.setting} ${change.updates}`}>
          after {counted(change.updates, 'update')}: {nameOf(change, task)} {said(change, change.from)} →{' '}
          {said(change, change.to)}
        </li>
      ))}
    </ol>
  );
}

const fieldOf = ({ setting }: Change): Field | undefined => (fields as Partial<Record<string, Field>>)[setting];

const nameOf = (change: Change, task: Task): string => (fieldOf(change)?.label ?? task.level.label).toLowerCase();

function said(change: Change, value: Change['to']): string {
  const field = fieldOf(change);
  if (field?.kind === 'choice') return field.choices[String(value)] ?? String(value);
  if (field?.kind === 'optional' && value === null) return field.none;
  return typeof value === 'number' ? value.toLocaleString('en-GB', { maximumSignificantDigits: 6 }) : String(value);
}
