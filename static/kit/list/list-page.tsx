import Button from '@atlaskit/button/default/button';
import IconButton, { type IconButtonProps } from '@atlaskit/button/icon/button';
import Textfield from '@atlaskit/textfield';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import live from '../../shared/live-region.module.css';
import forms from '../forms.module.css';
import styles from './list-table.module.css';
import { SortHeader } from './sort-header';
import { type SortBy, useList } from './use-list';

export interface Column<T> {
  readonly key: string;
  /** A text's key. */
  readonly label: string;
  readonly cell: (member: T) => ReactNode;
  /** Left out where no order makes sense. */
  readonly sortBy?: SortBy<T>;
}

export interface RowAction {
  /** Of what it does and to which: `Duplicate Office`. */
  readonly label: string;
  readonly icon: IconButtonProps['icon'];
  readonly onClick: () => void;
}

interface Props<T> {
  readonly title: string;
  readonly hint?: string;
  readonly members: readonly T[];
  readonly nameOf: (member: T) => string;
  /** Names of what a member belongs to, the outermost first: it is shown below them. */
  readonly under?: (member: T) => readonly string[];
  /** Where a member's name leads. */
  readonly to: (member: T) => string;
  /** After the name, which comes first and is what a list is sorted by of itself. */
  readonly columns: readonly Column<T>[];
  /** Before the name: what a member is chosen by, for what is done to several. */
  readonly chosenBy?: Column<T> | undefined;
  /** What else of a member a search looks into. */
  readonly searched?: (member: T) => string;
  /** Left out for those who may not. */
  readonly onNew?: (() => void) | undefined;
  /** The words of the button that makes one. */
  readonly makes: string;
  /** What is said where there are none: what they are for. */
  readonly empty: {
    readonly title: string;
    readonly text?: string;
    /** Another way to begin. */
    readonly lead?: ReactNode;
  };
  readonly actions?: ((member: T) => readonly RowAction[]) | undefined;
  /** What was done last, what is under way. */
  readonly message?: ReactNode;
  /** In the place of the table, where they have an order of their own. */
  readonly list?: ReactNode;
  /** What stands below the list. */
  readonly children?: ReactNode;
}

/** In pixels, for each level below another. */
const INDENT = 24;
/** So many are seen at a glance. */
const FEW = 7;
/** So many are drawn at once: more take a browser long. */
const STEP = 100;

/** A page that lists members of a kind: found by a search, sorted, opened by their names, with what can be done to each. */
export function ListPage<T extends { readonly id: string }>(props: Props<T>) {
  const { title, hint, members, nameOf, under, columns, searched, onNew, makes, empty, message } = props;
  const { list: ownList, children } = props;
  const byName: SortBy<T> = (member) => [...(under?.(member) ?? []), nameOf(member)];
  const sortings = new Map([
    ['name', byName],
    ...columns.flatMap(({ key, sortBy }) => (sortBy === undefined ? [] : [[key, sortBy] as const])),
  ]);
  const list = useList(members, (member) => `${nameOf(member)} ${searched?.(member) ?? ''}`, sortings);
  const make = onNew !== undefined && (
    <Button appearance="primary" onClick={onNew}>
      {makes}
    </Button>
  );
  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{title}</h2>
        {members.length > 0 && make}
      </div>
      {hint !== undefined && <p className={forms.hint}>{hint}</p>}
      {message}
      {ownList === undefined && (members.length > FEW || list.query !== '') && (
        <div className={styles.search}>
          <Textfield
            isCompact
            type="search"
            aria-label={t('kit.list.search', { title })}
            placeholder={t('kit.list.searchHere')}
            value={list.query}
            onChange={(event) => list.setQuery(event.currentTarget.value)}
          />
        </div>
      )}
      {members.length === 0 ? (
        <EmptyView
          level={3}
          title={empty.title}
          action={
            make && (
              <>
                {make} {empty.lead}
              </>
            )
          }
        >
          {empty.text}
        </EmptyView>
      ) : ownList !== undefined ? (
        ownList
      ) : list.shown.length === 0 ? (
        <EmptyView
          level={3}
          title={t('kit.list.nothing', { query: list.query })}
          action={<Button onClick={() => list.setQuery('')}>{t('kit.list.all')}</Button>}
        />
      ) : (
        <Table {...props} {...list} columns={columns} />
      )}
      {children}
    </>
  );
}

type TableProps<T> = Pick<
  Props<T>,
  'title' | 'nameOf' | 'under' | 'to' | 'chosenBy' | 'columns' | 'actions'
> &
  ReturnType<typeof useList<T>>;

function Table<T extends { readonly id: string }>(props: TableProps<T>) {
  const { title, nameOf, under, to, chosenBy, columns, actions, shown, sort, setSort } = props;
  const [most, setMost] = useState(STEP);
  const sorting = { sort: sort === '' ? 'name' : sort, setSort };
  return (
    <div className={styles.scroll} role="region" aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            {chosenBy !== undefined && <th scope="col">{t(chosenBy.label)}</th>}
            <SortHeader column="name" text={t('kit.list.name')} {...sorting} />
            {columns.map(({ key, label, sortBy }) =>
              sortBy === undefined ? (
                <th key={key} scope="col">
                  {t(label)}
                </th>
              ) : (
                <SortHeader key={key} column={key} text={t(label)} {...sorting} />
              ),
            )}
            {actions !== undefined && (
              <th scope="col">
                <span className={live.hidden}>{t('kit.list.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map((member) => (
            <tr key={member.id}>
              {chosenBy !== undefined && <td>{chosenBy.cell(member)}</td>}
              <td style={{ paddingInlineStart: INDENT * (under?.(member).length ?? 0) }}>
                <Link to={to(member)}>{nameOf(member)}</Link>
              </td>
              {columns.map(({ key, cell }) => (
                <td key={key}>{cell(member)}</td>
              ))}
              {actions !== undefined && (
                <td className={styles.actions}>
                  {actions(member).map((action) => (
                    <IconButton key={action.label} appearance="subtle" spacing="compact" {...action} />
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > most && (
        <Button onClick={() => setMost(most + STEP)}>
          {t('kit.list.more', { count: shown.length - most })}
        </Button>
      )}
    </div>
  );
}
