/** Words of this folder's screen, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    plan: { vi: 'Kế hoạch triển khai', en: 'The plan' },
  },
  plan: {
    title: { vi: 'Kế hoạch triển khai', en: 'The plan and where it stands' },
    lead: {
      vi: 'Từng nhiệm vụ ở từng cơ quan. Tình trạng do phần mềm tính từ số liệu; không ai tự khai được.',
      en: 'Each task at each agency. Its state is computed from what is counted; nobody can type it.',
    },
    day: { vi: 'Xem tại ngày', en: 'As of' },
    counted: { vi: 'Số liệu đếm lúc {{at}}.', en: 'Counted at {{at}}.' },
    notCounted: { vi: 'Ngày này chưa có số liệu.', en: 'Nothing was counted on this day.' },
    notCountedNext: {
      vi: 'Số liệu được đếm mỗi 15 phút, kể từ khi hệ thống chạy. Chọn một ngày khác.',
      en: 'Facts are counted every 15 minutes since the system runs. Choose another day.',
    },
    from: { vi: 'Có số liệu từ {{first}}.', en: 'Counted since {{first}}.' },
    noLine: {
      vi: 'Chưa cơ quan nào trong phạm vi của anh/chị thuộc nhóm của kế hoạch.',
      en: 'No agency that you look over is in a group of the plan.',
    },
    noLineNext: {
      vi: 'Nhóm 26 hoặc 70 được ghi ở trang Cơ quan, bằng một quyết định có hai người.',
      en: 'The group, 26 or 70, is set on the page of agencies by a decision of two people.',
    },
    body: { vi: 'Cơ quan', en: 'Agency' },
    nation: { vi: 'Cả nước', en: 'The country' },
    groupOf: { vi: 'nhóm {{group}}', en: 'group {{group}}' },
    invented: {
      vi: 'Nhóm 26 và 70 của từng cơ quan là giả định của bản mẫu: danh sách không được công bố.',
      en: 'Which agency is in group 26 or 70 is invented for the demo: the lists were not published.',
    },
    letters: { vi: 'Ký hiệu', en: 'Letters' },
    sum: {
      vi: '{{met}} đạt · {{late}} đạt muộn · {{under}} đang làm · {{overdue}} quá hạn · {{unknown}} chưa đo được',
      en: '{{met}} met · {{late}} met late · {{under}} under way · {{overdue}} overdue · {{unknown}} not measured',
    },
    left: { vi: 'Việc còn lại của {{body}}', en: 'What is left to do at {{body}}' },
    done: { vi: 'Đã đạt', en: 'Met' },
    nothingLeft: { vi: 'Không còn việc nào đo được mà chưa đạt.', en: 'Nothing that is measured is left to do.' },
    unmeasured: { vi: 'Chưa đo được', en: 'Not measured' },
    task: { vi: 'Nhiệm vụ', en: 'Task' },
    state: { vi: 'Tình trạng', en: 'State' },
    figure: { vi: 'Số liệu', en: 'Figure' },
    leader: { vi: 'Chủ trì: {{lead}}', en: 'Lead: {{lead}}' },
    due: { vi: 'hạn {{day}}', en: 'due {{day}}' },
    recurring: { vi: 'thường xuyên', en: 'regularly' },
    of: { vi: '{{part}} trên {{whole}} ({{percent}})', en: '{{part}} of {{whole}} ({{percent}})' },
    goal: { vi: 'đạt khi từ {{goal}}, giữ {{days}} ngày liền', en: 'met from {{goal}}, held for {{days}} days on end' },
    since: { vi: 'giữ từ {{day}}', en: 'held since {{day}}' },
    fell: { vi: 'từng đạt ngưỡng đến {{day}}', en: 'was above until {{day}}' },
    nothingToCount: { vi: 'chưa có gì để đếm (ví dụ chưa ghi biên chế được giao)', en: 'nothing to count yet (no posts granted, for one)' },
    begin: { vi: 'Bắt đầu', en: 'Begin' },
    all: { vi: 'Mọi cơ quan', en: 'All agencies' },
    is: {
      met: { vi: 'Đạt', en: 'Met' },
      'met-late': { vi: 'Đạt muộn', en: 'Met late' },
      'under-way': { vi: 'Đang làm', en: 'Under way' },
      overdue: { vi: 'Quá hạn', en: 'Overdue' },
      unmeasured: { vi: 'Chưa đo được', en: 'Not measured' },
      'not-asked': { vi: 'Không áp dụng', en: 'Not asked' },
    },
    letter: {
      met: { vi: 'Đ', en: 'M' },
      'met-late': { vi: 'Đm', en: 'Ml' },
      'under-way': { vi: 'L', en: 'W' },
      overdue: { vi: 'Q', en: 'O' },
      unmeasured: { vi: '?', en: '?' },
      'not-asked': { vi: '–', en: '–' },
    },
  },
} as const satisfies WordTree;
