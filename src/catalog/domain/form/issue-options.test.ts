import { field } from '../../../../test/support/samples';
import { checkForm } from './check-form';
import { issuesJql } from './issue-options';

it.each([
  [undefined, '', 'reporter = currentUser() ORDER BY updated DESC'],
  [undefined, 'new mouse', 'summary ~ "new mouse*" ORDER BY updated DESC'],
  ['project = IT', '', '(project = IT) ORDER BY updated DESC'],
  ['project = IT', 'it-7', '(project = IT) AND key = "IT-7"'],
  ['a = 1 OR b = 2', 'x" OR "', '(a = 1 OR b = 2) AND summary ~ "x OR*" ORDER BY updated DESC'],
])('of %s, “%s” asks for %s', (scope, typed, expected) => {
  expect(issuesJql(scope, typed).replace(/\s+/g, ' ')).toBe(expected);
});

it('has no order of its own', () => {
  const form = [field('about', { type: 'issue', jql: 'project = IT order by key' })];
  expect(checkForm(form).map(({ code, at }) => `${code} ${at}`)).toEqual(['orderedQuery form.about.jql']);
});
