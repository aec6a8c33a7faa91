/** A refusal or a break, told as what, why and what next, with the page of its code. */
import { Button } from '#portal/parts/Button.tsx';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { RequestFailed } from '#portal/api/client.ts';
import { localizeProblem, type LocalizedProblem } from '#portal/api/problem-words.ts';
import { useWords } from '#portal/language/use-words.ts';

export function useLocalizedProblem(error: unknown): LocalizedProblem {
  const { language, texts } = useWords();
  const own = texts('failure');
  return localizeProblem(error instanceof RequestFailed ? error.problem : { status: -1 }, language, own);
}

export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useWords();
  const problem = useLocalizedProblem(error);
  const signedOut = error instanceof RequestFailed && error.problem.status === 401;
  return (
    <div className="note bad stack tight" role="alert">
      <h2>
        <IconAlertCircle className="icon" size={20} aria-hidden /> {problem.what}
      </h2>
      {problem.more.length > 0 && (
        <ul>
          {problem.more.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p>
        <span className="strong">{t('failure.nextTitle')}:</span> {problem.next}
      </p>
      <div className="row">
        {onRetry && !signedOut && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {problem.code === 'E-PASSKEY-NEEDED' && <a href="/khoa-truy-cap">{t('passkeys.need')}</a>}
        {signedOut && <a href={signInAddress()}>{t('app.signIn')}</a>}
        {problem.code && problem.page && (
          <span className="small">
            {t('common.code')} <code>{problem.code}</code> ·{' '}
            <a href={problem.page} target="_blank" rel="noreferrer">
              {t('common.whatIsCode')}
            </a>
          </span>
        )}
        {problem.requestId && (
          <span className="small soft">
            {t('common.request')}: <code>{problem.requestId}</code>
          </span>
        )}
      </div>
    </div>
  );
}

/** Back to this very page after signing in. */
export const signInAddress = (): string => `/auth/sign-in?returnTo=${encodeURIComponent(location.pathname)}`;
