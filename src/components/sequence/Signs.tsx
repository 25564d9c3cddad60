/** The meaning of the signs under the tokens; a dot only where there is one. */
export const Signs = ({ some = true }: { readonly some?: boolean }) => (
  <span className="hint score-signs">
    {some && <span>· not asked</span>} <span>? asked</span> <span>✓ right</span> <span>✗ wrong→right answer</span>
  </span>
);
