import type { Entitlement } from '../../../src/catalog/domain/model';
import { type Field, Fields, groups, part, people } from '../../kit/fields';

const LISTS = ['availableFor', 'notAvailableFor'] as const;

/** Who may order and who may not, by groups and by name. */
export const CriteriaFields = ({ of }: { readonly of: Field<Entitlement> }) => (
  <>
    {LISTS.map((key) => (
      <Fields
        key={key}
        of={part(of, key)}
        rows={[
          {
            key: 'groups',
            label: `settings.item.${key}`,
            help: `settings.item.${key}Hint`,
            control: groups(),
          },
          { key: 'users', label: `settings.criteria.${key}`, control: people() },
        ]}
      />
    ))}
  </>
);
