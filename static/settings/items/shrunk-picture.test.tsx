import { MOST_PICTURE_BYTES } from '../../../src/catalog/domain/picture';
import { shrunkPicture } from './shrunk-picture';

/** What a browser writes: bytes by the pixels and the quality, in a type that it knows. */
let bytesPerPixel = 0.05;
let types = ['image/webp', 'image/jpeg'];
const tried: string[] = [];
const fillRect = jest.fn();

beforeEach(() => {
  [bytesPerPixel, types] = [0.05, ['image/webp', 'image/jpeg']];
  tried.length = 0;
  fillRect.mockClear();
  globalThis.createImageBitmap = jest.fn(async (file: Blob) => {
    if (file.type !== 'image/png') throw new DOMException('No picture', 'InvalidStateError');
    return { width: 4000, height: 3000 };
  }) as never;
  HTMLCanvasElement.prototype.getContext = (() => ({ fillRect, drawImage: () => undefined })) as never;
  HTMLCanvasElement.prototype.toBlob = function toBlob(done, type = '', quality = 1) {
    const isKnown = types.includes(type);
    const size = Math.round(this.width * this.height * bytesPerPixel * (isKnown ? quality : 10));
    tried.push(`${this.width}x${this.height} ${type} ${quality}`);
    done(new Blob([new Uint8Array(size)], { type: isKnown ? type : 'image/png' }));
  };
});

const file = (type = 'image/png') => new Blob(['x'], { type });

it('is drawn as large as is shown sharply, and as good as fits', async () => {
  const shrunk = await shrunkPicture(file());
  expect(shrunk).toMatchObject({ width: 1280, height: 960 });
  expect(tried).toEqual(['1280x960 image/webp 0.85']);
});

it('loses quality before it loses pixels, until it fits', async () => {
  bytesPerPixel = 0.3;
  const shrunk = await shrunkPicture(file());
  expect(shrunk).toMatchObject({ width: 960, height: 720 });
  expect(atob(shrunk?.picture ?? '').length).toBeLessThanOrEqual(MOST_PICTURE_BYTES);
  expect(tried.slice(0, 3)).toEqual([
    '1280x960 image/webp 0.85',
    '1280x960 image/webp 0.65',
    '1280x960 image/jpeg 0.85',
  ]);
});

it('becomes a JPEG on white where the browser can’t write WebP and PNG is too large', async () => {
  types = ['image/jpeg'];
  await shrunkPicture(file());
  expect(tried.at(-1)).toBe('1280x960 image/jpeg 0.85');
  expect(fillRect).toHaveBeenCalledTimes(1);
});

it('is none where the browser reads no picture in the file', async () => {
  expect(await shrunkPicture(file('text/html'))).toBeNull();
});
