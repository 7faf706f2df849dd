import type { FileRef } from '../../../../src/catalog/domain/files/file-ref';
import { askedFor } from '../../for-whom/for-whom';
import { call, RequestFailed } from '../../../shared/api';
import { ANY_FILES } from '../../../../src/requests/domain/any-files';
import type { FilesFor } from './files-for';

interface Upload {
  readonly filesFor: NonNullable<FilesFor>;
  readonly field: string;
  /** Of the whole, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Uploads a file straight into the store, and answers what it is called there. Given up, nothing is left of it.
 * @throws RequestFailed; DOMException `AbortError` when it was given up.
 */
export async function uploadFile(
  file: File,
  { filesFor, field, onProgress, signal }: Upload,
): Promise<FileRef> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  signal.throwIfAborted();
  const checksum = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const announced = { name: file.name, size: file.size, checksum };
  const { url, id } = await ('requestId' in filesFor
    ? call('files.beginAdded', {
        requestId: filesFor.requestId,
        ...(field !== ANY_FILES.id && { field }),
        ...announced,
      })
    : call('files.begin', { itemId: filesFor.itemId, field, ...announced, ...askedFor() }));
  try {
    await put(url, file, onProgress, signal);
    return await call('files.confirm', { id });
  } catch (error) {
    // What is in the way of this is tidied up at night.
    if (signal.aborted) await call('files.remove', { id }).catch(() => undefined);
    throw error;
  }
}

/** The SDK's own upload tells no progress and can't be stopped; the address is the one that it would use. */
function put(url: string, file: File, onProgress: Upload['onProgress'], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () =>
      reject(
        new RequestFailed({ code: 'FILES_UNAVAILABLE', message: 'The upload failed.', retryable: true }),
      );
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => (request.status < 300 ? resolve() : fail()));
    request.addEventListener('error', fail);
    request.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) request.abort();
    request.send(file);
  });
}
