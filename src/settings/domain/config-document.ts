/** The configuration as a file. */
import * as v from 'valibot';
import { fieldSet, items, optionParts, STRUCTURE_SECTIONS } from '../../catalog/domain/sections';
import { whole } from '../../kernel/answers';
import type { AnswerOf } from '../../kernel/call';
import { person } from '../../people/domain/person';
import { type Ref, SITE_KINDS, type Target } from '../../kernel/refs';
import { parsed, refsOf, type Section, withRefs } from '../../kernel/section';
import { agents, display, MEMBERS, policy } from '../../sla/definitions/domain/sections';

/** A part of it, and where the next one begins. */
export const exportedPart = v.object({
  sections: v.record(v.string(), v.array(whole<object>())),
  /** Of a section of many members, the page as well. */
  next: v.optional(v.object({ section: v.string(), at: v.number(), page: v.optional(v.string()) })),
});
export type ExportedPart = AnswerOf<typeof exportedPart>;

/** What something outside the app is called on the site that a file comes from: another site knows it by that alone. */
export interface SiteName {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

const siteName = v.object({ kind: v.picklist(SITE_KINDS), id: v.string(), name: v.string() });

/** Members by the keys of their sections, and the names of what they refer to. What members say is for their sections to judge. */
export const configDocument = v.object({
  pledge: v.literal(1),
  sections: v.record(v.string(), v.array(v.unknown())),
  names: v.optional(v.array(siteName), []),
});
export interface ConfigDocument {
  readonly pledge: 1;
  readonly sections: Readonly<Record<string, readonly unknown[]>>;
  readonly names?: readonly SiteName[];
}

/** Every section of a file, in the order in which one may refer to those before it. */
export const FILE_SECTIONS: readonly Section<object>[] = [
  ...MEMBERS,
  agents,
  policy,
  display,
  ...STRUCTURE_SECTIONS,
  person,
  fieldSet,
  optionParts,
  items,
];

/** Everything outside the app that a document refers to, each once. What is malformed refers to nothing. */
export function siteRefs({ sections }: ConfigDocument): readonly Ref[] {
  const found = new Map<string, Ref>();
  for (const section of FILE_SECTIONS)
    for (const input of sections[section.key] ?? []) {
      const read = parsed(section, input);
      const refs = 'value' in read ? refsOf(section, read.value) : [];
      for (const ref of refs)
        if (ref.id !== '' && SITE_KINDS.some((kind) => kind === ref.kind) && !found.has(keyOf(ref)))
          found.set(keyOf(ref), ref);
    }
  return [...found.values()];
}

export const keyOf = ({ kind, id }: Pick<Ref, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The document with other things of this site in the place of those that `map` names. What is malformed stays as it is. */
export function withSiteRefs(document: ConfigDocument, map: ReadonlyMap<string, Target>): ConfigDocument {
  if (map.size === 0) return document;
  const moved = FILE_SECTIONS.map((section) => {
    const members = document.sections[section.key]?.map((input) => {
      const read = parsed(section, input);
      return 'value' in read ? withRefs(section, read.value, (ref) => map.get(keyOf(ref))) : input;
    });
    return members === undefined ? [] : [[section.key, members] as const];
  });
  return { ...document, sections: { ...document.sections, ...Object.fromEntries(moved.flat()) } };
}
