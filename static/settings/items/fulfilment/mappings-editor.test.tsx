import { render, screen } from '@testing-library/react';
import type { FieldMapping } from '../../../../src/catalog/domain/model';
import { formOf } from '../../../kit/fields/field';
import { prepareSurface } from '../../../shared/testing/surface';
import { fieldCatalog } from '../../model/field-catalog';
import { MappingsEditor } from './mappings-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const LEVELS = [
  { value: '1', label: 'HR only' },
  { value: '2', label: 'Board' },
];
const show = (level: string) => {
  prepareSurface();
  const mapping: FieldMapping = { jiraField: 'security', source: { kind: 'constant', value: level } };
  const security = {
    id: 'security',
    name: 'Security',
    required: false,
    type: 'securitylevel',
    values: LEVELS,
  };
  render(
    <MappingsEditor
      of={formOf<readonly FieldMapping[]>([mapping], false, () => undefined)}
      form={[]}
      screen={[{ ...security, ofViewer: LEVELS.slice(1) }]}
      catalog={fieldCatalog([], {}, {})}
    />,
  );
};

it('warns whoever edits an item of a security level that they are in themselves', () => {
  show('2');
  expect(screen.getByRole('status')).toHaveTextContent('You are in Board');
});

it('says whom to ask who else is in a level, which Jira tells no app', () => {
  show('1');
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByText(/Have the administrator of the space check/)).toBeVisible();
});
