import { writeFileSync } from 'node:fs';
import { attributes, elementTypes, events, jsxTypes } from './elementTypes.ts';

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
          description: 'The diagram of a recurrent cell with its computed values, which the reader steps through.',
          superclass: { name: 'HTMLElement' },
          attributes: attributes.map(({ name, meaning }) => ({
            name: name.toLowerCase(),
            fieldName: name,
            description: meaning,
            type: { text: 'string' },
          })),
          members: attributes.map(({ name, meaning, type }) => ({
            kind: 'field',
            name,
            description: meaning,
            type: { text: type },
            attribute: name.toLowerCase(),
            reflects: true,
          })),
          events: events.map(([name, description, detail]) => ({
            name,
            description,
            type: { text: `CustomEvent<${detail}>` },
          })),
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
writeFileSync('lib/element/gate-diagram.d.ts', elementTypes);
writeFileSync('lib/element/jsx.d.ts', jsxTypes);
