import IconButton from '@atlaskit/button/icon/button';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DragHandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ShownStructure } from '../../../src/catalog/domain/call-answers';
import { forEverybody } from '../../../src/catalog/domain/audience/entitlement';
import type { Category } from '../../../src/catalog/domain/model';
import forms from '../../kit/forms.module.css';
import { Glyph } from '../../shared/glyph';
import { localized, t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { pageAddress } from '../addresses';
import styles from './category-tree.module.css';
import { type Branch, type Place, placeAfter, placeAt, type Side, type Step, treeOf } from './tree';
import { useRowDrag } from './use-row-drag';

interface Props {
  readonly structure: ShownStructure;
  readonly mayEdit: (category: Category) => boolean;
  /** One change is under way. */
  readonly isBusy: boolean;
  readonly onMove: (category: Category, place: Place) => Promise<void>;
  readonly onDelete: (category: Category) => void;
}

/** The categories of every catalog as a tree: moved by drag or with buttons, and every move is said to screen readers. */
export function CategoryTree(props: Props) {
  const { structure, onMove } = props;
  const [said, setSaid] = useState('');
  const move = async (category: Category, place: Place): Promise<void> => {
    await onMove(category, place);
    const parent = structure.categories.find(({ id }) => id === place.parentId);
    setSaid(
      t('settings.category.moved', {
        name: localized(category.name),
        to: parent === undefined ? t('settings.category.top') : localized(parent.name),
        n: place.at + 1,
      }),
    );
  };
  const trees = structure.catalogs.map((catalog) => ({
    catalog,
    branches: treeOf(structure.categories, catalog.id),
  }));
  return (
    <>
      {trees.map(
        ({ catalog, branches }) =>
          branches.length > 0 && (
            <section key={catalog.id} aria-label={localized(catalog.name)}>
              {structure.catalogs.length > 1 && <h3 className={forms.heading}>{localized(catalog.name)}</h3>}
              <Branches {...props} branches={branches} onMove={move} />
            </section>
          ),
      )}
      <LiveRegion text={said} />
    </>
  );
}

const Branches = ({ branches, ...props }: Props & { readonly branches: readonly Branch[] }) => (
  <ul className={styles.branches}>
    {branches.map(({ category, below }) => (
      <li key={category.id}>
        <Row {...props} category={category} />
        {below.length > 0 && <Branches {...props} branches={below} />}
      </li>
    ))}
  </ul>
);

const STEPS = { up: ArrowUpIcon, down: ArrowDownIcon, into: ArrowRightIcon, out: ArrowLeftIcon } as const;
const STEP_KEYS = Object.keys(STEPS) as readonly Step[];

function Row(props: Props & { readonly category: Category }) {
  const { structure, category, mayEdit, isBusy, onMove, onDelete } = props;
  const { categories, inCategory } = structure;
  const isMine = mayEdit(category);
  const find = (id: string) => categories.find((each) => each.id === id && mayEdit(each));
  const dropped = (id: string, side: Side) => {
    const moved = find(id);
    const place = moved === undefined ? null : placeAt(categories, moved, category, side);
    return moved === undefined || place === null ? null : { moved, place };
  };
  const { row, handle, over } = useRowDrag(
    category.id,
    isMine && !isBusy,
    (id, side) => dropped(id, side) !== null,
    (id, side) => {
      const drop = dropped(id, side);
      if (drop !== null) void onMove(drop.moved, drop.place);
    },
  );
  const name = localized(category.name);
  return (
    <div ref={row} className={`${styles.row} ${over === null ? '' : (styles[over] ?? '')}`}>
      {isMine && (
        <span ref={handle} className={styles.handle} title={t('kit.order.drag')}>
          <DragHandleIcon label="" />
        </span>
      )}
      <Glyph name={category.icon} />
      <span className={styles.name}>
        <Link to={pageAddress('categories', category.id)}>{name}</Link>{' '}
        <span className={forms.hint}>
          {t('settings.category.items', { count: inCategory[category.id] ?? 0 })}
        </span>{' '}
        {category.entitlement !== undefined && !forEverybody(category.entitlement) && (
          <Lozenge appearance="moved">{t('settings.category.limited')}</Lozenge>
        )}
      </span>
      {isMine && (
        <span className={styles.steps} role="group" aria-label={t('settings.category.move', { name })}>
          {STEP_KEYS.map((step) => {
            const place = placeAfter(categories, category, step);
            return (
              <IconButton
                key={step}
                appearance="subtle"
                spacing="compact"
                icon={STEPS[step]}
                label={t(`settings.category.${step}`, { name })}
                isDisabled={place === null || isBusy}
                onClick={() => place !== null && void onMove(category, place)}
              />
            );
          })}
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={DeleteIcon}
            label={t('kit.list.delete', { name })}
            onClick={() => onDelete(category)}
          />
        </span>
      )}
    </div>
  );
}
