/**
 * Writes pkg/dist/custom-elements.json: the element for tools (editors, catalogues, wrappers of frameworks), read from
 * the documentation that stands before its class.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { BriefingWidget } from '../pkg/element/briefing-widget.js';

const pkg = new URL('../pkg/', import.meta.url);

/** What users import, and so where tools have to look. */
const MODULE = 'dist/define.js';

const source = readFileSync(new URL('element/briefing-widget.js', pkg), 'utf8');
const file = ts.createSourceFile(MODULE, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
const { modules: [{ declarations }] } = create({ modules: [file], plugins: litPlugin() });

const element = declarations.find(({ tagName }) => tagName);
const declaration = { name: element.name, module: MODULE };
/** Whether it is for users: neither private nor state. */
const shown = ({ name, privacy = 'public' }) => privacy === 'public' && !BriefingWidget.properties[name]?.state;
element.attributes = element.attributes.filter(shown);
element.events = element.events.filter(({ name }) => name); // without one: the place where all of them are made
element.members = element.members.filter(shown).map((member) => {
  const { type, description } = element.attributes.find(({ fieldName }) => fieldName === member.name) ?? {};
  return { type, description, ...member };
});

const manifest = {
  schemaVersion: '2.1.0',
  modules: [{
    kind: 'javascript-module',
    path: MODULE,
    declarations: [element],
    exports: [
      { kind: 'js', name: element.name, declaration },
      { kind: 'custom-element-definition', name: element.tagName, declaration },
    ],
  }],
};
writeFileSync(new URL('dist/custom-elements.json', pkg), `${JSON.stringify(manifest, null, 2)}\n`);
