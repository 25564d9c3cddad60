import { attribute, frameMarkup } from './snippet.ts';

/** The view that a snippet brings into another page. */
export interface Embedded {
  /** The keys of its link. */
  readonly keys: string;
  /** The addresses of the view as a frame and as a page, and of the module with the element. */
  readonly frame: string;
  readonly page: string;
  readonly module: string;
  /** The cell and what it reads. */
  readonly subject: string;
  readonly title: string;
  /** The height of the frame in pixels. */
  readonly height: number;
  /** The name of the saved picture. */
  readonly picture: string;
}

export interface System {
  readonly label: string;
  /** The place for the text, and what it needs. */
  readonly hint: string;
  /** True if it shows a picture with a link, for which nothing of a frame can be chosen. */
  readonly still?: boolean;
  readonly write: (view: Embedded) => string;
}

const iframe = ({ frame, title, height }: Embedded): string => frameMarkup(frame, title, height);

const script = ({ module }: Embedded): string => `<script type="module" src="${attribute(module)}"></script>`;

const element = ({ keys, page, subject }: Embedded, more = ''): string =>
  `<gate-diagram link="${attribute(keys)}"${more}><a href="${attribute(page)}">${attribute(subject)}</a></gate-diagram>`;

/** The systems that course pages are written in, and the text that each takes. */
export const systems = {
  learning: {
    label: 'Canvas, Moodle, Brightspace',
    hint: 'Paste it into the HTML view of the editor. For Notion and others that take an address, use the one in src.',
    write: iframe,
  },
  html: {
    label: 'Plain HTML',
    hint: 'One script serves any number of diagrams on a page. Where scripts do not run, the content of the element is shown.',
    write: (view) => `${script(view)}\n${element(view)}`,
  },
  react: {
    label: 'React',
    hint: 'Needs React 19 and the package; docs/embedding.md says how to install it.',
    write: ({ keys }) =>
      `import { GateDiagram } from 'gatescope/react';\nimport 'gatescope/react/style.css';\n\nexport const Diagram = () => <GateDiagram link={${JSON.stringify(keys)}} />;`,
  },
  myst: {
    label: 'MyST',
    hint: 'MyST sets the height of frames from the width of the page.',
    write: ({ frame, subject }) => `\`\`\`{iframe} ${frame}\n:width: 100%\n${subject}, step by step\n\`\`\``,
  },
  jupyter: {
    label: 'Jupyter',
    hint: 'Paste it into a code cell. The saved notebook keeps the frame.',
    write: ({ frame, height }) =>
      `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(frame)}, width="100%", height=${height})`,
  },
  quarto: {
    label: 'Quarto',
    hint: 'Paste this block of raw HTML into the .qmd file.',
    write: (view) => `\`\`\`{=html}\n${iframe(view)}\n\`\`\``,
  },
  docusaurus: {
    label: 'Docusaurus',
    hint: 'Works in .md and .mdx files without a package.',
    write: (view) => iframe(view).replace(' allowfullscreen></iframe>', ' allowFullScreen />'),
  },
  reveal: {
    label: 'reveal.js',
    hint: 'The keys move the slides; the buttons of the diagram step it.',
    write: (view) =>
      `<section>\n  ${script(view)}\n  ${element(view, ' hotkeys="off" class="r-stretch" style="overflow: auto"')}\n</section>`,
  },
  latex: {
    label: 'LaTeX',
    hint: 'Needs graphicx, hyperref and the picture beside the document (Save, then PNG). The picture links to the live view.',
    still: true,
    write: ({ page, picture, subject }) =>
      [
        '\\begin{figure}',
        '  \\centering',
        `  \\href{${page.replace(/[%#&]/g, '\\$&')}}{\\includegraphics[width=\\linewidth]{${picture}}}`,
        `  \\caption{${inLatex(subject)}. Figure: Gatescope, CC BY 4.0.}`,
        '\\end{figure}',
      ].join('\n'),
  },
  markdown: {
    label: 'Markdown: GitHub, forums',
    hint: 'Needs the picture beside the text (Save, then PNG). The picture links to the live view.',
    still: true,
    write: ({ page, picture, subject }) => `[![${subject.replace(/[\\[\]]/g, '\\$&')}](${picture})](<${page}>)`,
  },
} as const satisfies Readonly<Record<string, System>>;

/** The id of a system. */
export type SystemId = keyof typeof systems;

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
const inLatex = (text: string): string => text.replace(/[\\^~{}$&#_%]/g, (c) => LATEX[c] ?? `\\${c}`);
