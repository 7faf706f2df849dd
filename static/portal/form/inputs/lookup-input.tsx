import { useState } from 'react';
import * as v from 'valibot';
import { issuesJql } from '../../../../src/catalog/domain/form/issue-options';
import type { FormField } from '../../../../src/catalog/domain/model';
import { findArticles } from '../../../shared/articles/find-articles';
import { viewer } from '../../../shared/context';
import { searchGroups } from '../../../shared/groups';
import { localized, t } from '../../../shared/i18n';
import { askJira } from '../../../shared/product';
import { type Found, SearchSelect } from '../../../shared/search-select';
import type { InputProps } from './types';

const MOST_FOUND = 10;

const Issues = v.object({
  issues: v.array(v.object({ key: v.string(), fields: v.object({ summary: v.optional(v.string(), '') }) })),
});

/** Work items by key or by the words of their summary, of those that the field offers. */
async function searchIssues(typed: string, { jql: scope }: FormField): Promise<readonly Found[]> {
  const jql = issuesJql(scope, typed);
  const query = new URLSearchParams({ jql, fields: 'summary', maxResults: String(MOST_FOUND) });
  const { issues } = await askJira(`/rest/api/3/search/jql?${query}`, Issues);
  return issues.map(({ key, fields }) => ({ value: key, label: `${key} ${fields.summary}` }));
}

const SEARCHES: Readonly<Record<string, (typed: string, field: FormField) => Promise<readonly Found[]>>> = {
  group: async (typed) => (await searchGroups(typed)).map(({ name }) => ({ value: name, label: name })),
  issue: searchIssues,
  page: async (typed) =>
    (await findArticles(typed, { spaceKeys: [], labels: [] }, MOST_FOUND)).map(({ title, path }) => ({
      value: `${viewer().siteUrl}${path}`,
      label: title,
    })),
};

/** Something of the site, found as the viewer may see it. What was chosen before is shown by what names it. */
export function LookupInput({ id, field, answer, isRequired, isInvalid, describedBy, onChange }: InputProps) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const chosen = typeof answer === 'string' && answer !== '' ? answer : null;
  const search = async (typed: string): Promise<readonly Found[]> => {
    const next = (await SEARCHES[field.type]?.(typed, field)) ?? [];
    setFound((before) => [...before.filter(({ value }) => value === chosen), ...next]);
    return next;
  };
  return (
    <SearchSelect
      inputId={id}
      label={localized(field.label)}
      value={
        chosen === null
          ? null
          : (found.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen })
      }
      placeholder={t(`portal.form.search.${field.type}`)}
      nothing={t('portal.form.nothingFound')}
      isInvalid={isInvalid}
      isClearable={!isRequired}
      describedBy={describedBy}
      search={search}
      onChange={onChange}
    />
  );
}
