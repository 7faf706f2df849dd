import { useEffect, useRef } from 'react';
import { type ForgeFrame, type FrameHooks, mountFrame } from '../../forge/bridge-parent/index';
import { type Module, useSite } from '../lib/site';
import { follow } from './navigate';

interface SurfaceFrameProps {
  readonly module: Module;
  /** What the surface is shown on; the server looks it up as the user. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly height?: 'auto' | 'fill';
  readonly minHeight?: number;
  /** The page's own address within its module; with it the frame is told of back and forward. */
  readonly path?: string;
  readonly onHistory?: FrameHooks['onHistory'];
  readonly onRefresh?: () => void;
  readonly onClose?: () => void;
}

/** One of the app's surfaces in its own frame. A change of user or subject makes a new one. */
export function SurfaceFrame(props: SurfaceFrameProps) {
  const { module, title, height = 'auto', minHeight = 0 } = props;
  const { person, mode, clock } = useSite();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<ForgeFrame | null>(null);
  const latest = useRef({ props, mode });
  const known = useRef(props.path);
  useEffect(() => {
    latest.current = { props, mode };
  });
  const subject = JSON.stringify(props.extension);
  useEffect(() => {
    if (!holder.current) return undefined;
    const { onClose } = latest.current.props;
    const mounted = mountFrame(holder.current, {
      module: { ...module, title },
      extension: JSON.parse(subject) as Record<string, unknown>,
      height,
      colorMode: latest.current.mode,
      path: latest.current.props.path ?? '/',
      hooks: {
        onNavigate: follow,
        onRefresh: () => latest.current.props.onRefresh?.(),
        onHistory: (path, action) => {
          known.current = path;
          latest.current.props.onHistory?.(path, action);
        },
        ...(onClose ? { onClose: () => latest.current.props.onClose?.() } : {}),
      },
    });
    frame.current = mounted;
    return () => mounted.destroy();
  }, [module, title, height, subject, person.accountId, person.locale]);
  useEffect(() => frame.current?.setColorMode(mode), [mode]);
  useEffect(() => frame.current?.setClock({ now: clock.now(), running: clock.running }), [clock]);
  useEffect(() => {
    if (props.path === undefined || props.path === known.current) return;
    known.current = props.path;
    frame.current?.setPath(props.path);
  }, [props.path]);
  return (
    <div
      ref={holder}
      className={height === 'fill' ? 'surface surface-fill' : 'surface'}
      style={{ minHeight }}
    />
  );
}
