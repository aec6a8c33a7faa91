/** Invented cards as officers see them. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { BY_ROLE } from './may.ts';

const BODY = 'Sở Nội vụ tỉnh Mẫu Sơn';

const REASONS: readonly S.EndReason[] = [
  {
    code: 'MAT_DIEN_THOAI',
    label: both('Mất hoặc hỏng điện thoại giữ thẻ', 'The phone that holds it is lost or broken'),
    replaced: true,
    heldBack: false,
  },
  {
    code: 'CHO_MUON',
    label: both('Cho mượn thẻ hoặc dùng sai mục đích', 'Lent, or used for what it is not for'),
    replaced: false,
    heldBack: true,
  },
  { code: 'CAP_SAI', label: both('Thẻ cấp sai', 'Wrongly made'), replaced: false, heldBack: true },
  { code: 'SU_CO', label: both('Sự cố an ninh', 'A security incident'), replaced: false, heldBack: true },
];

const RELEASES: readonly S.ReleaseReason[] = [
  { code: 'KHONG_CO_CAN_CU', label: both('Đã xác minh, không có căn cứ ngừng thẻ', 'Looked into: the card was ended without ground') },
  { code: 'DA_KHAC_PHUC', label: both('Sự cố hoặc sai sót đã được khắc phục', 'The incident or the mistake has been put right') },
];

const HELD: S.OfficerCard = {
  cardId: 'c1',
  number: '7K2QD-00118-X',
  employment: 'main',
  state: 'HIEU_LUC',
  codeStanding: 'official',
  says: {
    ho_ten: 'Lò Thị Pâng',
    ho_ten_latin: 'LO THI PANG',
    chuc_vu: { ten: 'Phó Trưởng phòng' },
    co_quan: { ma: 'H26.15', ten: BODY },
    co_quan_quan_ly: { ma: 'H26', ten: 'UBND tỉnh Mẫu Sơn' },
    don_vi: 'Phòng Công chức, viên chức',
    loai: 'CONG_CHUC',
    cap: 'TINH',
    dang_cong_tac: true,
  },
  issuedOn: '2026-11-20',
  validUntil: '2031-11-19',
  endedAt: null,
  endReason: null,
  endLabel: null,
  overlapUntil: null,
  copies: [
    { issuedAt: '2026-11-23T08:00:00Z', expiresAt: '2026-11-30T08:00:00Z', event: 'credential_accepted' },
    { issuedAt: '2026-11-22T02:30:00Z', expiresAt: '2026-11-29T02:30:00Z', event: null },
  ],
};

/** Beside it: of a concurrent post at another agency. */
const BESIDE: S.OfficerCard = {
  ...HELD,
  cardId: 'c5',
  number: 'K4T2M-77PLD-0',
  employment: 'concurrent',
  says: { ...HELD.says, chuc_vu: { ten: 'Phó Trưởng ban' }, co_quan: { ma: 'H26.31', ten: 'Ban Quản lý khu kinh tế Mẫu Sơn' }, don_vi: '' },
  copies: [],
};

/** Ended, its bits being published; the one before ended long ago, with every stamp. */
const ENDED: readonly S.EndedCard[] = [
  {
    ...HELD,
    cardId: 'c4',
    number: 'B7Q1X-44MND-9',
    state: 'CHUYEN_TIEP',
    endReason: 'DOI_CHUC_VU',
    endLabel: both('Đổi chức vụ, chức danh hoặc vị trí việc làm', 'Another position'),
    overlapUntil: '2026-11-27T03:05:00Z',
    copies: [],
    clock: {
      signedOn: '2026-11-20',
      effectiveOn: '2026-11-24',
      enteredAt: '2026-11-24T02:00:00Z',
      confirmedAt: '2026-11-24T03:05:00Z',
      bitAt: null,
      listedAt: null,
      dueAt: '2026-11-27T03:05:00Z',
    },
  },
  {
    ...HELD,
    cardId: 'c2',
    number: 'M0X4B-91TQZ-5',
    state: 'THU_HOI',
    endReason: 'MAT_DIEN_THOAI',
    endedAt: '2026-11-20T03:05:00Z',
    endLabel: REASONS[0]!.label,
    copies: [],
    clock: {
      signedOn: null,
      effectiveOn: '2026-11-20',
      enteredAt: '2026-11-20T03:05:00Z',
      confirmedAt: '2026-11-20T03:05:00Z',
      bitAt: '2026-11-20T03:05:00Z',
      listedAt: null,
      dueAt: null,
    },
  },
  {
    ...HELD,
    cardId: 'c3',
    number: 'C3H8V-20WQE-2',
    state: 'THU_HOI',
    endReason: 'DOI_CHUC_VU',
    says: { ...HELD.says, chuc_vu: { ten: 'Chuyên viên' } },
    endedAt: '2026-06-02T08:40:00Z',
    endLabel: both('Đổi chức vụ, chức danh hoặc vị trí việc làm', 'Another position'),
    copies: [],
    clock: {
      signedOn: '2026-05-28',
      effectiveOn: '2026-06-01',
      enteredAt: '2026-06-01T02:00:00Z',
      confirmedAt: '2026-06-02T08:40:00Z',
      bitAt: '2026-06-02T08:40:00Z',
      listedAt: '2026-06-02T08:40:06Z',
      dueAt: null,
    },
  },
];

export const PERSON_CARD: S.PersonCard = {
  held: HELD,
  beside: [BESIDE],
  why: null,
  ended: ENDED,
  endReasons: REASONS,
  releaseReasons: RELEASES,
  may: BY_ROLE,
};

export const NO_PERSON_CARD: S.PersonCard = {
  held: null,
  beside: [],
  why: { missing: ['identity', 'portrait'], workState: 'DANG_LAM', heldBack: null },
  ended: [],
  endReasons: REASONS,
  releaseReasons: RELEASES,
  may: BY_ROLE,
};

export const HELD_BACK_CARD: S.PersonCard = {
  ...NO_PERSON_CARD,
  why: {
    missing: [],
    workState: 'DANG_LAM',
    heldBack: { reason: 'SU_CO', label: both('Sự cố an ninh', 'A security incident'), since: '2026-11-20T03:05:00Z', byMe: false },
  },
  ended: [{ ...ENDED[0]!, endReason: 'SU_CO', endLabel: both('Sự cố an ninh', 'A security incident') }],
};
