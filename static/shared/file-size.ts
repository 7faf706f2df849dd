import { viewer } from './context';

/** How large a file is, as the viewer writes it: `10.2 MB`. */
export function fileSize(bytes: number): string {
  const [unit, value] = bytes < 1024 * 1024 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 1024 / 1024];
  return new Intl.NumberFormat(viewer().formatLocale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(Number(value));
}
