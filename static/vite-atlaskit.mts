import { sort } from '@compiled/css';
import type { Plugin } from 'vite';

const GATES =
  'const g={checkGate:()=>false,initializeCalled:()=>false,initializeCompleted:()=>false,getExperimentValue:(a,b,c)=>c};export default g;';

const STUBS: Readonly<Record<string, string>> = {
  '@atlaskit/platform-feature-flags':
    'export const fg=()=>false;export const getBooleanFF=()=>false;export const setBooleanFeatureFlagResolver=()=>{};',
  '@atlaskit/platform-feature-flags/fg': 'export const fg=()=>false;',
  '@atlaskit/react-compiler-gating': 'export const isReactCompilerActivePlatform=()=>false;',
  '@atlaskit/feature-gate-js-client': GATES,
  '@atlaskit/feature-gate-js-client/feature-gates': GATES,
  '@atlaskit/pragmatic-drag-and-drop-react-beautiful-dnd-migration':
    'const no=()=>{throw new Error("isRankable is not bundled")};export const DragDropContext=no,Droppable=no,Draggable=no;',
};
const PREFIX = '\0atlaskit-slim:';

/**
 * Atlassian's internal feature flags are never initialised outside Atlassian's products: every flag is false at
 * run time. Folding them to `false` while building lets the dead branches go; nothing looks different. Dragging
 * of table rows is left out: no table here is ranked by hand.
 */
export function atlaskitSlim(): Plugin {
  return {
    name: 'atlaskit-slim',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id in STUBS ? { id: PREFIX + id, moduleSideEffects: false } : null),
    load: (id) => (id.startsWith(PREFIX) ? (STUBS[id.slice(PREFIX.length)] ?? null) : null),
    transform(code, id) {
      if (!id.includes('/node_modules/@atlaskit/') || !id.endsWith('.js')) return null;
      const folded = code
        .replace(/\bfg\((['"])[\w.-]+\1\)/g, 'false')
        .replace(/\bisReactCompilerActivePlatform\(\)/g, 'false');
      return folded === code ? null : { code: folded, map: null };
    },
  };
}

/** Atlaskit's atomic rules come from many files; they only work de-duplicated and in Compiled's own order. */
export function compiledCssSort(): Plugin {
  return {
    name: 'compiled-css-sort',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        const css = typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source);
        if (css.includes('._')) {
          asset.source = sort(css, { sortAtRulesEnabled: true, sortShorthandEnabled: true });
        }
      }
    },
  };
}
