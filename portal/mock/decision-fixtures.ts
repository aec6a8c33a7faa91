/** Invented people as they are compared before sending, and as an officer is shown them. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { BY_ROLE } from './may.ts';
import { nameAt } from './problem-fixtures.ts';

const said = (text: string | null): S.Bilingual | null => (text === null ? null : both(text, text));
const change = (field: string, vi: string, en: string, from: string | null, to: string): S.FieldChange => ({
  field,
  label: both(vi, en),
  from: said(from),
  to: said(to),
  line: null,
});

export function comparedPeople(count: number): S.ComparedPerson[] {
  return Array.from({ length: count }, (_, index): S.ComparedPerson => {
    const name = nameAt(index);
    const line = index + 1;
    const row = index + 6;
    if (index % 4 === 3) return { personId: `p${index}`, name, kind: 'unchanged', row, line, groups: [] };
    if (index % 5 === 4)
      return {
        personId: null,
        name,
        kind: 'new',
        row,
        line,
        groups: [
          {
            group: 'B',
            changes: [
              change('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', null, name),
              change('ngaySinh', 'Ngày sinh', 'Born', null, '03/1989'),
            ],
          },
        ],
      };
    return {
      personId: `p${index}`,
      name,
      kind: 'changed',
      row,
      line,
      groups: [
        {
          group: 'G',
          changes: [
            change('luong.bac', 'Bậc lương', 'Pay step', '3', '4'),
            change('luong.heSo', 'Hệ số lương', 'Coefficient', '3,00', '3,33'),
            change('luong.ngayHuong', 'Ngày hưởng', 'Paid from', '01/05/2023', '01/05/2026'),
          ],
        },
        ...(index % 2 === 0 ? [{ group: 'C', changes: [change('dienThoai', 'Điện thoại', 'Phone', 'Không rõ', '0900 000 123')] }] : []),
      ],
    };
  });
}

const MATCHES = ['KHOP', 'KHOP', 'GAN_KHOP', 'KHOP', 'LECH', 'CHUA', 'KHOP', 'KHONG_TIM_THAY'] as const;

export const QUEUE: readonly S.QueueItem[] = Array.from({ length: 42 }, (_, index): S.QueueItem => ({
  submissionId: 's-wait',
  personId: `p${index}`,
  name: nameAt(index),
  body: index % 3 === 0 ? 'UBND xã Suối Trong' : 'Trường THPT Nguyễn Trãi',
  groups: index % 2 === 0 ? ['C', 'G'] : ['B', 'G', 'K'],
  changes: 3 + (index % 5),
  problems: index % 6 === 2 ? 1 : 0,
  match: MATCHES[index % MATCHES.length]!,
  waitingSince: `2026-11-${String(Math.min(23, 4 + index)).padStart(2, '0')}T0${index % 9}:20:00Z`,
  mine: index === 5,
  may: BY_ROLE,
}));

/** As the server sends them: only what changed, in words. */
export function shownPerson(personId: string): S.PresentedPerson {
  const item = QUEUE.find((one) => one.personId === personId) ?? QUEUE[0]!;
  const field = (
    key: string,
    vi: string,
    en: string,
    from: string | null,
    to: string | null,
    more: Partial<S.PresentedField> = {},
  ): S.PresentedField => ({
    field: key,
    label: both(vi, en),
    line: null,
    from: said(from),
    to: said(to),
    changed: true,
    match: null,
    problems: [],
    ...more,
  });
  return {
    personId,
    submissionId: item.submissionId,
    name: item.name,
    body: item.body,
    shownHash: 'a'.repeat(64),
    may: BY_ROLE,
    mine: item.mine,
    declared: true,
    papers: [
      { submissionId: '01930000-0000-7000-8000-00000000e002', uploadNumber: 'TL-7K2MB-4QX9T', group: both('Trình độ', 'Education') },
    ],
    accepted: [
      {
        group: 'B',
        field: 'ngaySinh',
        label: both('Ngày sinh', 'Born'),
        where: { sheet: 'Hồ sơ', row: 12, column: 'C' },
        typed: 'ngày 19.7.1986',
        value: '19/07/1986',
        strength: 'certain',
        reason: both('cùng một ngày, chỉ khác cách viết', 'the same day, written another way'),
        by: 'Nguyễn Thị Hòa',
        at: '2026-11-24T08:00:00Z',
      },
    ],
    matchResult: { level: item.match ?? 'CHUA', fields: {} },
    problems:
      item.problems > 0
        ? [
            {
              code: 'E-SENT-BY-SUBJECT',
              severity: 'warning',
              title: both('Người gửi là chính chủ hồ sơ', 'The sender is the person of the record'),
              next: both('Đối chiếu kỹ với hồ sơ gốc trước khi xác nhận.', 'Compare carefully with the original documents.'),
              label: null,
              value: null,
              where: {},
            },
            {
              code: 'E-PAY-EARLY',
              severity: 'warning',
              title: both('Kiểm tra nâng bậc sớm', 'Check early raises'),
              next: null,
              label: both('Hệ số lương', 'Coefficient'),
              value: '3,33',
              where: { field: 'luong.heSo' },
            },
          ]
        : [],
    groups: [
      {
        group: 'B',
        title: both('Nhân thân', 'Identity'),
        itemId: `${personId}-B`,
        fileOfRound: null,
        state: 'awaiting-confirmation',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        beside: [
          {
            submissionId: '01930000-0000-7000-8000-00000000e003',
            uploadNumber: 'TL-7K2MB-4QX9W',
            origin: 'person',
            sentAt: '2026-11-22T03:00:00Z',
            state: 'held',
            fields: [
              {
                field: 'dienThoaiDiDong',
                label: both('Điện thoại di động', 'Mobile phone'),
                line: null,
                from: null,
                to: both('0912 345 678', '0912 345 678'),
              },
            ],
          },
        ],
        fields: [
          field('ngaySinh', 'Ngày sinh', 'Born', '07/1986', '19/07/1986', { match: item.match }),
          field(
            'noiSinh',
            'Nơi sinh',
            'Born at',
            'Xã Suối Cát, tỉnh Mẫu Sơn',
            'Bệnh viện huyện, xã Suối Cát, tỉnh Mẫu Sơn (đơn vị hành chính ngày 31/12/2024)',
          ),
        ],
      },
      {
        group: 'G',
        title: both('Ngạch, chức danh nghề nghiệp và diễn biến lương', 'Grade and pay history'),
        itemId: `${personId}-G`,
        fileOfRound: null,
        state: 'awaiting-confirmation',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        beside: [],
        fields: [
          field('luong.maNgach', 'Mã ngạch', 'Grade', null, '01.003 – Chuyên viên', { line: '3' }),
          field('luong.bac', 'Bậc lương', 'Pay step', null, '4', { line: '3' }),
          field('luong.heSo', 'Hệ số lương', 'Coefficient', null, '3,33', {
            line: '3',
            problems: item.problems > 0 ? ['E-PAY-EARLY'] : [],
          }),
          field('luong.ngayHuong', 'Ngày hưởng', 'Paid from', null, '01/05/2026', { line: '3' }),
          field('luong.quyetDinh', 'Quyết định', 'Decision', null, '1187/QĐ-SNV ngày 22/04/2026', { line: '3' }),
          field('luong.phanTramVuotKhung', 'Phụ cấp thâm niên vượt khung', 'Above-scale allowance', null, '0', {
            changed: false,
            line: '3',
          }),
        ],
      },
      {
        group: 'C',
        title: both('Địa chỉ và liên hệ', 'Addresses and contact'),
        itemId: `${personId}-C`,
        fileOfRound: null,
        state: 'held',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        beside: [],
        fields: [field('dienThoai', 'Điện thoại', 'Phone', '0900 000 111', '0900 000 123')],
      },
    ],
  };
}
