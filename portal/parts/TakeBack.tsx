/** Takes back what one asked for, as long as nobody decided. */
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';

/** @param back  the act (`useAct`); what it is refused for is told here */
export function TakeBack({
  back,
  label,
}: {
  readonly back: { readonly go: (request: undefined) => Promise<unknown>; readonly busy: boolean; readonly error: unknown };
  readonly label: string;
}) {
  return (
    <>
      <Button variant="default" size="compact-sm" loading={back.busy} onClick={() => void back.go(undefined).catch(() => undefined)}>
        {label}
      </Button>
      {back.error != null && <Failure error={back.error} />}
    </>
  );
}
