import { writeFileSync } from 'node:fs';
import { attributeNames } from '../src/embed/attributes.ts';
import { urlMeanings } from '../src/io/urlMeanings.ts';

/** Meanings of the attributes that are not keys of a link. */
const around: Readonly<Record<string, string>> = {
  link: 'what a link says after its #, any key of it; attributes beside it win',
  preset: 'a preset by its id',
  parts: 'the parts shown, separated by commas',
};

const events = [
  ['gates-ready', 'Once the diagram is drawn.'],
  ['gates-step', 'After every step; detail: { timestep, position, stage, token }.'],
  ['gates-error', 'Where something that was given cannot be shown; detail: { message }.'],
];

const attributes = attributeNames.map((name) => ({
  name: name.toLowerCase(),
  fieldName: name,
  description: Object.hasOwn(around, name) ? around[name] : urlMeanings[name as keyof typeof urlMeanings].meaning,
  type: { text: 'string' },
}));

const manifest = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path: 'lib/element/gate-diagram.js',
      declarations: [
        {
          kind: 'class',
          customElement: true,
          tagName: 'gate-diagram',
          name: 'GateDiagramElement',
          description: 'The diagram of a recurrent cell with the values it computes, to be stepped through.',
          superclass: { name: 'HTMLElement' },
          attributes,
          members: attributes.map(({ fieldName, description, type }) => ({
            kind: 'field',
            name: fieldName,
            description,
            type,
            attribute: fieldName.toLowerCase(),
            reflects: true,
          })),
          events: events.map(([name, description]) => ({ name, description, type: { text: 'CustomEvent' } })),
          slots: [{ name: '', description: 'What shows without script and in print: a picture, a link, a sentence.' }],
        },
      ],
      exports: [
        { kind: 'js', name: 'GateDiagramElement', declaration: { name: 'GateDiagramElement' } },
        { kind: 'custom-element-definition', name: 'gate-diagram', declaration: { name: 'GateDiagramElement' } },
      ],
    },
  ],
};

writeFileSync('lib/element/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
