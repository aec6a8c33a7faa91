/** A screen that throws takes down itself only: the frame stays, and says what to do. */
import { Component, type ReactNode } from 'react';
import { currentSpeech } from '#portal/language/set-up.ts';

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
    const { t } = currentSpeech();
    return (
      <div className="note bad stack tight" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.next')}</p>
        <p>
          <button type="button" className="link" onClick={() => location.reload()}>
            {t('broken.reload')}
          </button>
        </p>
      </div>
    );
  }
}
