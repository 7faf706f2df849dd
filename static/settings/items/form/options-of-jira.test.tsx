import { fireEvent, render, screen } from '@testing-library/react';
import { namedOption } from '../../../../src/catalog/domain/field-types/named-option';
import type { ItemContent } from '../../../../src/catalog/domain/model';
import { content, field } from '../../../../test/support/samples';
import { formOf, seenAs } from '../../../kit/fields/field';
import { At } from '../../../kit/testing/at';
import { answerProduct, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { Builder } from './builder';
import { formParts, withFormParts } from './form-parts';
import { OptionsOfJira } from './options-of-jira';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

let now: ItemContent;

function show(form: ItemContent['form'], open: string) {
  const builder = (edited: ItemContent) => (
    <At path={`/items/laptop/form?field=${open}`}>
      <OptionsOfJira content={edited}>
        <Builder
          item={seenAs(
            formOf((now = edited), false, (next) => rerender(builder(next))),
            formParts,
            withFormParts,
          )}
          content={edited}
        />
      </OptionsOfJira>
    </At>
  );
  const { rerender } = render(builder(content({ form })));
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
  const { projectId, issueTypeId } = content().fulfilment;
  answerProduct(`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${issueTypeId}`, {
    fields: [
      { fieldId: 'duedate', name: 'Due', schema: { type: 'date' } },
      {
        fieldId: 'customfield_7',
        name: 'Model',
        schema: { type: 'option' },
        allowedValues: [{ id: '31', value: 'Light' }],
      },
    ],
  });
});

const source = () => screen.findByLabelText('Where the options come from');

it('a choice takes its options from a field of Jira in the place of its own, and gets its list again', async () => {
  const options = [{ id: 'a', label: { en: 'A' } }];
  show([field('model', { type: 'choice', options, default: { kind: 'static', value: 'a' } })], 'model');
  await screen.findByRole('option', { name: 'Jira field: Model' });
  expect(screen.queryByRole('option', { name: 'Jira field: Due' })).toBeNull();
  fireEvent.change(await source(), { target: { value: 'customfield_7' } });
  expect(now.form).toEqual([field('model', { type: 'choice', jiraField: 'customfield_7' })]);
  expect(screen.queryByRole('button', { name: 'Add option' })).toBeNull();
  fireEvent.change(await source(), { target: { value: '@own' } });
  expect(now.form).toEqual([field('model', { type: 'choice', options })]);
});

it('a condition tests for one of the options that Jira has', async () => {
  const form = [
    field('model', { type: 'choice', jiraField: 'customfield_7' }),
    field('why', { visibleWhen: { field: 'model', op: 'filled' } }),
  ];
  show(form, 'why');
  fireEvent.change(await screen.findByLabelText('Comparison'), { target: { value: 'is' } });
  fireEvent.change(await screen.findByLabelText('Value that shows the field'), {
    target: { value: namedOption('31', 'Light') },
  });
  expect(await screen.findByRole('option', { name: 'Light' })).toBeVisible();
  expect(now.form[1]?.visibleWhen).toEqual({ field: 'model', op: 'is', value: namedOption('31', 'Light') });
});
