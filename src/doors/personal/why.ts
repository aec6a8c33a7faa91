/** Why each group of the record matters to its person, in one sentence: shown beside what is missing. Words as data. */
import type { Bilingual } from '#base/problem.ts';
import type { GroupCode } from '#standard/shapes.ts';

export const WHY: Readonly<Record<GroupCode, Bilingual>> = {
  A: {
    vi: 'Cho biết anh/chị thuộc cơ quan nào và đang công tác hay không; thiếu ảnh chân dung thì chưa có thẻ.',
    en: 'Tells which agency you belong to and whether you serve; without a portrait there is no card yet.',
  },
  B: {
    vi: 'Họ tên, ngày sinh phải khớp dữ liệu dân cư thì thẻ và mọi quyết định về anh/chị mới ghi đúng người.',
    en: 'Name and birth must agree with the population data, so that your card and every decision name the right person.',
  },
  C: {
    vi: 'Để cơ quan liên lạc được với anh/chị khi có quyết định, chế độ hay việc khẩn.',
    en: 'So that your agency can reach you about decisions, benefits and emergencies.',
  },
  D: {
    vi: 'Là căn cứ tính tuổi Đảng và các chế độ ưu tiên, chính sách mà gia đình anh/chị được hưởng.',
    en: 'The ground for years of Party membership and for benefits that your family is entitled to.',
  },
  E: {
    vi: 'Ngày tuyển dụng, ngày vào biên chế quyết định thâm niên, tập sự và quyền lợi bảo hiểm.',
    en: 'Dates of recruitment decide seniority, probation and insurance.',
  },
  F: {
    vi: 'Chức vụ và vị trí việc làm được ghi trên thẻ, và là căn cứ trả lương theo vị trí.',
    en: 'Post and job position stand on your card and are the ground of your pay.',
  },
  G: {
    vi: 'Thiếu một lần nâng lương là có thể tính sai ngày nâng bậc kế tiếp và lương hưu sau này.',
    en: 'One missing raise can make the day of your next one, and your pension, wrong.',
  },
  H: {
    vi: 'Phụ cấp không được ghi ở đây thì dễ bị bỏ sót khi chuyển cơ quan hoặc tính chế độ.',
    en: 'An allowance that is not recorded here is easily lost when you move or retire.',
  },
  I: {
    vi: 'Trình độ là điều kiện khi xét nâng ngạch, bổ nhiệm và cử đi học.',
    en: 'Qualifications are conditions of promotion, appointment and training.',
  },
  J: {
    vi: 'Bằng cấp, khóa bồi dưỡng được ghi thì không phải nộp lại bản sao mỗi lần xét hồ sơ.',
    en: 'Degrees and courses on record need not be handed in again each time.',
  },
  K: {
    vi: 'Quá trình công tác liền mạch là căn cứ tính thời gian đóng bảo hiểm và thâm niên.',
    en: 'An unbroken career is the ground for insurance years and seniority.',
  },
  L: {
    vi: 'Các quyết định bổ nhiệm, luân chuyển, biệt phái chứng minh chức vụ anh/chị đã và đang giữ.',
    en: 'Decisions of appointment and transfer prove the posts you hold and held.',
  },
  M: {
    vi: 'Cho biết anh/chị đang được quy hoạch chức danh nào, giai đoạn nào.',
    en: 'Tells for which posts and years you are planned.',
  },
  N: {
    vi: 'Xếp loại hằng năm là điều kiện xét nâng lương trước hạn, khen thưởng và bổ nhiệm.',
    en: 'Yearly ratings are conditions of early raises, awards and appointments.',
  },
  O: {
    vi: 'Thành tích được ghi nhận giúp anh/chị khi xét thi đua và nâng lương trước hạn.',
    en: 'Awards on record count for you in emulation and early raises.',
  },
  P: {
    vi: 'Kỷ luật hết hiệu lực mà không được ghi rõ có thể làm chậm quyền lợi của anh/chị.',
    en: 'A discipline whose end is not recorded may delay what you are due.',
  },
  Q: {
    vi: 'Dùng khi giải quyết chế độ cho thân nhân và khi xác minh lý lịch; chỉ ít người được xem.',
    en: 'Used for benefits of your relatives and for checks of background; few people may see it.',
  },
  R: {
    vi: 'Là phần tự khai của lý lịch; chỉ ít người được xem.',
    en: 'The personal statement of your background; few people may see it.',
  },
  S: {
    vi: 'Giúp cơ quan bố trí việc hợp sức khỏe; chỉ ít người được xem.',
    en: 'Helps your agency give you work that suits your health; few people may see it.',
  },
  T: {
    vi: 'Thuộc nghĩa vụ kê khai của một số chức danh; chỉ ít người được xem.',
    en: 'A duty of declaration for some posts; few people may see it.',
  },
  U: {
    vi: 'Sai số sổ bảo hiểm, mã số thuế hay tài khoản là chậm lương và chậm chế độ.',
    en: 'A wrong insurance, tax or account number delays pay and benefits.',
  },
  V: {
    vi: 'Báo trước ngày anh/chị đủ tuổi nghỉ hưu để chuẩn bị hồ sơ kịp thời.',
    en: 'Tells ahead when you reach retirement age, so that papers are ready in time.',
  },
  W: {
    vi: 'Thẻ được lập tự động từ hồ sơ; xem ở trang “Thẻ của tôi”.',
    en: 'The card is made from the record by itself; see the page “My card”.',
  },
  X: {
    vi: 'Bản số hóa của quyết định, văn bằng để không ai phải đi photo lại.',
    en: 'Scanned decisions and degrees, so that nobody has to copy them again.',
  },
  Y: {
    vi: 'Cho biết hồ sơ được đối soát và xác nhận lúc nào; hệ thống tự ghi.',
    en: 'Tells when the record was matched and confirmed; written by the system.',
  },
  Z: {
    vi: 'Thông tin của cơ quan anh/chị; do cơ quan quản lý cập nhật.',
    en: 'About your agency; kept by the agency that manages it.',
  },
};
