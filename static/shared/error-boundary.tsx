import { Component, type ReactNode } from 'react';
import { ErrorView } from './error-view';

interface Props {
  readonly children: ReactNode;
}

/** Shows an error where a part of the screen crashed, and lets people try it again without losing the page. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorView error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
