/** Characters with a meaning in TeX, and those that its fonts have only as commands. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '␣': '\\textvisiblespace{}',
  '…': '\\dots{}',
};

/** Characters that mathematics has. */
const MATHS: Readonly<Record<string, string>> = {
  '−': '-',
  '×': '\\times ',
  '⊙': '\\odot ',
  '±': '\\pm ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '∞': '\\infty ',
  '÷': '\\div ',
  '·': '\\cdot ',
  '→': '\\rightarrow ',
  '′': "'",
  σ: '\\sigma ',
  φ: '\\varphi ',
  '⏎': '\\hookleftarrow ',
};

/** A text as TeX writes it, in running text or within mathematics: nothing in it is a command of its own. */
export function texText(text: string, place: 'text' | 'maths'): string {
  return [...text.replace(/\s+/g, ' ')]
    .map((letter) => {
      if (Object.hasOwn(MATHS, letter)) return place === 'maths' ? MATHS[letter] : `$${MATHS[letter].trim()}$`;
      if (!Object.hasOwn(COMMANDS, letter)) return letter;
      return place === 'maths' ? `\\mbox{${COMMANDS[letter]}}` : COMMANDS[letter];
    })
    .join('');
}
