import { useEffect, useRef, useState } from 'react';
import { SurfaceFrame } from '../frame/surface-frame';
import { type Module, useModules } from '../lib/site';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The macro as it stands in a page's body. */
export function macroOf(key: string, config: Readonly<Record<string, unknown>>): string {
  const parameters = Object.entries(config)
    .filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
    )
    .map(
      ([name, value]) => `<ac:parameter ac:name="${escape(name)}">${escape(String(value))}</ac:parameter>`,
    );
  return `<ac:structured-macro ac:name="${escape(key)}" ac:schema-version="1">${parameters.join('')}</ac:structured-macro>`;
}

/** The page of a macro's own config screen; undefined for a macro without one. */
function configPage(module: Module): Module | undefined {
  const { config } = module.raw;
  if (
    typeof config !== 'object' ||
    config === null ||
    !('resource' in config) ||
    typeof config.resource !== 'string' ||
    module.url === null
  )
    return undefined;
  return { ...module, url: new URL(`/__forge/resource/${config.resource}`, module.url).toString() };
}

interface InsertMacroProps {
  readonly pageId: string;
  readonly onInsert: (macro: string) => void;
}

export function InsertMacro({ pageId, onInsert }: InsertMacroProps) {
  const modules = useModules('macro');
  const [chosen, setChosen] = useState<Module>();
  const submit = (payload: unknown) => {
    const config =
      typeof payload === 'object' && payload !== null && 'config' in payload ? payload.config : payload;
    if (chosen)
      onInsert(
        macroOf(
          chosen.key,
          typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {},
        ),
      );
    setChosen(undefined);
  };
  return (
    <div className="actions">
      {modules.map((module) => (
        <button key={module.key} type="button" className="button" onClick={() => setChosen(module)}>
          + {module.title}
        </button>
      ))}
      {chosen && (
        <ConfigDialog
          module={configPage(chosen) ?? chosen}
          pageId={pageId}
          onSubmit={submit}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}

interface ConfigDialogProps {
  readonly module: Module;
  readonly pageId: string;
  readonly onSubmit: (payload: unknown) => void;
  readonly onClose: () => void;
}

function ConfigDialog({ module, pageId, onSubmit, onClose }: ConfigDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label={module.title} onClose={onClose}>
      <SurfaceFrame
        module={module}
        title={module.title}
        extension={{
          content: { id: pageId },
          config: {},
          macro: { isConfiguring: true, isInserting: true },
          isEditing: true,
        }}
        minHeight={200}
        onSubmit={onSubmit}
        onClose={onClose}
      />
    </dialog>
  );
}
