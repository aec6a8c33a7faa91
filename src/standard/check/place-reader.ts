/** The `Reader` of a file: turns what a kind says about a value into a problem with sheet, row, column and the value as given. */
import type { PlainDate } from '#base/clock.ts';
import type { Problem, ProblemKind, ProblemParams } from '#base/problem.ts';
import type { Reader } from '#standard/kinds/kind.ts';
import type { CheckContext, RawLine } from '#standard/shapes.ts';
import { rememberedOf } from './remembered.ts';
import type { Remembered } from './remembered.ts';

const NO_LINE: RawLine = { sheet: '', row: 0, cells: new Map() };

export class PlaceReader implements Reader {
  readonly today: PlainDate;
  readonly demo: boolean;
  readonly bodyKnown: CheckContext['bodyKnown'];
  readonly bodyNamed: CheckContext['bodyNamed'];
  on: PlainDate;
  line: RawLine = NO_LINE;
  /** key of the column that is read, and of the field it belongs to */
  columnKey = '';
  fieldPath = '';
  readonly remembered: Remembered;
  private readonly problems: Problem[];
  private readonly context: CheckContext;

  constructor(problems: Problem[], context: CheckContext) {
    this.problems = problems;
    this.context = context;
    this.today = context.today;
    this.demo = context.demo;
    this.bodyKnown = context.bodyKnown;
    this.bodyNamed = context.bodyNamed;
    this.on = context.asOf;
    this.remembered = rememberedOf(context);
  }

  /** how many words were said so far */
  get said(): number {
    return this.problems.length;
  }

  readonly above = (): string | null => this.context.above?.(this.line.sheet, this.line.row, this.columnKey) ?? null;

  report(kind: ProblemKind, params: ProblemParams = {}, more: Parameters<Reader['report']>[2] = {}): void {
    const columnKey = more.part === undefined ? this.columnKey : `${this.fieldPath}.${more.part}`;
    this.problems.push(
      kind(params, {
        where: {
          sheet: this.line.sheet,
          row: this.line.row,
          column: this.context.columnOf(this.line.sheet, columnKey),
          field: this.fieldPath,
        },
        value: this.line.cells.get(columnKey)?.text ?? null,
        isNumber: this.line.cells.get(columnKey)?.kind === 'number',
        suggestion: more.suggestion ?? null,
        ...(more.candidates ? { candidates: more.candidates } : {}),
        ...(more.severity ? { severity: more.severity } : {}),
        ...(more.unsure === undefined ? {} : { unsure: more.unsure }),
      }),
    );
  }
}
