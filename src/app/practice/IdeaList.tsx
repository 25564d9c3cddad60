import { Button } from '../../components/primitives/Button.tsx';
import { ideas } from '../../questions/ideas/index.ts';
import { type IdeaStatus, type Progress, statusOf } from '../../questions/progress.ts';

const words: Readonly<Record<IdeaStatus, string>> = {
  new: 'not asked yet',
  slipping: 'slipped',
  begun: 'right once',
  firm: 'firm',
};
const marks: Readonly<Record<IdeaStatus, string>> = { new: '·', slipping: '✗', begun: '○', firm: '✓' };

/** The ideas of the questions and where the reader is with each. */
export function IdeaList({ progress, onForget }: { readonly progress: Progress; readonly onForget: () => void }) {
  const statuses = ideas.map(({ id }) => statusOf(progress, id));
  const firm = statuses.filter((status) => status === 'firm').length;
  return (
    <section className="idea-list card stack" aria-label="Your progress">
      <h2>
        {firm} of {ideas.length} ideas firm
      </h2>
      <ul>
        {ideas.map(({ id, topic }, k) => (
          <li key={id} data-status={statuses[k]}>
            <span aria-hidden="true">{marks[statuses[k]]}</span>
            <span className="spread">
              {topic} <small>{words[statuses[k]]}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">An idea is firm after two right answers in a row. Your progress stays in this browser.</p>
      {progress.answers.length > 0 && (
        <Button look="link" onClick={onForget}>
          Forget my answers
        </Button>
      )}
    </section>
  );
}
