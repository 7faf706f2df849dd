import { useState } from 'react';
import { SurfaceFrame } from '../frame/surface-frame';
import { type Module, useModules } from '../lib/site';
import type { IssueProps } from './types';

/** The app's panels; a closed one costs nothing: it loads when it is opened. */
export function IssuePanels({ issue, onChanged }: IssueProps) {
  const context = useModules('jira:issueContext');
  const panels = useModules('jira:issuePanel');
  return (
    <>
      {[...context, ...panels].map((module, index) => (
        <Panel key={module.key} module={module} issue={issue} open={index === 0} onChanged={onChanged} />
      ))}
    </>
  );
}

function Panel({
  module,
  issue,
  open,
  onChanged,
}: IssueProps & { readonly module: Module; readonly open: boolean }) {
  const [seen, setSeen] = useState(open);
  return (
    <details className="box" open={open} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary>{module.title}</summary>
      {seen && (
        <SurfaceFrame
          module={module}
          extension={{ issue: { key: issue.key } }}
          title={module.title}
          onRefresh={onChanged}
          minHeight={64}
        />
      )}
    </details>
  );
}
