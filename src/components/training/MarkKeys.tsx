/** The meanings of the boxes of token strips, with the text of a box of each kind. */
const kinds = {
  read: ['a', 'read'],
  asked: ['b', 'right answer'],
  given: ['b', 'answer, with the right one below'],
  right: ['b ✓', 'right'],
  wrong: ['b', 'wrong, with the right answer below'],
  free: ['b', 'not scored'],
} as const;

export type MarkKind = keyof typeof kinds;

/** The key to some kinds of boxes. */
export function MarkKeys({ of }: { readonly of: readonly MarkKind[] }) {
  return (
    <ul className="phrases hint">
      {of.map((kind) => {
        const [text, meaning] = kinds[kind];
        return (
          <li key={kind}>
            <span
              className={kind === 'read' ? 'token' : 'token mark'}
              data-right={kind === 'right' || kind === 'wrong' ? kind === 'right' : undefined}
              data-free={kind === 'free'}
              aria-hidden="true"
            >
              {text}
            </span>{' '}
            {meaning}
          </li>
        );
      })}
    </ul>
  );
}
