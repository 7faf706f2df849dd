import { openModal } from '../../forge/bridge-parent/index';
import { follow } from '../frame/navigate';
import { type Module, useModules, useSite } from '../lib/site';
import { Button } from '../lib/parts';

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
const configPage = ({ raw }: Module): unknown =>
  (raw['config'] as { readonly resource?: unknown } | undefined)?.resource;

/** What a config screen submits: the configuration itself, or what holds it. */
function configOf(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'object' || payload === null) return {};
  return 'config' in payload ? configOf(payload.config) : (payload as Readonly<Record<string, unknown>>);
}

interface InsertMacroProps {
  readonly pageId: string;
  readonly onInsert: (macro: string) => void;
}

export function InsertMacro({ pageId, onInsert }: InsertMacroProps) {
  const modules = useModules('macro');
  const { mode } = useSite();
  const configure = (module: Module): void => {
    const onSubmit = (payload: unknown): void => {
      onInsert(macroOf(module.key, configOf(payload)));
      dialog.close();
    };
    const macro = { isConfiguring: true, isInserting: true };
    const opener = {
      module,
      extension: { content: { id: pageId }, config: {}, macro, isEditing: true },
      hooks: { onNavigate: follow, onSubmit },
      colorMode: mode,
      height: 'fill',
    } as const;
    const dialog = openModal(opener, { resource: configPage(module), size: 'medium', title: module.title });
  };
  return (
    <div className="actions">
      {modules.map((module) => (
        <Button key={module.key} onClick={() => configure(module)}>
          + {module.title}
        </Button>
      ))}
    </div>
  );
}
