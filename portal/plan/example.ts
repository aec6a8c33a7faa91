/** How tests come to the screens of this folder, and the mock’s answers: two agencies with a task in each state. Never shipped. */
import type { PlanCell, PlanPage } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

type Task = PlanPage['tasks'][number];
const task = (code: string, vi: string, en: string, more: Partial<Task> = {}): Task => ({
  code,
  parent: null,
  title: both(vi, en),
  lead: 'Vụ Công chức - Viên chức, Bộ Nội vụ',
  group: null,
  due: '2023-06-30',
  recurring: false,
  heading: false,
  how: both('người có hồ sơ đã được xác nhận, trên số biên chế được giao', 'people whose record is confirmed, of the posts granted'),
  atLeast: 0.98,
  whyNot: null,
  confidence: 'found',
  ...more,
});
const TASKS: readonly Task[] = [
  task('1.2', 'Cập nhật, tích hợp, đồng bộ dữ liệu', 'Update and synchronise data', {
    heading: true,
    due: null,
    how: null,
    atLeast: null,
    lead: null,
  }),
  task('1.2.1', 'Cơ quan đã có phần mềm đồng bộ dữ liệu', 'Agencies with software synchronise', { parent: '1.2', group: '26' }),
  task('1.2.2', 'Cơ quan chưa có phần mềm cập nhật dữ liệu', 'Agencies without software update', { parent: '1.2', group: '70' }),
  task('1.2.2.2(4)', 'Tích hợp thẻ trên ứng dụng VNeID', 'The card on VNeID', { group: '70', due: null, recurring: true, atLeast: 0.95 }),
  task('1.3', 'Kết nối với CSDLQG về dân cư', 'Connect with the population database', { atLeast: 0.95 }),
  task('1.4.2', 'Hoàn thiện hồ sơ cấp độ', 'Complete the dossier of the level', {
    how: null,
    atLeast: null,
    whyNot: both('Hồ sơ cấp độ nằm ngoài phần mềm', 'The dossier stands outside this software'),
  }),
];
const cell = (at: number, state: PlanCell['state'], more: Partial<PlanCell> = {}): PlanCell => ({
  task: TASKS[at]!.code,
  state,
  part: null,
  whole: null,
  since: null,
  heldOn: null,
  href: null,
  ...more,
});
const id = (n: number): string => `0190a000-0000-7000-8000-00000000001${n}`;

const PAGE: PlanPage = {
  plan: {
    id: 'QD72',
    title: both('Kế hoạch theo Quyết định 72/QĐ-BNV ngày 13/2/2023', 'Plan under Decision 72/QĐ-BNV of 13/2/2023'),
    source: 'Quyết định 72/QĐ-BNV, Phụ lục (theo bản tóm tắt công khai)',
    confidence: 'found',
    daysRunning: 7,
  },
  day: '2026-11-24',
  countedAt: '2026-11-24T02:45:00Z',
  first: '2026-11-01',
  last: '2026-11-24',
  tasks: [...TASKS],
  lines: [
    {
      body: { id: id(0), code: 'VN', name: 'Việt Nam' },
      group: null,
      invented: false,
      cells: [
        cell(0, 'not-asked'),
        cell(1, 'not-asked'),
        cell(2, 'not-asked'),
        cell(3, 'not-asked'),
        cell(4, 'overdue', { part: 40, whole: 100, heldOn: '2026-11-12' }),
        cell(5, 'unmeasured'),
      ],
    },
    {
      body: { id: id(1), code: 'H26', name: 'UBND tỉnh Mẫu Sơn' },
      group: '70',
      invented: true,
      cells: [
        cell(0, 'overdue'),
        cell(1, 'not-asked'),
        cell(2, 'overdue', { part: 1284, whole: 4000, href: '/tien-do' }),
        cell(3, 'under-way', { part: 3900, whole: 4000, since: '2026-11-20' }),
        cell(4, 'not-asked'),
        cell(5, 'not-asked'),
      ],
    },
    {
      body: { id: id(2), code: 'B01', name: 'Bộ Mẫu' },
      group: '26',
      invented: true,
      cells: [
        cell(0, 'met-late'),
        cell(1, 'met-late', { part: 990, whole: 1000, since: '2026-10-01' }),
        cell(2, 'not-asked'),
        cell(3, 'not-asked'),
        cell(4, 'not-asked'),
        cell(5, 'not-asked'),
      ],
    },
  ],
};

export const example: Example = {
  shown: [
    { name: 'plan', address: '/ke-hoach', as: 'ministry', ready: 'tbody tr' },
    { name: 'plan-of-a-body', address: `/ke-hoach?co-quan=${id(1)}`, as: 'ministry', ready: '[data-task]' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/plans/{plan}', () => PAGE);
  },
};
