import { openDirectory } from '../../../test/support/carried';
import { request } from '../../../test/support/samples';
import { plainText } from '../../kernel/adf';
import type { Locale } from '../../kernel/names';
import type { Directory } from '../../work/notify/directory';
import { askingApprovers, tellingDecision } from './approval-notices';
import type { RequestDocument } from '../domain/model';

const item = { en: 'Laptop', ru: 'Ноутбук' };

const waiting = (approvers: readonly string[], decided: readonly string[] = []): RequestDocument =>
  request({
    approvals: [
      {
        state: 'pending',
        approvers,
        rule: 'all',
        startedAt: '',
        decisions: decided.map((by) => ({ by, decision: 'approved' as const, comment: '', at: '' })),
      },
    ],
  });

const people = (
  languages: Readonly<Record<string, Locale | null>>,
  left: readonly string[] = [],
): Directory => ({
  ...openDirectory,
  people: async (ids) =>
    new Map(
      ids.map((id) => [
        id,
        { active: !left.includes(id), name: `Name of ${id}`, language: languages[id] ?? null },
      ]),
    ),
});

const english = /please approve or decline this request for Laptop/;
const russian = /согласуйте или отклоните эту заявку \(Ноутбук\)/;

describe('asking approvers', () => {
  it('mentions them by name, in the language they use', async () => {
    const said = plainText(await askingApprovers(waiting(['maria']), item, people({ maria: 'ru' })));
    expect(said).toMatch(/^@Name of maria пожалуйста/);
    expect(said).toMatch(russian);
    expect(said).not.toMatch(english);
  });

  it('speaks English to who uses another language, and each language of several', async () => {
    const languages = people({ maria: 'en', felix: 'ru' });
    expect(plainText(await askingApprovers(waiting(['maria']), item, languages))).not.toMatch(/[а-я]/);
    const both = plainText(await askingApprovers(waiting(['maria', 'felix']), item, languages));
    expect([english.test(both), russian.test(both)]).toEqual([true, true]);
  });

  it('where Jira does not tell the language: both where the item is named in both, else English', async () => {
    const both = plainText(await askingApprovers(waiting(['maria']), item, people({})));
    expect([english.test(both), russian.test(both)]).toEqual([true, true]);
    const one = plainText(await askingApprovers(waiting(['maria']), { en: 'Laptop' }, people({})));
    expect(one).not.toMatch(/[а-я]/);
  });

  it('leaves out who has left, who may not see the work item, and who has decided', async () => {
    const approvers = waiting(['maria', 'felix', 'hugo', 'olga'], ['olga']);
    const directory: Directory = {
      ...people({}, ['felix']),
      viewers: async (key, ids) => new Set(ids.filter((id) => key === 'IT-1' && id !== 'hugo')),
    };
    const said = plainText(await askingApprovers(approvers, item, directory));
    expect(said.match(/@Name of \w+/g)).toEqual(['@Name of maria']);
  });

  it('mentions them as they are named while Jira does not tell who sees the work item', async () => {
    for (const blind of [
      { viewers: async () => null },
      { viewers: async () => new Set<string>(), tellsViewers: async () => false },
    ])
      expect(plainText(await askingApprovers(waiting(['maria']), item, { ...people({}), ...blind }))).toMatch(
        /@Name of maria/,
      );
  });

  it('fails where none of them is reached, for Health to show', async () => {
    const blind = { ...people({}), viewers: async () => new Set<string>() };
    await expect(askingApprovers(waiting(['maria']), item, blind)).rejects.toMatchObject({
      code: 'NOBODY_TO_TELL',
      retryable: false,
    });
  });
});

describe('telling a decision', () => {
  const decided = { decision: 'declined', name: 'Maria', comment: 'Too dear.' } as const;

  it('mentions nobody, and speaks the languages the item is named in', async () => {
    const said = await tellingDecision(decided, item, people({}));
    expect(JSON.stringify(said)).not.toContain('mention');
    expect(plainText(said)).toBe('Declined by Maria.\nОтклонено: Maria.\nToo dear.');
    expect(plainText(await tellingDecision(decided, { en: 'Laptop' }, people({})))).toBe(
      'Declined by Maria.\nToo dear.',
    );
  });
});
