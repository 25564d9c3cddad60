import { useMemo } from 'react';
import { labelsOf, type RunAnswers } from './answers.ts';
import { LabelRow, type LabelRowProps, type Labels, READABLE, tokenLabelsOf } from './LabelRow.tsx';

interface OwnLabelsProps extends Omit<LabelRowProps, 'labels'> {
  readonly tokens: readonly string[];
  readonly marks: Labels['marks'];
  readonly answers: RunAnswers | null;
}

/** The tokens and the answers above strips that have their columns for themselves. */
export function OwnLabels({ tokens, marks, answers, ...row }: OwnLabelsProps) {
  const { columns, computed } = row;
  const tokenLabels = useMemo(() => tokenLabelsOf(tokens, marks), [tokens, marks]);
  const answerLabels = useMemo(() => (answers ? labelsOf(answers) : null), [answers]);
  return (
    <>
      <div className="timeline-head">
        <div className="timeline-name">{columns.bin > 1 ? `mean of ${columns.bin}` : 'token'}</div>
        <LabelRow labels={tokenLabels} {...row} />
      </div>
      {answerLabels && columns.width >= READABLE && (
        <div className="timeline-head answers">
          <div className="timeline-name">answer</div>
          <LabelRow labels={answerLabels} {...row} t={computed} />
        </div>
      )}
    </>
  );
}
