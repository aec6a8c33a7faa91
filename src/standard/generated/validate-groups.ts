// Written by tools/generate.ts from the field dictionary; not edited by hand.
// oxlint-disable no-control-regex
import { hasParts, isAbsence, isDay, isInstant, isMapOf, isOneOf, isPartialDay, isParts, isText, isWhole, matches } from '#standard/value-tests.ts';

/** Tells a value that is not of its kind; `kind` null: the key itself is not in the dictionary. */
export type Fault = (path: string, value: unknown, kind: string | null) => void;

const LIST_bac_nghe_nghiep: ReadonlySet<unknown> = new Set(['1', '2', '3', '4', '5']);
const LIST_ben_gia_dinh: ReadonlySet<unknown> = new Set(['BAN_THAN', 'VO_CHONG']);
const LIST_cap_co_quan: ReadonlySet<unknown> = new Set(['TW', 'TINH', 'HUYEN', 'XA']);
const LIST_cap_khen_thuong: ReadonlySet<unknown> = new Set(['NHA_NUOC', 'BO_TINH', 'CO_SO']);
const LIST_dan_toc: ReadonlySet<unknown> = new Set(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56']);
const LIST_doi_tuong_chinh_sach: ReadonlySet<unknown> = new Set(['TB1', 'TB2', 'TB3', 'TB4', 'NHCSTB', 'BB1', 'BB2', 'BB3', 'AHLLVT', 'CDHH', 'TUDAY', 'LTCM', 'TKN', 'HDKC', 'CCGD', 'CON_LS', 'VC_LS', 'CME_LS', 'CON_TB', 'CON_BB', 'CON_NHCSTB', 'CON_CDHH', 'CON_AH', 'CON_LTCM', 'CON_BMVNAH', 'CON_CC', 'KHONG']);
const LIST_don_vi_phu_cap: ReadonlySet<unknown> = new Set(['HS', 'PCT', 'VND']);
const LIST_giao_duc_pho_thong: ReadonlySet<unknown> = new Set(['1/12', '2/12', '3/12', '4/12', '5/12', '6/12', '7/12', '8/12', '9/12', '10/12', '11/12', '12/12', '1/10', '2/10', '3/10', '4/10', '5/10', '6/10', '7/10', '8/10', '9/10', '10/10']);
const LIST_gioi_tinh: ReadonlySet<unknown> = new Set(['0', '1', '2', '3']);
const LIST_hang_thuong_binh: ReadonlySet<unknown> = new Set(['1/4', '2/4', '3/4', '4/4']);
const LIST_hinh_thuc_bo_nhiem: ReadonlySet<unknown> = new Set(['BO_NHIEM', 'BO_NHIEM_LAI', 'KEO_DAI', 'LUAN_CHUYEN', 'DIEU_DONG', 'BIET_PHAI', 'TU_CHUC', 'MIEN_NHIEM', 'BAU', 'PHE_CHUAN']);
const LIST_hinh_thuc_dao_tao: ReadonlySet<unknown> = new Set(['CQ', 'VLVH', 'TX', 'TC', 'CT', 'LT', 'VB2', 'TT', 'KTT', 'BD', 'TH', 'LK']);
const LIST_hinh_thuc_tuyen_dung: ReadonlySet<unknown> = new Set(['THI_TUYEN', 'XET_TUYEN', 'TIEP_NHAN', 'BAU_CU', 'CHUYEN_NGANH', 'THU_HUT', 'CU_TUYEN', 'CAP_XA_LEN', 'KY_HD', 'DIEU_DONG', 'KHAC']);
const LIST_hoc_ham_hoc_vi: ReadonlySet<unknown> = new Set(['GS', 'PGS', 'TSKH', 'TS', 'THS', 'CN', 'KS', 'BS', 'DS', 'KTS']);
const LIST_khen_thuong: ReadonlySet<unknown> = new Set(['HCSV', 'HCHCM', 'HCDL1', 'HCDL2', 'HCDL3', 'HCQC1', 'HCQC2', 'HCQC3', 'HCLD1', 'HCLD2', 'HCLD3', 'HCBVTQ1', 'HCBVTQ2', 'HCBVTQ3', 'HCCC1', 'HCCC2', 'HCCC3', 'HCDDK', 'HCDC', 'HCHN', 'HCKC', 'HUYC', 'DHVD_AHLD', 'DHVD_AHLLVT', 'DHVD_BMVNAH', 'DHVD_NGND', 'DHVD_NGUT', 'DHVD_TTND', 'DHVD_TTUT', 'DHVD_NSND', 'DHVD_NSUT', 'DHVD_NNND', 'DHVD_NNUT', 'GTHCM', 'GTNN', 'CSTDTQ', 'BKTTG', 'CSTDB', 'BKB', 'KNC', 'CSTDCS', 'LDTT', 'GK', 'KHAC']);
const LIST_khoi_co_quan: ReadonlySet<unknown> = new Set(['HANH_CHINH', 'SU_NGHIEP', 'DANG', 'DOAN_THE', 'CAP_XA']);
const LIST_khuyet_tat: ReadonlySet<unknown> = new Set(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'M1', 'M2', 'M3']);
const LIST_ky_luat: ReadonlySet<unknown> = new Set(['KT', 'CC', 'HBL', 'GC', 'CCH', 'BTV', 'BN', 'D_KT', 'D_CC', 'D_CCH', 'D_KTR', 'SA_THAI', 'KDNL', 'HN']);
const LIST_loai_bang_luong: ReadonlySet<unknown> = new Set(['1', '2', '3', '4', 'CV']);
const LIST_loai_bien_che: ReadonlySet<unknown> = new Set(['HC', 'SN_NSNN', 'SN_TU_CHU', 'HD111']);
const LIST_loai_bien_dong_luong: ReadonlySet<unknown> = new Set(['TUYEN_DUNG', 'NANG_BAC_TX', 'NANG_BAC_TH', 'NANG_NGACH', 'CHUYEN_NGACH', 'XEP_LAI', 'VUOT_KHUNG', 'KY_LUAT']);
const LIST_loai_co_quan: ReadonlySet<unknown> = new Set(['CQHC', 'DVSN1', 'DVSN2', 'DVSN3', 'DVSN4', 'CQD', 'MTDT', 'TA_VKS', 'LLVT', 'HOI', 'KHAC']);
const LIST_loai_doi_tuong: ReadonlySet<unknown> = new Set(['CB', 'CC', 'VC', 'CB_XA', 'CC_XA', 'HD_CC', 'HD111', 'HD68', 'HD_CM', 'KCT']);
const LIST_loai_hop_dong: ReadonlySet<unknown> = new Set(['HDLV_KXD', 'HDLV_XD', 'HDLV_36', 'HDLD_KXD', 'HDLD_XD', 'HD111', 'HD68', 'HD_NV_CC', 'HD_CGIA', 'HD_KHOAN', 'HD235_QL', 'HD235_CM', 'HD235_TT']);
const LIST_loai_phu_cap: ReadonlySet<unknown> = new Set(['CHUC_VU', 'KIEM_NHIEM', 'KHU_VUC', 'THU_HUT', 'DAC_BIET', 'TRACH_NHIEM', 'TRACH_NHIEM_NGHE', 'UU_DAI_NGHE', 'THAM_NIEN_NGHE', 'TNVK', 'CONG_VU', 'DOC_HAI', 'LUU_DONG', 'CONG_TAC_DANG', 'BAO_LUU']);
const LIST_loai_qua_trinh_cong_tac: ReadonlySet<unknown> = new Set(['TUYEN_DUNG', 'DIEU_DONG', 'BIET_PHAI', 'LUAN_CHUYEN', 'HOC_TAP', 'NUOC_NGOAI', 'KIEM_NHIEM', 'NGHI_KL']);
const LIST_loai_tai_lieu: ReadonlySet<unknown> = new Set(['QD', 'VAN_BANG', 'PHIEU_BS', 'PHIEU_DG', 'KET_LUAN', 'LY_LICH', 'SYLL', 'KHAI_SINH', 'SUC_KHOE', 'HOP_DONG', 'KE_KHAI_TS', 'ANH', 'KHAC']);
const LIST_ly_do_thoi_viec: ReadonlySet<unknown> = new Set(['NGHI_HUU', 'THOI_VIEC', 'BUOC_TV', 'CHUYEN_DI', 'TU_TRAN', 'ND178_HUU', 'ND178_TV', 'TGBC_HUU', 'TGBC_TV', 'HUU_SUC_KHOE', 'TAP_SU_KD', 'HET_HD', 'KHTNV_2N', 'KHAC']);
const LIST_ly_luan_chinh_tri: ReadonlySet<unknown> = new Set(['CN', 'CC', 'TC', 'SC', 'CD']);
const LIST_muc_bao_ve: ReadonlySet<unknown> = new Set(['tt', 'cb', 'nc']);
const LIST_muc_khop: ReadonlySet<unknown> = new Set(['KHOP', 'GAN_KHOP', 'LECH', 'KHONG_TIM_THAY', 'CHUA']);
const LIST_ngoai_ngu: ReadonlySet<unknown> = new Set(['en', 'fr', 'ru', 'zh', 'de', 'ja', 'ko', 'es', 'it', 'pt', 'ar', 'lo', 'km', 'th', 'my', 'ms', 'id', 'hi', 'cs', 'pl', 'hu', 'bg', 'uk', 'xx']);
const LIST_ngoai_ngu_bac: ReadonlySet<unknown> = new Set(['B1VN', 'B2VN', 'B3VN', 'B4VN', 'B5VN', 'B6VN', 'CC_A', 'CC_B', 'CC_C', 'DH_NN', 'KHAC']);
const LIST_nguon_du_lieu: ReadonlySet<unknown> = new Set(['NDXP', 'EXCEL', 'CONG', 'VNEID', 'NHAP_TAY', 'NAP_LAN_DAU']);
const LIST_nhom_bndp: ReadonlySet<unknown> = new Set(['26', '70']);
const LIST_nhom_dao_tao: ReadonlySet<unknown> = new Set(['CM', 'LLCT', 'QLNN', 'QPAN', 'NN', 'TH', 'CDNN']);
const LIST_nhom_mau: ReadonlySet<unknown> = new Set(['00', '01', '02', '03', '04']);
const LIST_nhom_vi_tri_viec_lam: ReadonlySet<unknown> = new Set(['LDQL', 'NVCN', 'NVDC', 'HTPV', 'VC_QL', 'VC_CMNV', 'VC_HT']);
const LIST_quan_ham: ReadonlySet<unknown> = new Set(['BINH_NHI', 'BINH_NHAT', 'HA_SI', 'TRUNG_SI', 'THUONG_SI', 'CHUAN_UY', 'THIEU_UY', 'TRUNG_UY', 'THUONG_UY', 'DAI_UY', 'THIEU_TA', 'TRUNG_TA', 'THUONG_TA', 'DAI_TA', 'THIEU_TUONG', 'TRUNG_TUONG', 'THUONG_TUONG', 'DAI_TUONG']);
const LIST_quan_he_gia_dinh: ReadonlySet<unknown> = new Set(['CHA', 'ME', 'CHA_NUOI', 'ME_NUOI', 'CHA_DUONG', 'ME_KE', 'VO', 'CHONG', 'CON', 'CON_NUOI', 'CON_RIENG', 'ANH', 'CHI', 'EM', 'ONG_NOI', 'BA_NOI', 'ONG_NGOAI', 'BA_NGOAI', 'NGUOI_NUOI_DUONG', 'CHA_VC', 'ME_VC', 'ANH_VC', 'CHI_VC', 'EM_VC', 'CON_DAU', 'CON_RE', 'CHAU_NOI', 'CHAU_NGOAI', 'CHAU', 'ANH_RE', 'CHI_DAU', 'EM_RE', 'EM_DAU', 'BAC', 'CHU', 'CO', 'CAU', 'DI', 'KHAC']);
const LIST_quan_ly_nha_nuoc: ReadonlySet<unknown> = new Set(['CVCC', 'CVC', 'CV', 'CS', 'LD_TT', 'LD_VU', 'LD_SO', 'LD_PHONG', 'CDNN', 'CD']);
const LIST_quoc_phong_an_ninh: ReadonlySet<unknown> = new Set(['1', '2', '3', '4', '0']);
const LIST_quoc_tich: ReadonlySet<unknown> = new Set(['VN', 'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VU', 'WF', 'WS', 'YE', 'YT', 'ZA', 'ZM', 'ZW', 'SU', 'DD', 'CS', 'YU']);
const LIST_tieng_dan_toc: ReadonlySet<unknown> = new Set(['MONG', 'THAI', 'TAY', 'NUNG', 'DAO', 'MUONG', 'KHMER', 'CHAM', 'JRAI', 'EDE', 'BAHNAR', 'SEDANG', 'MNONG', 'KHO', 'PACO', 'BRU', 'HRE', 'KHAC']);
const LIST_tin_hoc: ReadonlySet<unknown> = new Set(['CB', 'NC', 'A', 'B', 'C', 'IC3', 'MOS', 'ICDL', 'TC', 'CD', 'DH', 'CHUA']);
const LIST_tinh_trang_hon_nhan: ReadonlySet<unknown> = new Set(['0', '1', '2', '3', '4']);
const LIST_tinh_trang_suc_khoe: ReadonlySet<unknown> = new Set(['I', 'II', 'III', 'IV', 'V']);
const LIST_ton_giao: ReadonlySet<unknown> = new Set(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '99']);
const LIST_trang_thai_cong_tac: ReadonlySet<unknown> = new Set(['TAP_SU', 'DANG_LAM', 'BIET_PHAI', 'CU_DI_HOC', 'NGHI_KL', 'NGHI_BHXH', 'DINH_CHI', 'CHO_HUU', 'MAT_TICH', 'NGHI_HUU', 'THOI_VIEC', 'BUOC_TV', 'CHUYEN_DI', 'TU_TRAN']);
const LIST_trang_thai_ho_so: ReadonlySet<unknown> = new Set(['KHAI_BAO', 'DA_NHAN', 'DA_KIEM_TRA', 'DA_DOI_SOAT', 'CHO_XAC_NHAN', 'DA_XAC_NHAN', 'DA_GHI_SO', 'TRA_LAI', 'CACH_LY', 'DA_RUT']);
const LIST_trang_thai_quy_hoach: ReadonlySet<unknown> = new Set(['TRONG', 'DUA_RA']);
const LIST_trang_thai_the: ReadonlySet<unknown> = new Set(['NHAP', 'DA_CAP', 'TAM_KHOA', 'THU_HOI', 'HET_HAN']);
const LIST_trang_thai_vneid: ReadonlySet<unknown> = new Set(['CHUA', 'CHO', 'DA_HIEN_THI', 'LOI', 'DA_GO']);
const LIST_trinh_do_chuyen_mon: ReadonlySet<unknown> = new Set(['TSKH', 'TS', 'CK2', 'THS', 'BSNT', 'CK1', 'DHCS', 'DH', 'CD', 'TC', 'SC', 'CC', 'CQDT']);
const LIST_xep_loai_dang_vien: ReadonlySet<unknown> = new Set(['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'KXL']);
const LIST_xep_loai_danh_gia: ReadonlySet<unknown> = new Set(['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'HTNV_HC']);

const is1 = (v: unknown): boolean => isText(v, 100);
const is2 = (v: unknown): boolean => isText(v, 150);
const is3 = (v: unknown): boolean => isPartialDay(v);
const is4 = (v: unknown): boolean => isOneOf(v, LIST_doi_tuong_chinh_sach);
const is5 = (v: unknown): boolean => isOneOf(v, LIST_loai_hop_dong);
const is6 = (v: unknown): boolean => isText(v, 50);
const is7 = (v: unknown): boolean => isDay(v);
const is8 = (v: unknown): boolean => matches(v, /^[0-9a-f]{64}$/u);
const is9 = (v: unknown): boolean => isText(v, 200);
const is10 = (v: unknown): boolean => isText(v, 9);
const is11 = (v: unknown): boolean => isOneOf(v, LIST_loai_bang_luong);
const is12 = (v: unknown): boolean => isWhole(v, 1, 16);
const is13 = (v: unknown): boolean => matches(v, /^(?:0|[1-9][0-9]{0,1})\.[0-9]{2}$/u);
const is14 = (v: unknown): boolean => (v === 70 || v === 85 || v === 100);
const is15 = (v: unknown): boolean => isWhole(v, 0, 60);
const is16 = (v: unknown): boolean => isOneOf(v, LIST_loai_bien_dong_luong);
const is17 = (v: unknown): boolean => hasParts(v, { so: (v) => isText(v, 50), ngay: (v) => isDay(v), coQuan: (v) => isText(v, 200), nguoiKy: (v) => isText(v, 100), chucVuNguoiKy: (v) => isText(v, 150) }, ['so', 'ngay']);
const is18 = (v: unknown): boolean => isWhole(v, 0, 1000000000000);
const is19 = (v: unknown): boolean => isOneOf(v, LIST_loai_phu_cap);
const is20 = (v: unknown): boolean => hasParts(v, { giaTri: (v) => matches(v, /^(?:0|[1-9][0-9]{0,7})\.[0-9]{2}$/u), donVi: (v) => isOneOf(v, LIST_don_vi_phu_cap) }, ['giaTri', 'donVi']);
const is21 = (v: unknown): boolean => isOneOf(v, LIST_ngoai_ngu);
const is22 = (v: unknown): boolean => isOneOf(v, LIST_ngoai_ngu_bac);
const is23 = (v: unknown): boolean => isText(v, 20);
const is24 = (v: unknown): boolean => isOneOf(v, LIST_tieng_dan_toc);
const is25 = (v: unknown): boolean => isOneOf(v, LIST_hinh_thuc_dao_tao);
const is26 = (v: unknown): boolean => isOneOf(v, LIST_nhom_dao_tao);
const is27 = (v: unknown): boolean => hasParts(v, { so: (v) => isText(v, 50), ngayCap: (v) => isPartialDay(v) }, ['so']);
const is28 = (v: unknown): boolean => isOneOf(v, LIST_quoc_tich);
const is29 = (v: unknown): boolean => isText(v, 1000);
const is30 = (v: unknown): boolean => isOneOf(v, LIST_loai_qua_trinh_cong_tac);
const is31 = (v: unknown): boolean => hasParts(v, { nuoc: (v) => isOneOf(v, LIST_quoc_tich), mucDich: (v) => isText(v, 200) }, ['nuoc']);
const is32 = (v: unknown): boolean => isOneOf(v, LIST_hinh_thuc_bo_nhiem);
const is33 = (v: unknown): boolean => matches(v, /^(?:0|[1-9])\.[0-9]{2}$/u);
const is34 = (v: unknown): boolean => matches(v, /^(?=.{1,9}$)[0-9]{4}-[0-9]{4}$/u);
const is35 = (v: unknown): boolean => isOneOf(v, LIST_trang_thai_quy_hoach);
const is36 = (v: unknown): boolean => matches(v, /^(?=.{1,7}$)[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u);
const is37 = (v: unknown): boolean => isOneOf(v, LIST_xep_loai_danh_gia);
const is38 = (v: unknown): boolean => matches(v, /^(?:0|[1-9][0-9]{0,2})\.[0-9]{2}$/u);
const is39 = (v: unknown): boolean => isOneOf(v, LIST_xep_loai_dang_vien);
const is40 = (v: unknown): boolean => isOneOf(v, LIST_khen_thuong);
const is41 = (v: unknown): boolean => isWhole(v, 1945, 2100);
const is42 = (v: unknown): boolean => isOneOf(v, LIST_cap_khen_thuong);
const is43 = (v: unknown): boolean => isText(v, 500);
const is44 = (v: unknown): boolean => isOneOf(v, LIST_ky_luat);
const is45 = (v: unknown): boolean => typeof v === 'boolean';
const is46 = (v: unknown): boolean => (v === 0 || v === 3 || v === 6 || v === 12);
const is47 = (v: unknown): boolean => isOneOf(v, LIST_ben_gia_dinh);
const is48 = (v: unknown): boolean => isOneOf(v, LIST_quan_he_gia_dinh);
const is49 = (v: unknown): boolean => matches(v, /^[\p{L}\p{M}' -]{2,100}$/u);
const is50 = (v: unknown): boolean => matches(v, /^[0-9]{12}$/u);
const is51 = (v: unknown): boolean => isText(v, 300);
const is52 = (v: unknown): boolean => isWhole(v, 2000, 2100);
const is53 = (v: unknown): boolean => isText(v, 30);
const is54 = (v: unknown): boolean => isOneOf(v, LIST_trang_thai_the);
const is55 = (v: unknown): boolean => isOneOf(v, LIST_trang_thai_vneid);
const is56 = (v: unknown): boolean => isText(v, 2000);
const is57 = (v: unknown): boolean => isOneOf(v, LIST_loai_tai_lieu);
const is58 = (v: unknown): boolean => isWhole(v, 1, 300);
const is59 = (v: unknown): boolean => isWhole(v, 1, 20971520);
const is60 = (v: unknown): boolean => hasParts(v, { toChucChungThuc: (v) => isText(v, 200), thoiDiem: (v) => isInstant(v), hopLe: (v) => typeof v === 'boolean' }, []);
const is61 = (v: unknown): boolean => isOneOf(v, LIST_loai_bien_che);
const is62 = (v: unknown): boolean => isWhole(v, 0, 1000000);
const is63 = (v: unknown): boolean => matches(v, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u);
const is64 = (v: unknown): boolean => matches(v, /^[A-Z0-9][A-Z0-9._-]{1,29}$/u);
const is65 = (v: unknown): boolean => isOneOf(v, LIST_loai_doi_tuong);
const is66 = (v: unknown): boolean => isOneOf(v, LIST_khoi_co_quan);
const is67 = (v: unknown): boolean => isOneOf(v, LIST_trang_thai_cong_tac);
const is68 = (v: unknown): boolean => isText(v, 80);
const is69 = (v: unknown): boolean => isOneOf(v, LIST_gioi_tinh);
const is70 = (v: unknown): boolean => matches(v, /^(?:[0-9]{9}|[0-9]{12})$/u);
const is71 = (v: unknown): boolean => matches(v, /^(?=.{1,20}$)[A-Z0-9]{6,12}$/u);
const is72 = (v: unknown): boolean => hasParts(v, { quocGia: (v) => isOneOf(v, LIST_quoc_tich), maTinh: (v) => matches(v, /^(?:[0-9]{2}|LS_[A-Z_]{2,40})$/u), maHuyen: (v) => isText(v, 100), maXa: (v) => matches(v, /^[0-9]{5}$/u), chiTiet: (v) => isText(v, 300), hieuLucTai: (v) => v === 'NGAY_SU_KIEN' || v === 'THOI_DIEM_KHAC' || v === 'HIEN_NAY' }, []);
const is73 = (v: unknown): boolean => isOneOf(v, LIST_dan_toc);
const is74 = (v: unknown): boolean => isOneOf(v, LIST_ton_giao);
const is75 = (v: unknown): boolean => isOneOf(v, LIST_tinh_trang_hon_nhan);
const is76 = (v: unknown): boolean => matches(v, /^0[0-9]{9,10}$/u);
const is77 = (v: unknown): boolean => matches(v, /^(?=.{3,254}$)[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}$/u);
const is78 = (v: unknown): boolean => hasParts(v, { ten: (v) => isText(v, 100), quanHe: (v) => isOneOf(v, LIST_quan_he_gia_dinh), dienThoai: (v) => matches(v, /^0[0-9]{9,10}$/u) }, ['ten', 'dienThoai']);
const is79 = (v: unknown): boolean => matches(v, /^(?=.{1,15}$)([0-9]{2}[.][0-9]{6}|[0-9]{8}|[0-9]{12})$/u);
const is80 = (v: unknown): boolean => isOneOf(v, LIST_quan_ham);
const is81 = (v: unknown): boolean => isOneOf(v, LIST_hang_thuong_binh);
const is82 = (v: unknown): boolean => isOneOf(v, LIST_hinh_thuc_tuyen_dung);
const is83 = (v: unknown): boolean => isWhole(v, 1, 120);
const is84 = (v: unknown): boolean => matches(v, /^(?=.{1,30}$)[A-Za-z0-9][A-Za-z0-9._/-]*$/u);
const is85 = (v: unknown): boolean => isOneOf(v, LIST_nhom_vi_tri_viec_lam);
const is86 = (v: unknown): boolean => isOneOf(v, LIST_bac_nghe_nghiep);
const is87 = (v: unknown): boolean => isOneOf(v, LIST_giao_duc_pho_thong);
const is88 = (v: unknown): boolean => isOneOf(v, LIST_trinh_do_chuyen_mon);
const is89 = (v: unknown): boolean => isOneOf(v, LIST_hoc_ham_hoc_vi);
const is90 = (v: unknown): boolean => isOneOf(v, LIST_ly_luan_chinh_tri);
const is91 = (v: unknown): boolean => isOneOf(v, LIST_quan_ly_nha_nuoc);
const is92 = (v: unknown): boolean => isOneOf(v, LIST_tin_hoc);
const is93 = (v: unknown): boolean => isOneOf(v, LIST_quoc_phong_an_ninh);
const is94 = (v: unknown): boolean => isOneOf(v, LIST_tinh_trang_suc_khoe);
const is95 = (v: unknown): boolean => isWhole(v, 100, 230);
const is96 = (v: unknown): boolean => matches(v, /^(?:0|[1-9][0-9]{0,2})\.[0-9]{1}$/u);
const is97 = (v: unknown): boolean => isOneOf(v, LIST_nhom_mau);
const is98 = (v: unknown): boolean => isOneOf(v, LIST_khuyet_tat);
const is99 = (v: unknown): boolean => hasParts(v, { luong: (v) => isText(v, 100), nguonKhac: (v) => isText(v, 200) }, []);
const is100 = (v: unknown): boolean => hasParts(v, { loai: (v) => isText(v, 100), dienTichM2: (v) => isWhole(v, 1, 100000) }, []);
const is101 = (v: unknown): boolean => hasParts(v, { loai: (v) => isText(v, 100), dienTichM2: (v) => isWhole(v, 1, 10000000) }, []);
const is102 = (v: unknown): boolean => matches(v, /^(?:[0-9]{10}|[0-9]{12})$/u);
const is103 = (v: unknown): boolean => matches(v, /^(?=.{1,15}$)([A-Z]{2}[0-9]{13}|[0-9]{10}|[0-9]{12})$/u);
const is104 = (v: unknown): boolean => matches(v, /^(?:[0-9]{10}|[0-9]{12}|[0-9]{13})$/u);
const is105 = (v: unknown): boolean => hasParts(v, { nganHang: (v) => isText(v, 100), so: (v) => matches(v, /^(?:[0-9]{6}|[0-9]{7}|[0-9]{8}|[0-9]{9}|[0-9]{10}|[0-9]{11}|[0-9]{12}|[0-9]{13}|[0-9]{14}|[0-9]{15}|[0-9]{16}|[0-9]{17}|[0-9]{18}|[0-9]{19})$/u), chiNhanh: (v) => isText(v, 100) }, ['nganHang', 'so']);
const is106 = (v: unknown): boolean => isOneOf(v, LIST_ly_do_thoi_viec);
const is107 = (v: unknown): boolean => isOneOf(v, LIST_nguon_du_lieu);
const is108 = (v: unknown): boolean => isWhole(v, 1, 2147483647);
const is109 = (v: unknown): boolean => isText(v, 40);
const is110 = (v: unknown): boolean => isInstant(v);
const is111 = (v: unknown): boolean => isMapOf(v, LIST_muc_khop);
const is112 = (v: unknown): boolean => isOneOf(v, LIST_trang_thai_ho_so);
const is113 = (v: unknown): boolean => hasParts(v, { nguoiKy: (v) => isText(v, 200), thoiDiem: (v) => isInstant(v), hopLe: (v) => typeof v === 'boolean' }, []);
const is114 = (v: unknown): boolean => isOneOf(v, LIST_muc_bao_ve);
const is115 = (v: unknown): boolean => isOneOf(v, LIST_cap_co_quan);
const is116 = (v: unknown): boolean => isOneOf(v, LIST_loai_co_quan);
const is117 = (v: unknown): boolean => isOneOf(v, LIST_nhom_bndp);

function eachLine(v: unknown, path: string, check: (line: Record<string, unknown>, path: string, fault: Fault) => void, fault: Fault): void {
  if (!Array.isArray(v)) return fault(path, v, 'list');
  for (let i = 0; i < v.length; i++) {
    const line: unknown = v[i];
    if (isParts(line)) check(line, `${path}/${i}`, fault); else fault(`${path}/${i}`, line, 'list');
  }
}

function line_tenGoiKhac(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'ten': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['ten'] === undefined && !Object.hasOwn(line, 'ten')) fault(`${path}/ten`, undefined, 'text');
}

function line_toChucCtxh(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'toChuc': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'tuNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'chucVu': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'denNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['toChuc'] === undefined && !Object.hasOwn(line, 'toChuc')) fault(`${path}/toChuc`, undefined, 'text');
  if (line['tuNgay'] === undefined && !Object.hasOwn(line, 'tuNgay')) fault(`${path}/tuNgay`, undefined, 'partialDate');
}

function line_giaDinhChinhSach(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'doiTuong': if (!is4(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['doiTuong'] === undefined && !Object.hasOwn(line, 'doiTuong')) fault(`${path}/doiTuong`, undefined, 'code');
}

function line_hopDong(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'loai': if (!is5(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'so': if (!is6(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'tuNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'denNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'file': if (!is8(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'file'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
}

function line_chucVuKiemNhiem(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'chucVu': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'coQuan': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'organisation'); break;
      case 'tuNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['chucVu'] === undefined && !Object.hasOwn(line, 'chucVu')) fault(`${path}/chucVu`, undefined, 'codeOrText');
}

function line_duocQuyHoach(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'chucDanh': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'giaiDoan': if (!is10(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'soQuyetDinh': if (!is6(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['chucDanh'] === undefined && !Object.hasOwn(line, 'chucDanh')) fault(`${path}/chucDanh`, undefined, 'codeOrText');
}

function line_luong(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'loaiBang': if (!is11(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'maNgach': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'tenNgach': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'ngayBoNhiemNgach': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'bac': if (!is12(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'heSo': if (!is13(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decimal'); break;
      case 'ngayHuong': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'mocTinhNangBac': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'phanTramHuong': if (!is14(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'vuotKhungPct': if (!is15(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'ngayHuongVuotKhung': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'loaiBienDong': if (!is16(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      case 'theoVtvlVnd': if (!is18(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'money'); break;
      case 'ngayNangBacDuKien': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['loaiBang'] === undefined && !Object.hasOwn(line, 'loaiBang')) fault(`${path}/loaiBang`, undefined, 'code');
  if (line['bac'] === undefined && !Object.hasOwn(line, 'bac')) fault(`${path}/bac`, undefined, 'integer');
  if (line['heSo'] === undefined && !Object.hasOwn(line, 'heSo')) fault(`${path}/heSo`, undefined, 'decimal');
  if (line['ngayHuong'] === undefined && !Object.hasOwn(line, 'ngayHuong')) fault(`${path}/ngayHuong`, undefined, 'date');
  if (line['mocTinhNangBac'] === undefined && !Object.hasOwn(line, 'mocTinhNangBac')) fault(`${path}/mocTinhNangBac`, undefined, 'date');
  if (line['loaiBienDong'] === undefined && !Object.hasOwn(line, 'loaiBienDong')) fault(`${path}/loaiBienDong`, undefined, 'code');
  if (line['quyetDinh'] === undefined && !Object.hasOwn(line, 'quyetDinh')) fault(`${path}/quyetDinh`, undefined, 'decision');
}

function line_phuCap(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'loai': if (!is19(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'heSoHoacPct': if (!is20(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'object'); break;
      case 'tuNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'denNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
}

function line_ngoaiNgu(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'ngonNgu': if (!is21(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'bac': if (!is22(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'chungChi': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'diem': if (!is23(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'ngayCap': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'hetHan': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['ngonNgu'] === undefined && !Object.hasOwn(line, 'ngonNgu')) fault(`${path}/ngonNgu`, undefined, 'code');
}

function line_tiengDanToc(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'ngonNgu': if (!is24(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'mucDo': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['ngonNgu'] === undefined && !Object.hasOwn(line, 'ngonNgu')) fault(`${path}/ngonNgu`, undefined, 'code');
}

function line_daoTao(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'coSo': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'nganh': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'tuThang': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'denThang': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'hinhThuc': if (!is25(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'vanBang': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'nhom': if (!is26(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'soHieuVanBang': if (!is27(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'object'); break;
      case 'xepLoai': if (!is6(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'quocGia': if (!is28(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'file': if (!is8(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'file'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['coSo'] === undefined && !Object.hasOwn(line, 'coSo')) fault(`${path}/coSo`, undefined, 'text');
  if (line['nganh'] === undefined && !Object.hasOwn(line, 'nganh')) fault(`${path}/nganh`, undefined, 'text');
  if (line['tuThang'] === undefined && !Object.hasOwn(line, 'tuThang')) fault(`${path}/tuThang`, undefined, 'partialDate');
  if (line['hinhThuc'] === undefined && !Object.hasOwn(line, 'hinhThuc')) fault(`${path}/hinhThuc`, undefined, 'code');
  if (line['vanBang'] === undefined && !Object.hasOwn(line, 'vanBang')) fault(`${path}/vanBang`, undefined, 'codeOrText');
  if (line['nhom'] === undefined && !Object.hasOwn(line, 'nhom')) fault(`${path}/nhom`, undefined, 'code');
}

function line_congTac(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'tuThang': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'denThang': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'noiDung': if (!is29(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      case 'coQuan': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'organisation'); break;
      case 'chucVu': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'loai': if (!is30(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'nuocNgoai': if (!is31(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'object'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['tuThang'] === undefined && !Object.hasOwn(line, 'tuThang')) fault(`${path}/tuThang`, undefined, 'partialDate');
  if (line['noiDung'] === undefined && !Object.hasOwn(line, 'noiDung')) fault(`${path}/noiDung`, undefined, 'longText');
}

function line_boNhiem(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'hinhThuc': if (!is32(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'chucVu': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'coQuan': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'organisation'); break;
      case 'tuNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'denNgay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'heSoPhuCapCv': if (!is33(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decimal'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['hinhThuc'] === undefined && !Object.hasOwn(line, 'hinhThuc')) fault(`${path}/hinhThuc`, undefined, 'code');
  if (line['chucVu'] === undefined && !Object.hasOwn(line, 'chucVu')) fault(`${path}/chucVu`, undefined, 'codeOrText');
  if (line['coQuan'] === undefined && !Object.hasOwn(line, 'coQuan')) fault(`${path}/coQuan`, undefined, 'organisation');
  if (line['tuNgay'] === undefined && !Object.hasOwn(line, 'tuNgay')) fault(`${path}/tuNgay`, undefined, 'date');
  if (line['quyetDinh'] === undefined && !Object.hasOwn(line, 'quyetDinh')) fault(`${path}/quyetDinh`, undefined, 'decision');
}

function line_quyHoach(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'chucDanh': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'codeOrText'); break;
      case 'giaiDoan': if (!is34(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      case 'trangThai': if (!is35(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['chucDanh'] === undefined && !Object.hasOwn(line, 'chucDanh')) fault(`${path}/chucDanh`, undefined, 'codeOrText');
  if (line['giaiDoan'] === undefined && !Object.hasOwn(line, 'giaiDoan')) fault(`${path}/giaiDoan`, undefined, 'text');
  if (line['quyetDinh'] === undefined && !Object.hasOwn(line, 'quyetDinh')) fault(`${path}/quyetDinh`, undefined, 'decision');
  if (line['trangThai'] === undefined && !Object.hasOwn(line, 'trangThai')) fault(`${path}/trangThai`, undefined, 'code');
}

function line_danhGia(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'ky': if (!is36(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'xepLoai': if (!is37(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'diem': if (!is38(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decimal'); break;
      case 'tuDanhGia': if (!is37(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'capQuyetDinh': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'organisation'); break;
      case 'soThongBao': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      case 'xepLoaiDangVien': if (!is39(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['ky'] === undefined && !Object.hasOwn(line, 'ky')) fault(`${path}/ky`, undefined, 'text');
  if (line['xepLoai'] === undefined && !Object.hasOwn(line, 'xepLoai')) fault(`${path}/xepLoai`, undefined, 'code');
  if (line['capQuyetDinh'] === undefined && !Object.hasOwn(line, 'capQuyetDinh')) fault(`${path}/capQuyetDinh`, undefined, 'organisation');
}

function line_khenThuong(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'hinhThuc': if (!is40(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'nam': if (!is41(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'cap': if (!is42(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'lyDo': if (!is43(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['hinhThuc'] === undefined && !Object.hasOwn(line, 'hinhThuc')) fault(`${path}/hinhThuc`, undefined, 'code');
  if (line['nam'] === undefined && !Object.hasOwn(line, 'nam')) fault(`${path}/nam`, undefined, 'integer');
  if (line['cap'] === undefined && !Object.hasOwn(line, 'cap')) fault(`${path}/cap`, undefined, 'code');
}

function line_kyLuat(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'hinhThuc': if (!is44(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'hanhVi': if (!is29(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      case 'ngayHieuLuc': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'ngayHetHieuLuc': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'hetHieuLucTheoLuat': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'conHieuLuc': if (!is45(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'keoDaiNangLuongThang': if (!is46(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'decision'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['hinhThuc'] === undefined && !Object.hasOwn(line, 'hinhThuc')) fault(`${path}/hinhThuc`, undefined, 'code');
  if (line['hanhVi'] === undefined && !Object.hasOwn(line, 'hanhVi')) fault(`${path}/hanhVi`, undefined, 'longText');
  if (line['ngayHieuLuc'] === undefined && !Object.hasOwn(line, 'ngayHieuLuc')) fault(`${path}/ngayHieuLuc`, undefined, 'date');
  if (line['quyetDinh'] === undefined && !Object.hasOwn(line, 'quyetDinh')) fault(`${path}/quyetDinh`, undefined, 'decision');
}

function line_giaDinh(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'nhom': if (!is47(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'quanHe': if (!is48(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'hoTen': if (!is49(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'personName'); break;
      case 'namSinh': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'soDinhDanh': if (!is50(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'nationalId'); break;
      case 'queQuan': if (!is51(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'ngheNghiep': if (!is43(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      case 'noiO': if (!is51(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'thanhVienToChuc': if (!is51(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      case 'daMat': if (!is45(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'flag'); break;
      case 'phuThuoc': if (!is45(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'flag'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['nhom'] === undefined && !Object.hasOwn(line, 'nhom')) fault(`${path}/nhom`, undefined, 'code');
  if (line['quanHe'] === undefined && !Object.hasOwn(line, 'quanHe')) fault(`${path}/quanHe`, undefined, 'code');
  if (line['hoTen'] === undefined && !Object.hasOwn(line, 'hoTen')) fault(`${path}/hoTen`, undefined, 'personName');
  if (line['namSinh'] === undefined && !Object.hasOwn(line, 'namSinh')) fault(`${path}/namSinh`, undefined, 'partialDate');
}

function line_thanNhanNuocNgoai(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'hoTen': if (!is49(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'personName'); break;
      case 'quanHe': if (!is48(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'nuoc': if (!is28(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'lamGi': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['hoTen'] === undefined && !Object.hasOwn(line, 'hoTen')) fault(`${path}/hoTen`, undefined, 'personName');
  if (line['quanHe'] === undefined && !Object.hasOwn(line, 'quanHe')) fault(`${path}/quanHe`, undefined, 'code');
  if (line['nuoc'] === undefined && !Object.hasOwn(line, 'nuoc')) fault(`${path}/nuoc`, undefined, 'code');
}

function line_lichSu_biBatTu(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'tuNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'denNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'oDau': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'khaiBao': if (!is29(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['tuNgay'] === undefined && !Object.hasOwn(line, 'tuNgay')) fault(`${path}/tuNgay`, undefined, 'partialDate');
  if (line['oDau'] === undefined && !Object.hasOwn(line, 'oDau')) fault(`${path}/oDau`, undefined, 'text');
}

function line_lichSu_cheDoCu(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'tuNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'denNgay': if (!is3(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'partialDate'); break;
      case 'coQuan': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'chucDanh': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['tuNgay'] === undefined && !Object.hasOwn(line, 'tuNgay')) fault(`${path}/tuNgay`, undefined, 'partialDate');
  if (line['coQuan'] === undefined && !Object.hasOwn(line, 'coQuan')) fault(`${path}/coQuan`, undefined, 'text');
}

function line_lichSu_toChucNuocNgoai(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'toChuc': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'truSo': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'viec': if (!is51(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['toChuc'] === undefined && !Object.hasOwn(line, 'toChuc')) fault(`${path}/toChuc`, undefined, 'text');
}

function line_keKhaiTaiSan(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'nam': if (!is52(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'loai': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'ngayNop': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['nam'] === undefined && !Object.hasOwn(line, 'nam')) fault(`${path}/nam`, undefined, 'integer');
  if (line['loai'] === undefined && !Object.hasOwn(line, 'loai')) fault(`${path}/loai`, undefined, 'text');
}

function line_the(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'maSoThe': if (!is53(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'tenCoQuan': if (!is9(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'hoTen': if (!is1(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'chucVu': if (!is2(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'derived'); break;
      case 'anh3x4': if (!is8(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'file'); break;
      case 'ngayCap': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'hieuLucDen': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'trangThai': if (!is54(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'vneidTichHop': if (!is55(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'qrPayload': if (!is56(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'longText'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['maSoThe'] === undefined && !Object.hasOwn(line, 'maSoThe')) fault(`${path}/maSoThe`, undefined, 'text');
  if (line['anh3x4'] === undefined && !Object.hasOwn(line, 'anh3x4')) fault(`${path}/anh3x4`, undefined, 'file');
  if (line['ngayCap'] === undefined && !Object.hasOwn(line, 'ngayCap')) fault(`${path}/ngayCap`, undefined, 'date');
  if (line['trangThai'] === undefined && !Object.hasOwn(line, 'trangThai')) fault(`${path}/trangThai`, undefined, 'code');
  if (line['vneidTichHop'] === undefined && !Object.hasOwn(line, 'vneidTichHop')) fault(`${path}/vneidTichHop`, undefined, 'code');
}

function line_taiLieu(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'loai': if (!is57(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'soKyHieu': if (!is6(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'ngayBanHanh': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'tep': if (!is8(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'file'); break;
      case 'soTrang': if (!is58(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'dungLuong': if (!is59(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'kySo': if (!is60(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'object'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['loai'] === undefined && !Object.hasOwn(line, 'loai')) fault(`${path}/loai`, undefined, 'code');
  if (line['tep'] === undefined && !Object.hasOwn(line, 'tep')) fault(`${path}/tep`, undefined, 'file');
}

function line_org_tienThan(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'ma': if (!is53(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      case 'ngay': if (!is7(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'date'); break;
      case 'soQuyetDinh': if (!is6(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'text'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['ma'] === undefined && !Object.hasOwn(line, 'ma')) fault(`${path}/ma`, undefined, 'text');
  if (line['ngay'] === undefined && !Object.hasOwn(line, 'ngay')) fault(`${path}/ngay`, undefined, 'date');
}

function line_org_bienCheGiao(line: Record<string, unknown>, path: string, fault: Fault): void {
  for (const key of Object.keys(line)) {
    const v = line[key];
    switch (key) {
      case 'dong': if (!matches(v, /^[0-9]{1,9}$/u)) fault(`${path}/dong`, v, 'text'); break;
      case 'nam': if (!is52(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      case 'loai': if (!is61(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'code'); break;
      case 'so': if (!is62(v) && !isAbsence(v)) fault(`${path}/${key}`, v, 'integer'); break;
      default: fault(`${path}/${key}`, v, null);
    }
  }
  if (line['nam'] === undefined && !Object.hasOwn(line, 'nam')) fault(`${path}/nam`, undefined, 'integer');
  if (line['loai'] === undefined && !Object.hasOwn(line, 'loai')) fault(`${path}/loai`, undefined, 'code');
  if (line['so'] === undefined && !Object.hasOwn(line, 'so')) fault(`${path}/so`, undefined, 'integer');
}

function groupA(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'hoSoId': if (!is63(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'uuid'); break;
      case 'soHieuCbccvc': if (!is23(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'text'); break;
      case 'maDinhDanhHoSoQG': if (!is50(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'derived'); break;
      case 'coQuanQuanLy': if (!is64(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'organisation'); break;
      case 'coQuanSuDung': if (!is64(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'organisation'); break;
      case 'donViTrucThuoc': if (!is9(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'text'); break;
      case 'loaiDoiTuong': if (!is65(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'code'); break;
      case 'khoiCoQuan': if (!is66(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'code'); break;
      case 'trangThaiCongTac': if (!is67(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'code'); break;
      case 'anh4x6': if (!is8(v) && !isAbsence(v)) fault(`/A/${key}`, v, 'file'); break;
      default: fault(`/A/${key}`, v, null);
    }
  }
}

function groupB(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'hoTenKhaiSinh': if (!is49(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'personName'); break;
      case 'hoDem': if (!is68(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'derived'); break;
      case 'ten': if (!is53(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'derived'); break;
      case 'ngaySinh': if (!is3(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'partialDate'); break;
      case 'gioiTinh': if (!is69(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'code'); break;
      case 'soDinhDanh': if (!is50(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'nationalId'); break;
      case 'ngayCapCccd': if (!is7(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'date'); break;
      case 'noiCapCccd': if (!is2(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'text'); break;
      case 'ngayHetHanCccd': if (!is7(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'date'); break;
      case 'soCmndCu': if (!is70(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'digits'); break;
      case 'soHoChieu': if (!is71(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'text'); break;
      case 'noiSinh': if (!is72(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'address'); break;
      case 'noiDangKyKhaiSinh': if (!is72(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'address'); break;
      case 'queQuan': if (!is72(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'address'); break;
      case 'danToc': if (!is73(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'code'); break;
      case 'tonGiao': if (!is74(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'code'); break;
      case 'quocTich': if (!is28(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'code'); break;
      case 'tinhTrangHonNhan': if (!is75(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'code'); break;
      case 'thanhPhanXuatThan': if (!is1(v) && !isAbsence(v)) fault(`/B/${key}`, v, 'codeOrText'); break;
      case 'tenGoiKhac': eachLine(v, `/B/${key}`, line_tenGoiKhac, fault); break;
      default: fault(`/B/${key}`, v, null);
    }
  }
}

function groupC(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'thuongTru': if (!is72(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'address'); break;
      case 'noiOHienNay': if (!is72(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'address'); break;
      case 'tamTru': if (!is72(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'address'); break;
      case 'dienThoaiDiDong': if (!is76(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'phone'); break;
      case 'emailCongVu': if (!is77(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'email'); break;
      case 'emailCaNhan': if (!is77(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'email'); break;
      case 'lienHeKhanCap': if (!is78(v) && !isAbsence(v)) fault(`/C/${key}`, v, 'object'); break;
      default: fault(`/C/${key}`, v, null);
    }
  }
}

function groupD(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'ngayVaoDang': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'ngayVaoDangChinhThuc': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'noiKetNapDang': if (!is9(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'text'); break;
      case 'soTheDangVien': if (!is79(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'text'); break;
      case 'ngayRaDang': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'chucVuDang': if (!is2(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'text'); break;
      case 'ngayThamGiaToChucCtxh': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'ngayVaoCongDoan': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'ngayNhapNgu': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'ngayXuatNgu': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'quanHamCaoNhat': if (!is80(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'code'); break;
      case 'danhHieuCaoNhat': if (!is40(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'code'); break;
      case 'hangThuongBinh': if (!is81(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'code'); break;
      case 'ngayThamGiaCachMang': if (!is7(v) && !isAbsence(v)) fault(`/D/${key}`, v, 'date'); break;
      case 'toChucCtxh': eachLine(v, `/D/${key}`, line_toChucCtxh, fault); break;
      case 'giaDinhChinhSach': eachLine(v, `/D/${key}`, line_giaDinhChinhSach, fault); break;
      default: fault(`/D/${key}`, v, null);
    }
  }
}

function groupE(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'ngheNghiepTruocTuyenDung': if (!is2(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'text'); break;
      case 'ngayTuyenDungLanDau': if (!is7(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'date'); break;
      case 'coQuanTuyenDung': if (!is9(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'organisation'); break;
      case 'hinhThucTuyenDung': if (!is82(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'code'); break;
      case 'soQdTuyenDung': if (!is17(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'decision'); break;
      case 'ngayVaoCoQuanHienTai': if (!is7(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'date'); break;
      case 'ngayVaoBienChe': if (!is7(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'date'); break;
      case 'ngayHetTapSu': if (!is7(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'date'); break;
      case 'loaiBienChe': if (!is61(v) && !isAbsence(v)) fault(`/E/${key}`, v, 'code'); break;
      case 'hopDong': eachLine(v, `/E/${key}`, line_hopDong, fault); break;
      default: fault(`/E/${key}`, v, null);
    }
  }
}

function groupF(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'chucVuHienTai': if (!is2(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'codeOrText'); break;
      case 'ngayBoNhiem': if (!is7(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'date'); break;
      case 'ngayBoNhiemLai': if (!is7(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'date'); break;
      case 'nhiemKyThang': if (!is83(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'integer'); break;
      case 'viTriViecLam.ma': if (!is84(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'text'); break;
      case 'viTriViecLam.ten': if (!is9(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'text'); break;
      case 'viTriViecLam.nhom': if (!is85(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'code'); break;
      case 'bacNgheNghiep': if (!is86(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'code'); break;
      case 'congViecChinh': if (!is43(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'longText'); break;
      case 'soTruong': if (!is9(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'text'); break;
      case 'congViecLauNhat': if (!is9(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'text'); break;
      case 'hangChucDanhLdql': if (!is2(v) && !isAbsence(v)) fault(`/F/${key}`, v, 'code'); break;
      case 'chucVuKiemNhiem': eachLine(v, `/F/${key}`, line_chucVuKiemNhiem, fault); break;
      case 'duocQuyHoach': eachLine(v, `/F/${key}`, line_duocQuyHoach, fault); break;
      default: fault(`/F/${key}`, v, null);
    }
  }
}

function groupG(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'luong': eachLine(v, `/G/${key}`, line_luong, fault); break;
      default: fault(`/G/${key}`, v, null);
    }
  }
}

function groupH(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'phuCap': eachLine(v, `/H/${key}`, line_phuCap, fault); break;
      default: fault(`/H/${key}`, v, null);
    }
  }
}

function groupI(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'giaoDucPhoThong': if (!is87(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'chuyenMonCaoNhat': if (!is88(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'chuyenNganh': if (!is9(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'text'); break;
      case 'namTotNghiep': if (!is41(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'integer'); break;
      case 'hocHam': if (!is89(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'hocVi': if (!is88(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'lyLuanChinhTri': if (!is90(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'quanLyNhaNuoc': if (!is91(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'tinHoc': if (!is92(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'quocPhongAnNinh': if (!is93(v) && !isAbsence(v)) fault(`/I/${key}`, v, 'code'); break;
      case 'ngoaiNgu': eachLine(v, `/I/${key}`, line_ngoaiNgu, fault); break;
      case 'tiengDanToc': eachLine(v, `/I/${key}`, line_tiengDanToc, fault); break;
      default: fault(`/I/${key}`, v, null);
    }
  }
}

function groupJ(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'daoTao': eachLine(v, `/J/${key}`, line_daoTao, fault); break;
      default: fault(`/J/${key}`, v, null);
    }
  }
}

function groupK(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'congTac': eachLine(v, `/K/${key}`, line_congTac, fault); break;
      default: fault(`/K/${key}`, v, null);
    }
  }
}

function groupL(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'boNhiem': eachLine(v, `/L/${key}`, line_boNhiem, fault); break;
      default: fault(`/L/${key}`, v, null);
    }
  }
}

function groupM(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'quyHoach': eachLine(v, `/M/${key}`, line_quyHoach, fault); break;
      default: fault(`/M/${key}`, v, null);
    }
  }
}

function groupN(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'danhGia': eachLine(v, `/N/${key}`, line_danhGia, fault); break;
      default: fault(`/N/${key}`, v, null);
    }
  }
}

function groupO(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'khenThuong': eachLine(v, `/O/${key}`, line_khenThuong, fault); break;
      default: fault(`/O/${key}`, v, null);
    }
  }
}

function groupP(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'kyLuat': eachLine(v, `/P/${key}`, line_kyLuat, fault); break;
      default: fault(`/P/${key}`, v, null);
    }
  }
}

function groupQ(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'giaDinh': eachLine(v, `/Q/${key}`, line_giaDinh, fault); break;
      case 'thanNhanNuocNgoai': eachLine(v, `/Q/${key}`, line_thanNhanNuocNgoai, fault); break;
      default: fault(`/Q/${key}`, v, null);
    }
  }
}

function groupR(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'lichSu.biBatTu': eachLine(v, `/R/${key}`, line_lichSu_biBatTu, fault); break;
      case 'lichSu.cheDoCu': eachLine(v, `/R/${key}`, line_lichSu_cheDoCu, fault); break;
      case 'lichSu.toChucNuocNgoai': eachLine(v, `/R/${key}`, line_lichSu_toChucNuocNgoai, fault); break;
      default: fault(`/R/${key}`, v, null);
    }
  }
}

function groupS(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'sucKhoe.tinhTrang': if (!is94(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'code'); break;
      case 'sucKhoe.chieuCao': if (!is95(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'integer'); break;
      case 'sucKhoe.canNang': if (!is96(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'decimal'); break;
      case 'sucKhoe.nhomMau': if (!is97(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'code'); break;
      case 'sucKhoe.ngayKham': if (!is7(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'date'); break;
      case 'khuyetTat': if (!is98(v) && !isAbsence(v)) fault(`/S/${key}`, v, 'code'); break;
      default: fault(`/S/${key}`, v, null);
    }
  }
}

function groupT(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'kinhTe.nguonThuNhap': if (!is99(v) && !isAbsence(v)) fault(`/T/${key}`, v, 'object'); break;
      case 'kinhTe.nhaO': if (!is100(v) && !isAbsence(v)) fault(`/T/${key}`, v, 'object'); break;
      case 'kinhTe.datO': if (!is101(v) && !isAbsence(v)) fault(`/T/${key}`, v, 'object'); break;
      case 'keKhaiTaiSan': eachLine(v, `/T/${key}`, line_keKhaiTaiSan, fault); break;
      default: fault(`/T/${key}`, v, null);
    }
  }
}

function groupU(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'soBhxh': if (!is102(v) && !isAbsence(v)) fault(`/U/${key}`, v, 'digits'); break;
      case 'soTheBhyt': if (!is103(v) && !isAbsence(v)) fault(`/U/${key}`, v, 'text'); break;
      case 'maSoThue': if (!is104(v) && !isAbsence(v)) fault(`/U/${key}`, v, 'digits'); break;
      case 'taiKhoanNganHang': if (!is105(v) && !isAbsence(v)) fault(`/U/${key}`, v, 'object'); break;
      default: fault(`/U/${key}`, v, null);
    }
  }
}

function groupV(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'ngayNghiHuuDuKien': if (!is7(v) && !isAbsence(v)) fault(`/V/${key}`, v, 'derived'); break;
      case 'thongBaoNghiHuu': if (!is17(v) && !isAbsence(v)) fault(`/V/${key}`, v, 'decision'); break;
      case 'thoiViec.loai': if (!is106(v) && !isAbsence(v)) fault(`/V/${key}`, v, 'code'); break;
      case 'thoiViec.ngay': if (!is7(v) && !isAbsence(v)) fault(`/V/${key}`, v, 'date'); break;
      case 'thoiViec.quyetDinh': if (!is17(v) && !isAbsence(v)) fault(`/V/${key}`, v, 'decision'); break;
      default: fault(`/V/${key}`, v, null);
    }
  }
}

function groupW(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'the': eachLine(v, `/W/${key}`, line_the, fault); break;
      default: fault(`/W/${key}`, v, null);
    }
  }
}

function groupX(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'taiLieu': eachLine(v, `/X/${key}`, line_taiLieu, fault); break;
      default: fault(`/X/${key}`, v, null);
    }
  }
}

function groupY(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'meta.nguon': if (!is107(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'code'); break;
      case 'meta.phienBan': if (!is108(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'integer'); break;
      case 'meta.maGiaoDich': if (!is1(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'text'); break;
      case 'meta.nguoiNhap': if (!is109(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'text'); break;
      case 'meta.thoiDiem': if (!is110(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'timestamp'); break;
      case 'meta.ketQuaDoiSoat': if (!is111(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'map'); break;
      case 'meta.ngayDoiSoat': if (!is110(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'timestamp'); break;
      case 'meta.trangThai': if (!is112(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'code'); break;
      case 'meta.capXacNhan': if (!is9(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'text'); break;
      case 'meta.ngayXacNhan': if (!is110(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'timestamp'); break;
      case 'meta.kySoXacNhan': if (!is113(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'object'); break;
      case 'meta.lyDoTraLai': if (!is29(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'longText'); break;
      case 'meta.capDoBaoMat': if (!is114(v) && !isAbsence(v)) fault(`/Y/${key}`, v, 'code'); break;
      default: fault(`/Y/${key}`, v, null);
    }
  }
}

function groupZ(document: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(document)) {
    const v = document[key];
    switch (key) {
      case 'org.ma': if (!is53(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'text'); break;
      case 'org.ten': if (!is51(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'text'); break;
      case 'org.cap': if (!is115(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'code'); break;
      case 'org.loaiHinh': if (!is116(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'code'); break;
      case 'org.cha': if (!is64(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'organisation'); break;
      case 'org.loaiBndp': if (!is117(v) && !isAbsence(v)) fault(`/Z/${key}`, v, 'code'); break;
      case 'org.tienThan': eachLine(v, `/Z/${key}`, line_org_tienThan, fault); break;
      case 'org.bienCheGiao': eachLine(v, `/Z/${key}`, line_org_bienCheGiao, fault); break;
      default: fault(`/Z/${key}`, v, null);
    }
  }
}

/** The check of each group. */
export const GROUP_CHECKS: Readonly<Record<string, (document: Record<string, unknown>, fault: Fault) => void>> = { A: groupA, B: groupB, C: groupC, D: groupD, E: groupE, F: groupF, G: groupG, H: groupH, I: groupI, J: groupJ, K: groupK, L: groupL, M: groupM, N: groupN, O: groupO, P: groupP, Q: groupQ, R: groupR, S: groupS, T: groupT, U: groupU, V: groupV, W: groupW, X: groupX, Y: groupY, Z: groupZ };
