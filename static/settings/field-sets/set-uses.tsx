import { Link } from 'wouter';
import forms from '../../kit/forms.module.css';
import { type Answer, call } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { pageAddress } from '../addresses';
import { Loading } from '../shared/loading';

type Users = Answer<'catalog.setUses'>['items'];

export const readUsers = async (id: string): Promise<Users> => (await call('catalog.setUses', { id })).items;

/** The items that use a field set, each a link. */
export function SetUses({ id }: { readonly id: string }) {
  const { loaded, reload } = useLoad(`setUses:${id}`, () => readUsers(id));
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  return <UserList users={loaded.value} />;
}

export function UserList({ users }: { readonly users: Users }) {
  if (users.length === 0) return <p className={forms.hint}>{t('settings.set.unused')}</p>;
  return (
    <ul>
      {users.map(({ id, name }) => (
        <li key={id}>
          <Link to={pageAddress('items', id)}>{localized(name)}</Link>
        </li>
      ))}
    </ul>
  );
}
