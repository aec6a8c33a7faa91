/** Fields of a form: label, what to know, the field itself, and what is wrong with it, joined for those who hear them. */
import { useEffect, useId, useRef } from 'react';
import type { ComponentPropsWithRef, CSSProperties, ReactNode } from 'react';

interface Around {
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly size?: 'xs' | 'sm';
  /** of label and field together */
  readonly style?: CSSProperties;
}

/** What a field says of itself, by the ids of what stands around it. */
const told = (id: string, { description, error }: Around) => ({
  'aria-describedby': [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
});

function Wrapped({
  id,
  around,
  required,
  children,
}: {
  readonly id: string;
  readonly around: Around;
  readonly required: boolean | undefined;
  readonly children: ReactNode;
}) {
  const { label, description, error, size = 'sm', style } = around;
  return (
    <div className={`field ${size}`} style={style}>
      {label && (
        <label htmlFor={id}>
          {label}
          {required && (
            <span className="needed" aria-hidden>
              {' '}
              *
            </span>
          )}
        </label>
      )}
      {description && (
        <p className="hint" id={`${id}-hint`}>
          {description}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

function FieldError({ id, error }: { readonly id: string; readonly error: ReactNode }) {
  if (!error) return null;
  return (
    <p className="field-error" id={`${id}-error`} role="alert">
      {error}
    </p>
  );
}

type Own<Tag extends 'input' | 'select' | 'textarea'> = Around & Omit<ComponentPropsWithRef<Tag>, 'size' | 'style'>;

export function TextInput({ label, description, error, size, style, ...rest }: Own<'input'>) {
  const made = useId();
  const id = rest.id ?? made;
  const around = { label, description, error, size, style } as Around;
  return (
    <Wrapped id={id} around={around} required={rest.required}>
      <input type="text" {...rest} {...told(id, around)} id={id} className="input" />
    </Wrapped>
  );
}

export function Textarea({ label, description, error, size, style, ...rest }: Own<'textarea'>) {
  const made = useId();
  const id = rest.id ?? made;
  const around = { label, description, error, size, style } as Around;
  return (
    <Wrapped id={id} around={around} required={rest.required}>
      <textarea {...rest} {...told(id, around)} id={id} className="input" />
    </Wrapped>
  );
}

/** A choice of few; each is a value and its word. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export function NativeSelect({
  label,
  description,
  error,
  size,
  style,
  data,
  ...rest
}: Own<'select'> & { readonly data: readonly (Choice | string)[] }) {
  const made = useId();
  const id = rest.id ?? made;
  const around = { label, description, error, size, style } as Around;
  return (
    <Wrapped id={id} around={around} required={rest.required}>
      <select {...rest} {...told(id, around)} id={id} className="input">
        {data
          .map((one) => (typeof one === 'string' ? { value: one, label: one } : one))
          .map((choice: Choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
      </select>
    </Wrapped>
  );
}

export function Checkbox({
  label,
  error,
  indeterminate = false,
  ...rest
}: Pick<Around, 'label' | 'error'> & Omit<ComponentPropsWithRef<'input'>, 'size' | 'style'> & { readonly indeterminate?: boolean }) {
  const made = useId();
  const id = rest.id ?? made;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <div className="check">
      <input ref={box} {...rest} {...told(id, { error })} type="checkbox" id={id} />
      {label && <label htmlFor={id}>{label}</label>}
      <FieldError id={id} error={error} />
    </div>
  );
}
