/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    reports: { vi: 'Báo cáo thống kê', en: 'Statistics' },
  },
  report: {
    title: { vi: 'Báo cáo thống kê', en: 'Statistical reports' },
    lead: {
      vi: 'Mỗi báo cáo là một giá trị có mã băm và chữ ký: lập lại lúc nào cũng ra đúng con số ấy, hoặc nói rõ vì sao khác.',
      en: 'Each report is a value with a hash and a signature: made again it gives the same figures, or says why they differ.',
    },
    make: { vi: 'Lập báo cáo', en: 'Make a report' },
    definition: { vi: 'Biểu báo cáo', en: 'Form' },
    body: { vi: 'Cơ quan (kể cả bên dưới)', en: 'Agency (with all below it)' },
    validOn: { vi: 'Số liệu tính đến ngày', en: 'Facts as of the day' },
    treeOn: { vi: 'Theo cây tổ chức ngày', en: 'By the tree of the day' },
    treeHint: { vi: 'Để trống: cùng ngày với số liệu.', en: 'Empty: the same day as the facts.' },
    kept: { vi: 'Báo cáo đã lập', en: 'Reports made' },
    none: { vi: 'Chưa có báo cáo nào.', en: 'There is no report yet.' },
    number: { vi: 'Số', en: 'Number' },
    madeAt: { vi: 'Lập lúc', en: 'Made at' },
    people: { vi: 'Số người', en: 'People' },
    agency: { vi: 'Cơ quan', en: 'Agency' },
    itself: { vi: '{{name}} (riêng cơ quan)', en: '{{name}} (itself)' },
    gone: { vi: '{{name}} (không có chỗ duy nhất trong cây ngày này)', en: '{{name}} (has no one place in this tree)' },
    total: { vi: 'Tổng cộng', en: 'Total' },
    asOf: {
      vi: 'Số liệu ngày {{day}}, cây tổ chức ngày {{tree}}, đã chốt đến giao dịch {{point}}.',
      en: 'Facts of {{day}}, tree of {{tree}}, settled up to transaction {{point}}.',
    },
    hash: { vi: 'Mã băm (SHA-256)', en: 'Hash (SHA-256)' },
    again: { vi: 'Lập lại', en: 'Run again' },
    againThen: { vi: 'Như đã biết lúc đó', en: 'As it was known then' },
    againNow: { vi: 'Theo hiểu biết hôm nay', en: 'As it is known today' },
    sameThen: { vi: 'Trùng khớp: cùng mã băm {{hash}}.', en: 'The same: hash {{hash}}.' },
    otherThen: {
      vi: 'Khác mã băm: số liệu đã bị hủy theo pháp luật hoặc không còn như lúc lập. Bản đã lưu vẫn giữ nguyên.',
      en: 'Another hash: facts were destroyed by law, or are not as they were. The kept report stays as it is.',
    },
    sameNow: { vi: 'Theo hiểu biết hôm nay các con số không đổi.', en: 'As known today the figures are the same.' },
    otherNow: { vi: 'Theo hiểu biết hôm nay có {{count}} con số khác.', en: 'As known today {{count}} figures differ.' },
    causes: {
      vi: 'Vì sao: {{facts}} hồ sơ được cập nhật hoặc đính chính, {{moves}} người đổi cơ quan quản lý, {{events}} sự kiện tổ chức, {{erased}} hồ sơ hủy theo pháp luật.',
      en: 'Why: {{facts}} records stated or corrected since, {{moves}} people whose agency changed, {{events}} events of agencies, {{erased}} records destroyed by law.',
    },
    listsOther: { vi: 'Danh mục, số liệu pháp luật đã có lần ban hành khác.', en: 'Lists and rows of law have another edition.' },
    figure: { vi: 'Con số', en: 'Figure' },
    was: { vi: 'Lúc đó', en: 'Then' },
    is: { vi: 'Hôm nay', en: 'Today' },
  },
} as const satisfies WordTree;
