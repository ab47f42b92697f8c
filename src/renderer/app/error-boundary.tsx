import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/state.tsx';

interface Props {
  /** Another value tries again: the route's path. */
  readonly resetBy: string;
  readonly children: ReactNode;
}

interface State {
  readonly failedAt: string | null;
}

/** A screen fails alone: header, rail and what was saved stay. React asks for a class here. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedAt: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: 'this screen' };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetBy !== this.props.resetBy && this.state.failedAt !== null)
      this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <Empty
        title="Sorry, there is a problem with this screen."
        action={
          <Button look="second" small onPress={() => this.setState({ failedAt: null })}>
            Show it again
          </Button>
        }
      >
        What you did before is still here. The other screens still work.
      </Empty>
    );
  }
}
