/** Help of screens that no place of the menu leads to, by address: a record, what stands under one's name, public pages. A test asks that each screen has its help. */
import type { HelpOfPage } from './page-help.ts';

export const HELP_BESIDE_THE_MENU: Readonly<Record<string, HelpOfPage>> = {
  '/ho-so/:id': {
    what: {
      vi: 'Hồ sơ của một người, từng nhóm thông tin, kèm nguồn và người xác nhận. Mỗi lần mở đều được ghi nhật ký.',
      en: 'The record of a person by groups, with source and who confirmed. Each opening stands in the log.',
    },
    steps: [
      {
        vi: 'Chọn một nhóm thông tin; giá trị đang che chỉ hiện khi anh/chị bấm “Hiện”.',
        en: 'Choose a group; masked values are shown when you ask for them.',
      },
      {
        vi: 'Xem lịch sử của một trường thông tin, hoặc hồ sơ tại một ngày đã qua.',
        en: 'See the history of a field, or the record as of a past day.',
      },
      {
        vi: 'Cần bản giấy: in theo mẫu 2C hoặc HS02; bản in có số và được ghi lại.',
        en: 'On paper: print it as form 2C or HS02; a print has a number and is recorded.',
      },
    ],
  },
  '/van-ban': {
    what: {
      vi: 'Đưa bản PDF của quyết định, văn bằng, hợp đồng vào hồ sơ của một người; cán bộ xác nhận mở xem rồi mới được ghi nhận.',
      en: 'Puts the PDF of a decision, a degree or a contract into somebody’s record; an officer opens and confirms it first.',
    },
    steps: [
      {
        vi: 'Ghi số định danh, loại, số ký hiệu và ngày đúng như trên văn bản; chọn tệp PDF.',
        en: 'Write citizen number, kind, number and day as they stand on the paper; choose the PDF.',
      },
      {
        vi: 'Bấm “Tải lên và kiểm tra”: tệp có mật khẩu, mã chạy được hoặc tệp khác bên trong bị từ chối kèm cách sửa.',
        en: 'Press “Upload and check”: a file with a password, scripts or files inside is refused, with what to do.',
      },
      {
        vi: 'Ở trang hồ sơ gửi: mở lại tệp, rút về nếu nhầm, hoặc gửi để xác nhận.',
        en: 'On the page of the submission open it again, take it back if it is wrong, or send it to be confirmed.',
      },
    ],
  },
  '/ket-noi-mang': {
    what: {
      vi: 'Máy này tới được hệ thống qua mạng TSLCD tốt không, và những cơ quan nào đã kiểm tra.',
      en: 'Whether this computer reaches the system well over TSLCD, and which agencies have checked.',
    },
    steps: [
      {
        vi: 'Chọn cơ quan rồi bấm “Kiểm tra”; kết quả nói nguyên nhân và việc cần làm.',
        en: 'Choose the agency and press “Check”: you are told why and what to do.',
      },
      {
        vi: 'Máy khác chưa đăng nhập được: tạo mã, rồi chạy lệnh hiện ra trên máy đó.',
        en: 'For a computer that cannot sign in make a code, and run the command on it.',
      },
      {
        vi: 'Bảng bên dưới: cơ quan chưa đạt đứng đầu; tải về khi cần báo cáo.',
        en: 'In the table those that have not passed stand first; download it for a report.',
      },
    ],
  },
  '/khoa-truy-cap': {
    what: {
      vi: 'Khóa truy cập của anh/chị: thứ chứng tỏ chính anh/chị đang ngồi trước máy khi xác nhận, cấp vai trò, xuất danh sách.',
      en: 'Your passkeys: what shows that it is you in person who confirms, gives a role or exports a list.',
    },
    steps: [
      {
        vi: 'Đăng nhập, rồi trong 5 phút bấm “Đăng ký trên thiết bị này”; dùng máy tính, điện thoại hoặc khóa bảo mật.',
        en: 'Sign in, and within 5 minutes press “Add on this device”: your computer, phone or a security key.',
      },
      {
        vi: 'Nên có hai khóa trên hai thiết bị: mất một khóa thì dùng khóa kia.',
        en: 'Have two, on two devices: when one is lost, the other is there.',
      },
      {
        vi: 'Mất hết khóa thì nhờ quản trị của cơ quan cho đăng ký lại.',
        en: 'When all are lost, your administrator gives leave to add one again.',
      },
    ],
  },
  '/uy-quyen': {
    what: {
      vi: 'Ủy quyền quyết định cho một người cùng cơ quan trong một thời gian, và xem quyền người khác đã ủy quyền cho anh/chị.',
      en: 'Lend your right to decide to somebody of your agency for a time, and see what was lent to you.',
    },
    steps: [
      {
        vi: 'Chọn người nhận, cơ quan, loại việc, từ ngày nào đến ngày nào, theo quyết định hay lý do gì.',
        en: 'Choose whom, which agency, which acts, from which day to which, and on what decision or reason.',
      },
      {
        vi: 'Quyền xác nhận cần thêm một quản trị viên đồng ý; các quyền khác có hiệu lực ngay.',
        en: 'A right to confirm waits for an administrator; others hold at once.',
      },
      { vi: 'Hết ngày thì tự hết; hai bên đều có thể chấm dứt sớm.', en: 'It ends by itself on its day; either side ends it early.' },
    ],
  },
  '/xuat-danh-sach': {
    what: {
      vi: 'Những danh sách anh/chị đã xin xuất từ trang tra cứu: đang chờ duyệt, đang lập, hay tải về được.',
      en: 'Lists that you asked for on the search page: waiting, being made, or ready.',
    },
    steps: [
      {
        vi: 'Tra cứu, bấm “Xuất danh sách” hoặc “Trích ngang” (trích dọc: trong hồ sơ, mục “In lý lịch”); nêu mục đích, lý do, cột hoặc trường, căn cứ.',
        en: 'Search, press “Export the list” or “Extract of these people” (over time: on the record, “Print the record”); give purpose, reason, columns or fields, ground.',
      },
      {
        vi: 'Danh sách nhiều người, và mọi trích ngang, trích dọc, cần người thứ hai duyệt.',
        en: 'A long list and every extract need a second person.',
      },
      {
        vi: 'Tải về trong thời hạn; mỗi bản có dấu riêng, người có tên trong đó biết đã bị xuất.',
        en: 'Download it in time; each copy has its own mark, and whoever is in it sees that.',
      },
    ],
  },
  '/thong-bao': {
    what: {
      vi: 'Việc vừa xảy ra với hồ sơ anh/chị gửi hoặc phụ trách: bị trả lại, đã xác nhận, quá hạn.',
      en: 'What happened to your work: returned, confirmed, overdue.',
    },
    steps: [
      { vi: 'Bấm vào một thông báo để tới đúng trang cần làm.', en: 'Press a notice to come to its page.' },
      {
        vi: 'Thông báo đã xem không nhắc lại; việc xong thì tự đóng.',
        en: 'What was seen is not told again; what is done closes by itself.',
      },
      { vi: 'Muốn nhận thư: nhập địa chỉ; mỗi ngày nhiều nhất một thư.', en: 'By mail: give an address; one mail a day at most.' },
    ],
  },
  '/xem-them': {
    what: {
      vi: 'Xin xem thêm hồ sơ khi đã hết mức xem trong ngày, và duyệt đề nghị của người khác nếu anh/chị có quyền.',
      en: 'Ask to see more records when the day’s budget is spent, and decide on requests where you may.',
    },
    steps: [
      { vi: 'Nêu cần xem bao nhiêu người, trong bao lâu, vì việc gì.', en: 'Say how many people, for how long, and why.' },
      { vi: 'Một người khác của cơ quan duyệt; không ai tự duyệt cho mình.', en: 'Somebody else decides; nobody decides on their own.' },
      { vi: 'Đề nghị, người duyệt và lý do đều nằm trong nhật ký.', en: 'Request, decision and reason stand in the log.' },
    ],
  },
  '/phien-dang-nhap': {
    what: { vi: 'Những nơi anh/chị đang đăng nhập.', en: 'Where you are signed in.' },
    steps: [
      { vi: 'Xem từng phiên: máy nào, từ lúc nào.', en: 'Look at each session: which device, since when.' },
      { vi: 'Phiên lạ: bấm kết thúc ngay.', en: 'One that is not yours: end it at once.' },
      { vi: 'Dùng máy chung thì đăng xuất khi xong việc.', en: 'On a shared computer sign out when you are done.' },
    ],
  },
  '/bien-nhan/:number': {
    what: {
      vi: 'Biên nhận do hệ thống ký: đã nhận hoặc đã xác nhận bao nhiêu người, lúc nào. Không có dữ liệu cá nhân.',
      en: 'A receipt signed by the system: how many people, when. It holds no personal data.',
    },
    steps: [
      {
        vi: 'Xem chữ ký còn đúng không, do máy chủ và do trình duyệt kiểm tra.',
        en: 'See whether the signature holds, by the server and by your browser.',
      },
      {
        vi: 'Thả tệp đã gửi vào khung để so mã băm; tệp không rời máy của anh/chị.',
        en: 'Drop the file that was sent: its hash is compared, it does not leave your computer.',
      },
      { vi: 'Cần giữ lại: tải bản PDF hoặc bản có chữ ký.', en: 'To keep it: download the PDF or the signed file.' },
    ],
  },
  '/kiem-tra-bien-nhan': {
    what: {
      vi: 'Kiểm tra một biên nhận theo số in trên đó; không cần đăng nhập.',
      en: 'Check a receipt by its number; no sign-in is needed.',
    },
    steps: [
      { vi: 'Nhập số biên nhận, ví dụ BN-7K2QD-00118, hoặc quét mã QR.', en: 'Type the number of the receipt, or scan its QR code.' },
      { vi: 'Đọc kết quả: cơ quan, thời gian, số người, chữ ký.', en: 'Read the answer: agency, time, people, signature.' },
      {
        vi: 'Có tệp trong tay: thả vào để biết có đúng tệp đã gửi.',
        en: 'With the file at hand: drop it to learn whether it is the one that was sent.',
      },
    ],
  },
  '/ban-giay/:number': {
    what: {
      vi: 'Kiểm tra một bản giấy được chuyển đổi từ hồ sơ điện tử; ai có số in trên giấy cũng xem được.',
      en: 'Checks a paper that was converted from an electronic record; for whoever has its number.',
    },
    steps: [
      { vi: 'So tên cơ quan, thời gian và mẫu với tờ giấy.', en: 'Compare agency, time and form with the sheet.' },
      {
        vi: 'Nhập số định danh in trên giấy: hệ thống trả lời đúng hoặc không đúng.',
        en: 'Type the citizen number printed on it: the answer is yes or no.',
      },
      {
        vi: 'Hồ sơ đã thay đổi từ đó: đề nghị cơ quan chuyển đổi bản mới nếu cần dữ liệu mới.',
        en: 'Where the record has changed since, ask the agency for a new paper.',
      },
    ],
  },
  '/kiem-tra-ban-giay': {
    what: {
      vi: 'Tìm bản giấy theo số in trên đó; không cần đăng nhập.',
      en: 'Finds a paper by the number printed on it; no sign-in is needed.',
    },
    steps: [
      { vi: 'Nhập số, ví dụ BG-4T7QK-9XWEA, hoặc quét mã QR.', en: 'Type the number, such as BG-4T7QK-9XWEA, or scan the QR code.' },
      { vi: 'Đọc kết quả và so với tờ giấy.', en: 'Read the answer and compare it with the sheet.' },
      {
        vi: 'Không tìm thấy: xem lại từng ký tự, rồi hỏi cơ quan ghi trên giấy.',
        en: 'Not found: look at each sign again, then ask the agency named on it.',
      },
    ],
  },
  '/kiem-tra-xac-nhan': {
    what: {
      vi: 'Kiểm tra một bản xác nhận mang theo; tệp được đọc ngay trong trình duyệt, không gửi đi đâu.',
      en: 'Check an attestation that was taken along; the file is read in your browser and sent nowhere.',
    },
    steps: [
      { vi: 'Thả tệp xác nhận (.json) vào khung.', en: 'Drop the attestation file (.json).' },
      {
        vi: 'Đọc kết luận: đúng, bị sửa, ký bằng khóa khác, hay không có trong nhật ký.',
        en: 'Read the verdict: right, changed, another key, or not in the log.',
      },
      {
        vi: 'Muốn kiểm tra không qua trang này: dùng lệnh congvu verify attestation.',
        en: 'Without this page: congvu verify attestation.',
      },
    ],
  },
};
