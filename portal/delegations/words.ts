/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  /** what the shell and the first page say of it */
  lent: {
    title: { vi: 'Ủy quyền quyết định', en: 'Delegation' },
    onBehalf: {
      vi: 'Thay mặt {{name}} ({{role}}, {{body}}), đến hết {{until}}.',
      en: 'On behalf of {{name}} ({{role}}, {{body}}), until the end of {{until}}.',
    },
    see: { vi: 'Xem ủy quyền', en: 'See the delegation' },
  },
  delegations: {
    lead: {
      vi: 'Giao quyền quyết định của anh/chị cho một người của cơ quan trong một thời gian. Người nhận không có quyền rộng hơn anh/chị, không xác nhận hồ sơ do chính họ hay anh/chị lập, và không ủy quyền tiếp. Đến hết ngày cuối, ủy quyền tự kết thúc.',
      en: 'Lend your right to decide to somebody of your agency for a time. They get no more than you have, confirm nothing that they or you made, and do not lend it on. It ends by itself after its last day.',
    },
    give: { vi: 'Giao ủy quyền', en: 'Delegate' },
    right: { vi: 'Quyền được giao', en: 'Right to lend' },
    body: { vi: 'Ở cơ quan (và các đơn vị trực thuộc)', en: 'At the agency (and its units)' },
    kinds: { vi: 'Loại việc', en: 'Kinds of act' },
    to: { vi: 'Người nhận ủy quyền', en: 'Delegate' },
    nobody: {
      vi: 'Không có người nào của cơ quan nhận được quyền này: họ cần một vai trò ở cơ quan hay đơn vị trực thuộc, và không giữ vai trò kiểm tra chéo với quyền này. Đề nghị quản trị của cơ quan cấp vai trò trước.',
      en: 'Nobody of your agency can be lent this right: they need a role at the agency or one of its units, and none that checks this right. Ask the administrator of your agency for a role first.',
    },
    from: { vi: 'Từ ngày', en: 'From' },
    until: { vi: 'Đến hết ngày', en: 'Until the end of' },
    untilHint: { vi: 'Dài nhất {{days}} ngày.', en: '{{days}} days at most.' },
    decisionNumber: { vi: 'Số quyết định ủy quyền', en: 'Number of the decision' },
    decisionDay: { vi: 'Ngày quyết định', en: 'Day of the decision' },
    reason: { vi: 'Lý do (khi không có quyết định)', en: 'Reason (when there is no decision)' },
    second: {
      vi: 'Quyền này cần người thứ hai: ủy quyền có hiệu lực khi một quản trị của cơ quan đồng ý.',
      en: 'This right has two hands: the delegation holds once an administrator of the agency agrees.',
    },
    choose: { vi: '– Chọn –', en: '– Choose –' },
    go: { vi: 'Giao ủy quyền', en: 'Delegate' },
    done: { vi: 'Ủy quyền đã được ghi, có hiệu lực từ ngày bắt đầu.', en: 'The delegation is recorded and holds from its first day.' },
    asked: { vi: 'Đã gửi đề nghị. Một quản trị của cơ quan sẽ quyết định.', en: 'It was sent. An administrator of the agency decides.' },
    wrong: {
      bodyId: { vi: 'Chọn một cơ quan.', en: 'Choose an agency.' },
      accountId: { vi: 'Chọn một người.', en: 'Choose somebody.' },
      from: { vi: 'Chọn ngày bắt đầu.', en: 'Choose the first day.' },
      until: { vi: 'Chọn ngày cuối, không trước ngày bắt đầu.', en: 'Choose the last day, not before the first.' },
      basis: {
        vi: 'Ghi cả số và ngày quyết định, hoặc lý do từ 10 ký tự.',
        en: 'Write number and day of the decision, or a reason of at least 10 letters.',
      },
    },
    list: { vi: 'Ủy quyền đã giao và được giao', en: 'Given and received' },
    empty: { vi: 'Chưa có ủy quyền nào', en: 'No delegation yet' },
    emptyNext: {
      vi: 'Ủy quyền anh/chị giao, và ủy quyền anh/chị được giao, sẽ hiện ở đây.',
      en: 'What you delegate, and what is delegated to you, will stand here.',
    },
    given: { vi: 'Giao cho {{name}}', en: 'To {{name}}' },
    received: { vi: 'Thay mặt {{name}}', en: 'On behalf of {{name}}' },
    days: { vi: 'từ {{from}} đến hết {{until}}', en: 'from {{from}} to {{until}}' },
    byDecision: { vi: 'Quyết định {{number}} ngày {{day}}', en: 'Decision {{number}} of {{day}}' },
    state: {
      waiting: { vi: 'Chờ quản trị đồng ý', en: 'Waits for an administrator' },
      refused: { vi: 'Không được đồng ý', en: 'Refused' },
      lapsed: { vi: 'Hết hạn chờ', en: 'Lapsed' },
      withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
      coming: { vi: 'Chưa bắt đầu', en: 'Not begun' },
      now: { vi: 'Đang có hiệu lực', en: 'In force' },
      over: { vi: 'Đã hết thời gian', en: 'Over' },
      ended: { vi: 'Kết thúc sớm', en: 'Ended early' },
    },
    end: { vi: 'Kết thúc sớm', en: 'End early' },
    withdraw: { vi: 'Rút đề nghị', en: 'Take back' },
    endWhat: {
      vi: 'Từ lúc này người nhận ủy quyền không quyết định được nữa. Những gì đã quyết định vẫn giữ nguyên.',
      en: 'From now on the delegate decides no more. What was decided stays.',
    },
  },
} satisfies WordTree;
