import { useEffect, useState } from 'react';
import type { FileRef } from '../../../src/catalog/domain/files/file-ref';
import { call } from '../../shared/api';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];
/** Larger ones are looked at when they are opened. */
const MOST_BYTES = 5 * 1024 * 1024;
const EDGE = 40;

export const isPreviewed = ({ type, size }: Pick<FileRef, 'type' | 'size'>): boolean =>
  PICTURES.includes(type) && size <= MOST_BYTES;

interface Props {
  readonly file: FileRef;
  /** The file itself, where it was chosen here. */
  readonly local?: File | undefined;
  /** The request it is of. */
  readonly requestId?: string;
}

/** What a picture looks like, beside its name, which says what it is; nothing of other files, or where it can't be read now or is no picture that the browser knows. */
export function FileThumb({ file, local, requestId }: Props) {
  const isShown = isPreviewed(file);
  const [own] = useState(() => (isShown && local !== undefined ? URL.createObjectURL(local) : ''));
  const [url, setUrl] = useState(own);
  useEffect(() => {
    if (!isShown) return undefined;
    if (own !== '') return () => URL.revokeObjectURL(own);
    let isGone = false;
    call('files.open', { id: file.id, ...(requestId !== undefined && { requestId }) })
      .then((opened) => !isGone && setUrl(opened.url))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isShown, own, file.id, requestId]);
  if (url === '') return null;
  return (
    <img
      src={url}
      alt=""
      width={EDGE}
      height={EDGE}
      style={{ objectFit: 'cover' }}
      onError={() => setUrl('')}
    />
  );
}
