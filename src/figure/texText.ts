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

/** Combining marks of letters, as mathematics has them. */
const ACCENTS: Readonly<Record<string, string>> = { '\u0302': 'hat', '\u0303': 'tilde' };

/** A text as TeX writes it, in running text or within mathematics: nothing in it is a command of its own. */
export function texText(text: string, place: 'text' | 'maths'): string {
  const letters = text.replace(/\s+/g, ' ').matchAll(place === 'maths' ? /(.)([\u0302\u0303]?)/gu : /(.)/gu);
  return [...letters].map(([, letter, mark]) => accented(texLetter(letter, place), mark)).join('');
}

function texLetter(letter: string, place: 'text' | 'maths'): string {
  if (Object.hasOwn(MATHS, letter)) return place === 'maths' ? MATHS[letter] : `$${MATHS[letter].trim()}$`;
  if (!Object.hasOwn(COMMANDS, letter)) return letter;
  return place === 'maths' ? `\\mbox{${COMMANDS[letter]}}` : COMMANDS[letter];
}

/** A letter under its mark; i and j lose their dots. */
const accented = (letter: string, mark = ''): string =>
  mark === '' ? letter : `\\${ACCENTS[mark]}{${/^[ij]$/.test(letter) ? `\\${letter}math` : letter}}`;
