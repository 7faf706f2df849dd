import Button from '@atlaskit/button/default/button';
import { useEffect, useRef, useState } from 'react';
import type { ItemPicture } from '../../../src/catalog/domain/model';
import { type Drawn, localized } from '../../kit/fields/controls';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { call } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { Picture, rememberPicture } from '../../shared/picture';
import { usePlace } from '../shared/use-opened';
import { shrunkPicture } from './shrunk-picture';

const ALT: readonly Row<ItemPicture>[] = [
  { key: 'alt', label: 'settings.picture.alt', help: 'settings.picture.altHint', control: localized() },
];

interface Props extends Drawn<ItemPicture | undefined> {
  /** Of the item: who may keep a picture for a new one depends on them. */
  readonly categoryIds: readonly string[];
}

/** An item's picture: chosen and made small enough, with what is read out in its place, or taken away. */
export function PictureEditor({ categoryIds, ...row }: Props) {
  const { id, value: picture, readOnly, onChange } = row;
  const { id: itemId } = usePlace('items');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // What else is typed while the picture is on its way must stay.
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  });

  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const shrunk = await shrunkPicture(file);
      if (shrunk === null) return setError(t('settings.picture.wrong'));
      const { picture: bytes, width, height } = shrunk;
      const payload = { itemId: itemId ?? '', categoryIds: [...categoryIds], picture: bytes };
      const { label } = await call('catalog.savePicture', payload);
      rememberPicture(label, bytes);
      const { value, onChange: change } = latest.current;
      change({ label, width, height, alt: value?.alt ?? { en: '' } });
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {picture !== undefined && <Picture by="catalog.picture" itemId={itemId ?? ''} picture={picture} />}
      {!readOnly && (
        <div className={forms.row}>
          <input
            id={id}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            disabled={busy}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // The same file may be chosen again.
              currentTarget.value = '';
              if (file !== undefined) void take(file);
            }}
          />
          {picture !== undefined && (
            <Button onClick={() => onChange(undefined)}>{t('settings.picture.remove')}</Button>
          )}
        </div>
      )}
      {busy && (
        <span className={forms.hint} role="status">
          {t('settings.picture.busy')}
        </span>
      )}
      {error !== null && (
        <span className={forms.error} role="alert">
          {error}
        </span>
      )}
      {picture !== undefined && <Fields of={{ ...row, value: picture }} rows={ALT} />}
    </>
  );
}
