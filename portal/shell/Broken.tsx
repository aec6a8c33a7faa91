/** A screen that throws takes down itself only: the frame stays, and says what to do. */
import { Component, type ReactNode } from 'react';
import i18next from 'i18next';

interface State {
  readonly broken: boolean;
}

export class Broken extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };
  static getDerivedStateFromError(): State {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="note bad stack tight" role="alert">
        <h1>{i18next.t('broken.title')}</h1>
        <p>{i18next.t('broken.next')}</p>
        <p>
          <button type="button" className="link" onClick={() => location.reload()}>
            {i18next.t('broken.reload')}
          </button>
        </p>
      </div>
    );
  }
}
