import type { SpaceRole } from '../../../src/catalog/domain/model';
import type { Drawn } from '../../kit/fields/controls';
import { Pick } from '../../kit/controls/pick';
import { part } from '../../kit/fields/field';
import { RowList } from '../../kit/fields/row-list';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';

type Props = Drawn<readonly SpaceRole[]> & { readonly catalog: FieldCatalog };

/** Roles that people hold in a space, one a row: the role, then where. */
export function RolesInput({ catalog, ...of }: Props) {
  const { roles } = useDirectory(catalog);
  const spaces = catalog.valuesOf('project');
  return (
    <div>
      <RowList
        of={of}
        adds={t('settings.audience.addRole')}
        make={() => ({ projectId: spaces[0]?.value ?? '', roleId: roles[0]?.value ?? '' })}
        removes={(_role, n) => t('settings.audience.removeRole', { n })}
        row={(role, n) => (
          <>
            <Pick {...part(role, 'roleId')} label={t('settings.audience.role', { n })} options={roles} />
            <Pick {...part(role, 'projectId')} label={t('settings.audience.space', { n })} options={spaces} />
          </>
        )}
      />
    </div>
  );
}
