import { MOST_PICTURE_BYTES } from '../../../src/catalog/domain/picture';

interface Shrunk {
  /** Base64. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side, from what is shown sharply to what any picture fits in. */
const SIDES = [1_280, 960, 640, 320];
/** Browsers that can't write WebP write PNG in its place, which may be too large: then JPEG. */
const TYPES = ['image/webp', 'image/jpeg'];
const QUALITIES = [0.85, 0.65];

/**
 * A picture as large and as good as fits; `null` for a file that is no picture to the browser. It is always drawn anew: what a camera
 * wrote into the file, such as the place, does not go along.
 */
export async function shrunkPicture(file: Blob): Promise<Shrunk | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    for (const type of TYPES) {
      const canvas = drawn(bitmap, width, height, type);
      for (const quality of QUALITIES) {
        const blob = await written(canvas, type, quality);
        if (blob !== null && blob.size <= MOST_PICTURE_BYTES)
          return { picture: await base64Of(blob), width, height };
      }
    }
  }
  return null;
}

function drawn(bitmap: ImageBitmap, width: number, height: number, type: string): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  // JPEG knows no transparency: what shows through would be black.
  if (type === 'image/jpeg') {
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

const written = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'));
    reader.readAsDataURL(blob);
  });
