// Written by tools/generate.ts from the field dictionary; not edited by hand.
import type { Instant, PlainDate } from '#base/clock.ts';
import type { PartialDate } from '#base/vietnamese/dates.ts';
import type { Absent } from '#standard/shapes.ts';

/** A decimal as text with its fixed number of places: "3.66". */
export type DecimalText = string;

export interface Address {
  readonly quocGia?: string;
  readonly maTinh?: string;
  readonly maHuyen?: string;
  readonly maXa?: string;
  readonly chiTiet?: string;
  readonly hieuLucTai?: 'NGAY_SU_KIEN' | 'THOI_DIEM_KHAC' | 'HIEN_NAY';
}

export type CodeOf_bac_nghe_nghiep = '1' | '2' | '3' | '4' | '5';
export type CodeOf_bang_luong_chuc_vu = 'CTN' | 'CTQH' | 'TTG' | 'PCTN' | 'PCTQH' | 'PTTG' | 'CA_TANDTC' | 'VT_VKSNDTC' | 'UVUBTVQH' | 'BT' | 'X_BT' | 'X_PBT' | 'X_PCT' | 'X_DT';
export type CodeOf_ben_gia_dinh = 'BAN_THAN' | 'VO_CHONG';
export type CodeOf_cap_co_quan = 'TW' | 'TINH' | 'HUYEN' | 'XA';
export type CodeOf_cap_khen_thuong = 'NHA_NUOC' | 'BO_TINH' | 'CO_SO';
export type CodeOf_chuc_danh_nghe_nghiep = 'V.07.01.01' | 'V.07.01.02' | 'V.07.01.03' | 'V.07.01.23' | 'V.07.02.04' | 'V.07.02.05' | 'V.07.02.06' | 'V.07.03.07' | 'V.07.03.08' | 'V.07.03.09' | 'V.07.04.10' | 'V.07.04.11' | 'V.07.04.12' | 'V.07.02.24' | 'V.07.02.25' | 'V.07.02.26' | 'V.07.03.27' | 'V.07.03.28' | 'V.07.03.29' | 'V.07.04.30' | 'V.07.04.31' | 'V.07.04.32' | 'V.07.05.13' | 'V.07.05.14' | 'V.07.05.15' | 'V.07.06.16' | 'V.07.07.17' | 'V.07.07.18' | 'V.07.07.19' | 'V.07.07.20' | 'V.07.07.21' | 'V.07.08.20' | 'V.07.08.21' | 'V.07.08.22' | 'V.09.02.01' | 'V.09.02.02' | 'V.09.02.03' | 'V.09.02.04' | 'V.09.02.05' | 'V.09.02.06' | 'V.09.02.07' | 'V.09.02.08' | 'V.09.02.09' | 'V.08.01.01' | 'V.08.01.02' | 'V.08.01.03' | 'V.08.02.04' | 'V.08.02.05' | 'V.08.02.06' | 'V.08.03.07' | 'V.08.04.08' | 'V.08.04.09' | 'V.08.04.10' | 'V.08.05.11' | 'V.08.05.12' | 'V.08.05.13' | 'V.08.06.14' | 'V.08.06.15' | 'V.08.06.16' | 'V.08.07.17' | 'V.08.07.18' | 'V.08.07.19' | 'V.08.08.20' | 'V.08.08.21' | 'V.08.08.22' | 'V.08.08.23' | 'V.08.09.24' | 'V.08.09.25' | 'V.08.09.26' | 'V.08.10.27' | 'V.08.10.28' | 'V.08.10.29' | 'V.05.01.01' | 'V.05.01.02' | 'V.05.01.03' | 'V.05.01.04' | 'V.05.02.05' | 'V.05.02.06' | 'V.05.02.07' | 'V.05.02.08' | 'V.01.02.01' | 'V.01.02.02' | 'V.01.02.03' | 'V.02.01.00' | 'V.02.01.01' | 'V.02.01.02' | 'V.03.01.01' | 'V.03.01.02' | 'V.03.01.03' | 'V.03.02.04' | 'V.03.02.05' | 'V.03.02.06' | 'V.03.03.07' | 'V.03.03.08' | 'V.03.03.09' | 'V.03.04.10' | 'V.03.04.11' | 'V.03.04.12' | 'V.03.05.13' | 'V.03.05.14' | 'V.03.05.15' | 'V.03.06.16' | 'V.03.06.17' | 'V.03.06.18' | 'V.03.07.19' | 'V.03.07.20' | 'V.03.07.21' | 'V.03.08.22' | 'V.03.08.23' | 'V.03.08.24' | 'V.03.09.25' | 'V.03.09.26' | 'V.03.09.27' | 'V.03.10.28' | 'V.03.10.29' | 'V.03.10.30' | 'V.04.01.01' | 'V.04.01.02' | 'V.04.01.03' | 'V.04.02.04' | 'V.04.02.05' | 'V.04.02.06' | 'V.04.02.07' | 'V.06.01.01' | 'V.06.01.02' | 'V.06.01.03' | 'V.06.02.04' | 'V.06.02.05' | 'V.06.02.06' | 'V.06.03.07' | 'V.06.03.08' | 'V.06.03.09' | 'V.06.04.10' | 'V.06.04.11' | 'V.06.04.12' | 'V.06.05.13' | 'V.06.05.14' | 'V.06.05.15' | 'V.06.06.16' | 'V.06.06.17' | 'V.06.06.18' | 'V.09.03.01' | 'V.09.03.02' | 'V.09.03.03' | 'V.09.04.01' | 'V.09.04.02' | 'V.09.04.03' | 'V.10.01.01' | 'V.10.01.02' | 'V.10.01.03' | 'V.10.01.04' | 'V.10.02.30' | 'V.10.02.05' | 'V.10.02.06' | 'V.10.02.07' | 'V.10.03.08' | 'V.10.03.09' | 'V.10.03.10' | 'V.10.03.11' | 'V.10.04.12' | 'V.10.04.13' | 'V.10.04.14' | 'V.10.04.15' | 'V.10.05.16' | 'V.10.05.17' | 'V.10.05.18' | 'V.10.06.19' | 'V.10.06.20' | 'V.10.06.21' | 'V.10.07.22' | 'V.10.07.23' | 'V.10.07.24' | 'V.10.08.25' | 'V.10.08.26' | 'V.10.08.27' | 'V.10.08.28' | 'V.11.01.01' | 'V.11.01.02' | 'V.11.01.03' | 'V.11.02.04' | 'V.11.02.05' | 'V.11.02.06' | 'V.11.03.07' | 'V.11.03.08' | 'V.11.03.09' | 'V.11.04.10' | 'V.11.04.11' | 'V.11.04.12' | 'V.11.05.09' | 'V.11.05.10' | 'V.11.05.11' | 'V.11.05.12' | 'V.11.06.12' | 'V.11.06.13' | 'V.11.06.14' | 'V.11.06.15' | 'V.11.07.16' | 'V.11.07.17' | 'V.11.07.18' | 'V.11.08.19' | 'V.11.08.20' | 'V.11.08.21' | 'V.11.08.22' | 'V.11.09.23' | 'V.11.09.24' | 'V.11.09.25' | 'V.11.10.27' | 'V.11.10.28' | 'V.11.10.29' | 'V.11.10.30' | 'V.11.11.32' | 'V.11.11.33' | 'V.11.11.34' | 'V.11.12.35' | 'V.11.12.36' | 'V.11.12.37' | 'V.11.12.38' | '15.109' | '15.110' | '15.111' | '15.112' | '15.113' | '15.114' | '15.115' | '15a.201' | '15a.202' | '15a.203' | '15a.204' | '15a.205' | '15a.206' | '15c.207' | '15c.208' | '15c.209' | '15c.210' | '13.090' | '13.091' | '13.092' | '13.093' | '13.094' | '13.095' | '13.096' | '16.116' | '16.117' | '16.118' | '16.119' | '16a.199' | '16a.200' | '16b.121' | '16.133' | '16.134' | '16.135' | '16.136' | '16.130' | '17.139' | '17.140' | '17.141' | '17.143' | '17.144' | '17.170' | '17.171' | '02.012' | '02.015' | '12.087' | '12.088' | '12.089' | '13.097' | '13.098' | '13.099' | '13.100' | '13.101' | '13.102' | '13a.095' | '14.103' | '14.104' | '14.105' | '14.106' | '14.107' | '14.108' | '14.250' | '14.253' | '14.256' | '14.257' | '02.013' | '02.014' | '02a.014' | '02.016' | '09.054' | '09.055' | '09.056' | '09.057' | '09.058' | '09.059' | '09.060' | '09.061' | '09.062' | '09.063' | '09.064' | '09.065' | '09.070' | '09.071' | '09.072' | '09.073' | '16.120' | '16b.120' | '16.121' | '16.122' | '16b.122' | '16.123' | '16.124' | '16.125' | '16.126' | '16.127' | '16.128' | '16.129' | '16.131' | '16.137' | '16.138' | '16a.198' | '16.286' | '16.287' | '16.294' | '16.295' | '16.296' | '16.297' | '17.142' | '17.145' | '17.146' | '17.147' | '17a.211' | '17c.214' | '17.148' | '17.149' | '17.150' | '17a.212' | '17.151' | '17.152' | '17.153' | '17.154' | '17.155' | '17.156' | '17.157' | '17.158' | '17.159' | '17.160' | '17.161' | '17.162' | '17.163' | '17.164' | '17.165' | '17.166' | '17.167' | '17.168' | '17.169' | '17a.170' | '17.172' | '17.173' | '17.174' | '17a.213' | '17.175' | '17.176' | '17.177' | '17.178' | '17a.177' | '17a.195' | '17a.196' | '18.179' | '18.180' | '18.181' | '18.182' | '24.276' | '24.277' | '24.292' | '24.293' | 'V.00.01.01' | 'V.00.01.02' | 'V.00.01.03' | 'V.01.01.01' | 'V.01.01.02' | 'V.01.01.03' | 'V.09.06.01' | 'V.09.06.02' | 'V.09.06.03' | 'V.10.05.29' | 'V.10.10.34' | 'V.10.10.35' | 'V.10.10.36' | 'V.12.01.01' | 'V.12.01.02' | 'V.12.01.03' | 'V.12.01.04' | 'V.12.01.05' | 'V.07.07.22' | 'V.07.07.23' | 'V.07.07.24';
export type CodeOf_chuc_vu = 'BT' | 'TT' | 'TCT' | 'PTCT' | 'VT' | 'PVT' | 'CT' | 'PCT' | 'CVP_B' | 'CTT_B' | 'CT_UBND_T' | 'PCT_UBND_T' | 'CT_HDND_T' | 'PCT_HDND_T' | 'GDS' | 'PGDS' | 'CT_UBND_H' | 'PCT_UBND_H' | 'CT_UBND_X' | 'PCT_UBND_X' | 'CT_HDND_X' | 'PCT_HDND_X' | 'TP' | 'PTP' | 'GD_DV' | 'PGD_DV' | 'HT' | 'PHT' | 'TT_CM' | 'TP_CM' | 'TK' | 'PTK' | 'DDT' | 'KTT' | 'TTCP' | 'CVP_S' | 'CTT_T' | 'CTT_S' | 'CVP_UBND_T' | 'CCT' | 'PCCT' | 'TRUONG_BAN' | 'PHO_TRUONG_BAN' | 'DOI_TRUONG' | 'PHO_DOI_TRUONG' | 'TRUONG_TRAM_YT' | 'PHO_TRAM_YT' | 'TBM' | 'PTBM' | 'CT_HDT' | 'CT_HDND_H' | 'PCT_HDND_H' | 'TP_H' | 'PTP_H' | 'TP_X' | 'PTP_X' | 'CVP_X' | 'PCVP_X' | 'GD_HCC_X' | 'PGD_HCC_X' | 'CHT_X' | 'CHP_X' | 'TB_HDND_X' | 'PTB_HDND_X' | 'TB_HDND_T' | 'PTB_HDND_T' | 'BT_TU' | 'PBT_TU' | 'UVBTV_TU' | 'TUV' | 'TB_TU' | 'PTB_TU' | 'CN_UBKT_TU' | 'CVP_TU' | 'BT_HU' | 'PBT_HU' | 'HUV' | 'BT_DU_X' | 'PBT_DU_X' | 'TB_DU_X' | 'PTB_DU_X' | 'CN_UBKT_X' | 'CVP_DU_X' | 'BT_DU' | 'PBT_DU' | 'DUV' | 'BT_CB' | 'PBT_CB' | 'CUV' | 'DV' | 'CT_MTTQ_T' | 'PCT_MTTQ_T' | 'CT_MTTQ_X' | 'PCT_MTTQ_X' | 'CT_CDCS' | 'BT_DOAN' | 'CA_TC' | 'PCA_TC' | 'CA_CC' | 'PCA_CC' | 'CA_T' | 'PCA_T' | 'CA_H' | 'PCA_H' | 'CA_KV' | 'PCA_KV' | 'VT_VKS_TC' | 'PVT_VKS_TC' | 'VT_VKS_CC' | 'VT_VKS_T' | 'PVT_VKS_T' | 'VT_VKS_H' | 'PVT_VKS_H' | 'VT_VKS_KV' | 'PVT_VKS_KV' | 'KHONG';
export type CodeOf_dan_toc = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '28' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '37' | '38' | '39' | '40' | '41' | '42' | '43' | '44' | '45' | '46' | '47' | '48' | '49' | '50' | '51' | '52' | '53' | '54' | '55' | '56';
export type CodeOf_doi_tuong_chinh_sach = 'TB1' | 'TB2' | 'TB3' | 'TB4' | 'NHCSTB' | 'BB1' | 'BB2' | 'BB3' | 'AHLLVT' | 'CDHH' | 'TUDAY' | 'LTCM' | 'TKN' | 'HDKC' | 'CCGD' | 'CON_LS' | 'VC_LS' | 'CME_LS' | 'CON_TB' | 'CON_BB' | 'CON_NHCSTB' | 'CON_CDHH' | 'CON_AH' | 'CON_LTCM' | 'CON_BMVNAH' | 'CON_CC' | 'KHONG';
export type CodeOf_don_vi_phu_cap = 'HS' | 'PCT' | 'VND';
export type CodeOf_giao_duc_pho_thong = '1/12' | '2/12' | '3/12' | '4/12' | '5/12' | '6/12' | '7/12' | '8/12' | '9/12' | '10/12' | '11/12' | '12/12' | '1/10' | '2/10' | '3/10' | '4/10' | '5/10' | '6/10' | '7/10' | '8/10' | '9/10' | '10/10';
export type CodeOf_gioi_tinh = '0' | '1' | '2' | '3';
export type CodeOf_hang_thuong_binh = '1/4' | '2/4' | '3/4' | '4/4';
export type CodeOf_hinh_thuc_bo_nhiem = 'BO_NHIEM' | 'BO_NHIEM_LAI' | 'KEO_DAI' | 'LUAN_CHUYEN' | 'DIEU_DONG' | 'BIET_PHAI' | 'TU_CHUC' | 'MIEN_NHIEM' | 'BAU' | 'PHE_CHUAN';
export type CodeOf_hinh_thuc_dao_tao = 'CQ' | 'VLVH' | 'TX' | 'TC' | 'CT' | 'LT' | 'VB2' | 'TT' | 'KTT' | 'BD' | 'TH' | 'LK';
export type CodeOf_hinh_thuc_tuyen_dung = 'THI_TUYEN' | 'XET_TUYEN' | 'TIEP_NHAN' | 'BAU_CU' | 'CHUYEN_NGANH' | 'THU_HUT' | 'CU_TUYEN' | 'CAP_XA_LEN' | 'KY_HD' | 'DIEU_DONG' | 'KHAC';
export type CodeOf_hoc_ham_hoc_vi = 'GS' | 'PGS' | 'TSKH' | 'TS' | 'THS' | 'CN' | 'KS' | 'BS' | 'DS' | 'KTS';
export type CodeOf_khen_thuong = 'HCSV' | 'HCHCM' | 'HCDL1' | 'HCDL2' | 'HCDL3' | 'HCQC1' | 'HCQC2' | 'HCQC3' | 'HCLD1' | 'HCLD2' | 'HCLD3' | 'HCBVTQ1' | 'HCBVTQ2' | 'HCBVTQ3' | 'HCCC1' | 'HCCC2' | 'HCCC3' | 'HCDDK' | 'HCDC' | 'HCHN' | 'HCKC' | 'HUYC' | 'DHVD_AHLD' | 'DHVD_AHLLVT' | 'DHVD_BMVNAH' | 'DHVD_NGND' | 'DHVD_NGUT' | 'DHVD_TTND' | 'DHVD_TTUT' | 'DHVD_NSND' | 'DHVD_NSUT' | 'DHVD_NNND' | 'DHVD_NNUT' | 'GTHCM' | 'GTNN' | 'CSTDTQ' | 'BKTTG' | 'CSTDB' | 'BKB' | 'KNC' | 'CSTDCS' | 'LDTT' | 'GK' | 'KHAC';
export type CodeOf_khoi_co_quan = 'HANH_CHINH' | 'SU_NGHIEP' | 'DANG' | 'DOAN_THE' | 'CAP_XA';
export type CodeOf_khuyet_tat = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'M1' | 'M2' | 'M3';
export type CodeOf_ky_luat = 'KT' | 'CC' | 'HBL' | 'GC' | 'CCH' | 'BTV' | 'BN' | 'D_KT' | 'D_CC' | 'D_CCH' | 'D_KTR' | 'SA_THAI' | 'KDNL' | 'HN';
export type CodeOf_loai_bang_luong = '1' | '2' | '3' | '4' | 'CV';
export type CodeOf_loai_bien_che = 'HC' | 'SN_NSNN' | 'SN_TU_CHU' | 'HD111';
export type CodeOf_loai_bien_dong_luong = 'TUYEN_DUNG' | 'NANG_BAC_TX' | 'NANG_BAC_TH' | 'NANG_NGACH' | 'CHUYEN_NGACH' | 'XEP_LAI' | 'VUOT_KHUNG' | 'KY_LUAT';
export type CodeOf_loai_co_quan = 'CQHC' | 'DVSN1' | 'DVSN2' | 'DVSN3' | 'DVSN4' | 'CQD' | 'MTDT' | 'TA_VKS' | 'LLVT' | 'HOI' | 'KHAC';
export type CodeOf_loai_doi_tuong = 'CB' | 'CC' | 'VC' | 'CB_XA' | 'CC_XA' | 'HD_CC' | 'HD111' | 'HD68' | 'HD_CM' | 'KCT';
export type CodeOf_loai_hop_dong = 'HDLV_KXD' | 'HDLV_XD' | 'HDLV_36' | 'HDLD_KXD' | 'HDLD_XD' | 'HD111' | 'HD68' | 'HD_NV_CC' | 'HD_CGIA' | 'HD_KHOAN' | 'HD235_QL' | 'HD235_CM' | 'HD235_TT';
export type CodeOf_loai_phu_cap = 'CHUC_VU' | 'KIEM_NHIEM' | 'KHU_VUC' | 'THU_HUT' | 'DAC_BIET' | 'TRACH_NHIEM' | 'TRACH_NHIEM_NGHE' | 'UU_DAI_NGHE' | 'THAM_NIEN_NGHE' | 'TNVK' | 'CONG_VU' | 'DOC_HAI' | 'LUU_DONG' | 'CONG_TAC_DANG' | 'BAO_LUU';
export type CodeOf_loai_qua_trinh_cong_tac = 'TUYEN_DUNG' | 'DIEU_DONG' | 'BIET_PHAI' | 'LUAN_CHUYEN' | 'HOC_TAP' | 'NUOC_NGOAI' | 'KIEM_NHIEM' | 'NGHI_KL';
export type CodeOf_loai_tai_lieu = 'QD' | 'VAN_BANG' | 'PHIEU_BS' | 'PHIEU_DG' | 'KET_LUAN' | 'LY_LICH' | 'SYLL' | 'KHAI_SINH' | 'SUC_KHOE' | 'HOP_DONG' | 'KE_KHAI_TS' | 'ANH' | 'KHAC';
export type CodeOf_ly_do_thoi_viec = 'NGHI_HUU' | 'THOI_VIEC' | 'BUOC_TV' | 'CHUYEN_DI' | 'TU_TRAN' | 'ND178_HUU' | 'ND178_TV' | 'TGBC_HUU' | 'TGBC_TV' | 'HUU_SUC_KHOE' | 'TAP_SU_KD' | 'HET_HD' | 'KHTNV_2N' | 'KHAC';
export type CodeOf_ly_luan_chinh_tri = 'CN' | 'CC' | 'TC' | 'SC' | 'CD';
export type CodeOf_muc_bao_ve = 'tt' | 'cb' | 'nc';
export type CodeOf_muc_khop = 'KHOP' | 'GAN_KHOP' | 'LECH' | 'KHONG_TIM_THAY' | 'CHUA';
export type CodeOf_ngach_cong_chuc = '01.001' | '01.002' | '01.003' | '01.004' | '01.005' | '01.006' | '01.007' | '01.008' | '01.009' | '01.010' | '01.011' | '02.006' | '02.007' | '02.008' | '04.023' | '04.024' | '04.025' | '04.023A' | '04.024A' | '04.025A' | '06.029' | '06.030' | '06.031' | '06.032' | '06.033' | '06.034' | '06.035' | '06.036' | '06.037' | '06.038' | '06.039' | '06.040' | '06.041' | '06.042' | '06.043' | '07.044' | '07.045' | '07.046' | '07.047' | '07.048' | '08.049' | '08.050' | '08.051' | '08.052' | '08.053' | '09.066' | '09.067' | '09.068' | '09.069' | '09.315' | '09.316' | '09.317' | '09.318' | '09.319' | '09.320' | '10.225' | '10.226' | '10.227' | '10.228' | '10.229' | '11.081' | '11.082' | '11.083' | '12.084' | '12.085' | '12.086' | '13.280' | '13.281' | '13.282' | '13.283' | '19.220' | '19.221' | '19.222' | '19.223' | '19.224' | '21.187' | '21.188' | '21.189' | '21.190' | '23.261' | '23.262' | '23.263' | '23.264' | '23.265' | '25.309' | '25.310' | '25.311' | '25.312' | '25.313' | '25.314' | '03.299' | '03.300' | '03.301' | '03.230' | '03.231' | '03.232' | '03.302' | '03.303' | '03.019' | '01a.003' | '06a.031' | '06a.038' | '08a.051' | '03.017' | '03.018' | '10.078' | '10.079' | '10.080' | '19.183' | '19.184' | '19.185' | '19.186';
export type CodeOf_ngoai_ngu = 'en' | 'fr' | 'ru' | 'zh' | 'de' | 'ja' | 'ko' | 'es' | 'it' | 'pt' | 'ar' | 'lo' | 'km' | 'th' | 'my' | 'ms' | 'id' | 'hi' | 'cs' | 'pl' | 'hu' | 'bg' | 'uk' | 'xx';
export type CodeOf_ngoai_ngu_bac = 'B1VN' | 'B2VN' | 'B3VN' | 'B4VN' | 'B5VN' | 'B6VN' | 'CC_A' | 'CC_B' | 'CC_C' | 'DH_NN' | 'KHAC';
export type CodeOf_nguon_du_lieu = 'NDXP' | 'EXCEL' | 'CONG' | 'VNEID' | 'NHAP_TAY' | 'NAP_LAN_DAU';
export type CodeOf_nhom_bndp = '26' | '70';
export type CodeOf_nhom_dao_tao = 'CM' | 'LLCT' | 'QLNN' | 'QPAN' | 'NN' | 'TH' | 'CDNN';
export type CodeOf_nhom_mau = '00' | '01' | '02' | '03' | '04';
export type CodeOf_nhom_vi_tri_viec_lam = 'LDQL' | 'NVCN' | 'NVDC' | 'HTPV' | 'VC_QL' | 'VC_CMNV' | 'VC_HT';
export type CodeOf_quan_ham = 'BINH_NHI' | 'BINH_NHAT' | 'HA_SI' | 'TRUNG_SI' | 'THUONG_SI' | 'CHUAN_UY' | 'THIEU_UY' | 'TRUNG_UY' | 'THUONG_UY' | 'DAI_UY' | 'THIEU_TA' | 'TRUNG_TA' | 'THUONG_TA' | 'DAI_TA' | 'THIEU_TUONG' | 'TRUNG_TUONG' | 'THUONG_TUONG' | 'DAI_TUONG';
export type CodeOf_quan_he_gia_dinh = 'CHA' | 'ME' | 'CHA_NUOI' | 'ME_NUOI' | 'CHA_DUONG' | 'ME_KE' | 'VO' | 'CHONG' | 'CON' | 'CON_NUOI' | 'CON_RIENG' | 'ANH' | 'CHI' | 'EM' | 'ONG_NOI' | 'BA_NOI' | 'ONG_NGOAI' | 'BA_NGOAI' | 'NGUOI_NUOI_DUONG' | 'CHA_VC' | 'ME_VC' | 'ANH_VC' | 'CHI_VC' | 'EM_VC' | 'CON_DAU' | 'CON_RE' | 'CHAU_NOI' | 'CHAU_NGOAI' | 'CHAU' | 'ANH_RE' | 'CHI_DAU' | 'EM_RE' | 'EM_DAU' | 'BAC' | 'CHU' | 'CO' | 'CAU' | 'DI' | 'KHAC';
export type CodeOf_quan_ly_nha_nuoc = 'CVCC' | 'CVC' | 'CV' | 'CS' | 'LD_TT' | 'LD_VU' | 'LD_SO' | 'LD_PHONG' | 'CDNN' | 'CD';
export type CodeOf_quoc_phong_an_ninh = '1' | '2' | '3' | '4' | '0';
export type CodeOf_quoc_tich = 'VN' | 'AD' | 'AE' | 'AF' | 'AG' | 'AI' | 'AL' | 'AM' | 'AO' | 'AQ' | 'AR' | 'AS' | 'AT' | 'AU' | 'AW' | 'AX' | 'AZ' | 'BA' | 'BB' | 'BD' | 'BE' | 'BF' | 'BG' | 'BH' | 'BI' | 'BJ' | 'BL' | 'BM' | 'BN' | 'BO' | 'BQ' | 'BR' | 'BS' | 'BT' | 'BV' | 'BW' | 'BY' | 'BZ' | 'CA' | 'CC' | 'CD' | 'CF' | 'CG' | 'CH' | 'CI' | 'CK' | 'CL' | 'CM' | 'CN' | 'CO' | 'CR' | 'CU' | 'CV' | 'CW' | 'CX' | 'CY' | 'CZ' | 'DE' | 'DJ' | 'DK' | 'DM' | 'DO' | 'DZ' | 'EC' | 'EE' | 'EG' | 'EH' | 'ER' | 'ES' | 'ET' | 'FI' | 'FJ' | 'FK' | 'FM' | 'FO' | 'FR' | 'GA' | 'GB' | 'GD' | 'GE' | 'GF' | 'GG' | 'GH' | 'GI' | 'GL' | 'GM' | 'GN' | 'GP' | 'GQ' | 'GR' | 'GS' | 'GT' | 'GU' | 'GW' | 'GY' | 'HK' | 'HM' | 'HN' | 'HR' | 'HT' | 'HU' | 'ID' | 'IE' | 'IL' | 'IM' | 'IN' | 'IO' | 'IQ' | 'IR' | 'IS' | 'IT' | 'JE' | 'JM' | 'JO' | 'JP' | 'KE' | 'KG' | 'KH' | 'KI' | 'KM' | 'KN' | 'KP' | 'KR' | 'KW' | 'KY' | 'KZ' | 'LA' | 'LB' | 'LC' | 'LI' | 'LK' | 'LR' | 'LS' | 'LT' | 'LU' | 'LV' | 'LY' | 'MA' | 'MC' | 'MD' | 'ME' | 'MF' | 'MG' | 'MH' | 'MK' | 'ML' | 'MM' | 'MN' | 'MO' | 'MP' | 'MQ' | 'MR' | 'MS' | 'MT' | 'MU' | 'MV' | 'MW' | 'MX' | 'MY' | 'MZ' | 'NA' | 'NC' | 'NE' | 'NF' | 'NG' | 'NI' | 'NL' | 'NO' | 'NP' | 'NR' | 'NU' | 'NZ' | 'OM' | 'PA' | 'PE' | 'PF' | 'PG' | 'PH' | 'PK' | 'PL' | 'PM' | 'PN' | 'PR' | 'PS' | 'PT' | 'PW' | 'PY' | 'QA' | 'RE' | 'RO' | 'RS' | 'RU' | 'RW' | 'SA' | 'SB' | 'SC' | 'SD' | 'SE' | 'SG' | 'SH' | 'SI' | 'SJ' | 'SK' | 'SL' | 'SM' | 'SN' | 'SO' | 'SR' | 'SS' | 'ST' | 'SV' | 'SX' | 'SY' | 'SZ' | 'TC' | 'TD' | 'TF' | 'TG' | 'TH' | 'TJ' | 'TK' | 'TL' | 'TM' | 'TN' | 'TO' | 'TR' | 'TT' | 'TV' | 'TW' | 'TZ' | 'UA' | 'UG' | 'UM' | 'US' | 'UY' | 'UZ' | 'VA' | 'VC' | 'VE' | 'VG' | 'VI' | 'VU' | 'WF' | 'WS' | 'YE' | 'YT' | 'ZA' | 'ZM' | 'ZW' | 'SU' | 'DD' | 'CS' | 'YU';
export type CodeOf_tieng_dan_toc = 'MONG' | 'THAI' | 'TAY' | 'NUNG' | 'DAO' | 'MUONG' | 'KHMER' | 'CHAM' | 'JRAI' | 'EDE' | 'BAHNAR' | 'SEDANG' | 'MNONG' | 'KHO' | 'PACO' | 'BRU' | 'HRE' | 'KHAC';
export type CodeOf_tin_hoc = 'CB' | 'NC' | 'A' | 'B' | 'C' | 'IC3' | 'MOS' | 'ICDL' | 'TC' | 'CD' | 'DH' | 'CHUA';
export type CodeOf_tinh_trang_hon_nhan = '0' | '1' | '2' | '3' | '4';
export type CodeOf_tinh_trang_suc_khoe = 'I' | 'II' | 'III' | 'IV' | 'V';
export type CodeOf_ton_giao = '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '99';
export type CodeOf_trang_thai_cong_tac = 'TAP_SU' | 'DANG_LAM' | 'BIET_PHAI' | 'CU_DI_HOC' | 'NGHI_KL' | 'NGHI_BHXH' | 'DINH_CHI' | 'CHO_HUU' | 'MAT_TICH' | 'NGHI_HUU' | 'THOI_VIEC' | 'BUOC_TV' | 'CHUYEN_DI' | 'TU_TRAN';
export type CodeOf_trang_thai_ho_so = 'KHAI_BAO' | 'DA_NHAN' | 'DA_KIEM_TRA' | 'DA_DOI_SOAT' | 'CHO_XAC_NHAN' | 'DA_XAC_NHAN' | 'DA_GHI_SO' | 'TRA_LAI' | 'CACH_LY' | 'DA_RUT';
export type CodeOf_trang_thai_quy_hoach = 'TRONG' | 'DUA_RA';
export type CodeOf_trang_thai_the = 'NHAP' | 'DA_CAP' | 'TAM_KHOA' | 'THU_HOI' | 'HET_HAN';
export type CodeOf_trang_thai_vneid = 'CHUA' | 'CHO' | 'DA_HIEN_THI' | 'LOI' | 'DA_GO';
export type CodeOf_trinh_do_chuyen_mon = 'TSKH' | 'TS' | 'CK2' | 'THS' | 'BSNT' | 'CK1' | 'DHCS' | 'DH' | 'CD' | 'TC' | 'SC' | 'CC' | 'CQDT';
export type CodeOf_xep_loai_dang_vien = 'HTXSNV' | 'HTTNV' | 'HTNV' | 'KHTNV' | 'KXL';
export type CodeOf_xep_loai_danh_gia = 'HTXSNV' | 'HTTNV' | 'HTNV' | 'KHTNV' | 'HTNV_HC';

/** A line of "Tên gọi khác" (Other names). */
export interface Line_tenGoiKhac {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Tên gọi khác (Other name) */
  readonly 'ten': string | Absent;
}

/** A line of "Tổ chức chính trị - xã hội" (Socio-political organisations). */
export interface Line_toChucCtxh {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Tổ chức (Organisation) */
  readonly 'toChuc': string | Absent;
  /** Từ ngày (From) */
  readonly 'tuNgay': PartialDate | Absent;
  /** Chức vụ (Post) */
  readonly 'chucVu'?: string | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PartialDate | Absent;
}

/** A line of "Gia đình chính sách" (Policy family). */
export interface Line_giaDinhChinhSach {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Đối tượng chính sách (Policy category) */
  readonly 'doiTuong': CodeOf_doi_tuong_chinh_sach | Absent;
}

/** A line of "Hợp đồng" (Contracts). */
export interface Line_hopDong {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Loại hợp đồng (Kind of contract) */
  readonly 'loai'?: CodeOf_loai_hop_dong | Absent;
  /** Số hợp đồng (Contract number) */
  readonly 'so'?: string | Absent;
  /** Từ ngày (From) */
  readonly 'tuNgay'?: PlainDate | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PlainDate | Absent;
  /** Tệp hợp đồng (Contract file) */
  readonly 'file'?: string | Absent;
}

/** A line of "Chức vụ kiêm nhiệm" (Concurrent posts). */
export interface Line_chucVuKiemNhiem {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Chức vụ (Post) */
  readonly 'chucVu': string | Absent;
  /** Cơ quan (Agency) */
  readonly 'coQuan'?: string | Absent;
  /** Từ ngày (From) */
  readonly 'tuNgay'?: PlainDate | Absent;
}

/** A line of "Được quy hoạch" (Planned for posts). */
export interface Line_duocQuyHoach {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Chức danh (Post) */
  readonly 'chucDanh': string | Absent;
  /** Giai đoạn (Period) */
  readonly 'giaiDoan'?: string | Absent;
  /** Số quyết định (Decision number) */
  readonly 'soQuyetDinh'?: string | Absent;
}

/** A line of "Diễn biến lương" (Pay history). */
export interface Line_luong {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Bảng lương áp dụng (Pay table) */
  readonly 'loaiBang': CodeOf_loai_bang_luong | Absent;
  /** Mã ngạch/chức danh nghề nghiệp (Grade or professional title) */
  readonly 'maNgach'?: string | Absent;
  /** Tên ngạch/chức danh nghề nghiệp (Name of the grade) */
  readonly 'tenNgach'?: string | Absent;
  /** Ngày bổ nhiệm vào ngạch (Appointed to the grade on) */
  readonly 'ngayBoNhiemNgach'?: PlainDate | Absent;
  /** Bậc lương (Pay step) */
  readonly 'bac': number | Absent;
  /** Hệ số lương (Pay coefficient) */
  readonly 'heSo': DecimalText | Absent;
  /** Ngày hưởng (Paid from) */
  readonly 'ngayHuong': PlainDate | Absent;
  /** Mốc tính nâng bậc lần sau (Counting date for the next raise) */
  readonly 'mocTinhNangBac': PlainDate | Absent;
  /** Phần trăm hưởng (%) (Share of pay (%)) */
  readonly 'phanTramHuong'?: 70 | 85 | 100 | Absent;
  /** Phụ cấp thâm niên vượt khung (%) (Over-scale seniority allowance (%)) */
  readonly 'vuotKhungPct'?: number | Absent;
  /** Ngày hưởng phụ cấp thâm niên vượt khung (Over-scale allowance from) */
  readonly 'ngayHuongVuotKhung'?: PlainDate | Absent;
  /** Loại biến động (Kind of pay change) */
  readonly 'loaiBienDong': CodeOf_loai_bien_dong_luong | Absent;
  /** Quyết định (Decision) */
  readonly 'quyetDinh': { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
  /** Lương theo vị trí việc làm (VNĐ) (Pay by job position (VND)) */
  readonly 'theoVtvlVnd'?: number | Absent;
  /** Ngày nâng bậc dự kiến (Expected date of the next raise) */
  readonly 'ngayNangBacDuKien'?: PlainDate | Absent;
}

/** A line of "Phụ cấp" (Allowances). */
export interface Line_phuCap {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Loại phụ cấp (Kind of allowance) */
  readonly 'loai'?: CodeOf_loai_phu_cap | Absent;
  /** Hệ số, tỉ lệ hoặc số tiền (Coefficient, per cent or amount) */
  readonly 'heSoHoacPct'?: { readonly giaTri: DecimalText; readonly donVi: CodeOf_don_vi_phu_cap } | Absent;
  /** Hưởng từ ngày (From) */
  readonly 'tuNgay'?: PlainDate | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PlainDate | Absent;
  /** Quyết định (Decision) */
  readonly 'quyetDinh'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
}

/** A line of "Ngoại ngữ" (Foreign languages). */
export interface Line_ngoaiNgu {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Ngôn ngữ (Language) */
  readonly 'ngonNgu': CodeOf_ngoai_ngu | Absent;
  /** Bậc (Level) */
  readonly 'bac'?: CodeOf_ngoai_ngu_bac | Absent;
  /** Chứng chỉ (Certificate) */
  readonly 'chungChi'?: string | Absent;
  /** Điểm (Score) */
  readonly 'diem'?: string | Absent;
  /** Ngày cấp (Issued on) */
  readonly 'ngayCap'?: PartialDate | Absent;
  /** Hết hạn (Expires on) */
  readonly 'hetHan'?: PartialDate | Absent;
}

/** A line of "Tiếng dân tộc" (Ethnic minority languages). */
export interface Line_tiengDanToc {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Tiếng dân tộc (Language) */
  readonly 'ngonNgu': CodeOf_tieng_dan_toc | Absent;
  /** Mức độ (Level) */
  readonly 'mucDo'?: string | Absent;
}

/** A line of "Đào tạo, bồi dưỡng" (Education and training). */
export interface Line_daoTao {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Tên trường, cơ sở đào tạo (School or training institution) */
  readonly 'coSo': string | Absent;
  /** Chuyên ngành đào tạo, bồi dưỡng (Field) */
  readonly 'nganh': string | Absent;
  /** Từ tháng, năm (From month) */
  readonly 'tuThang': PartialDate | Absent;
  /** Đến tháng, năm (To month) */
  readonly 'denThang'?: PartialDate | Absent;
  /** Hình thức đào tạo (Form of study) */
  readonly 'hinhThuc': CodeOf_hinh_thuc_dao_tao | Absent;
  /** Văn bằng, chứng chỉ, trình độ gì (Degree, certificate or level) */
  readonly 'vanBang': string | Absent;
  /** Nhóm đào tạo, bồi dưỡng (Training family) */
  readonly 'nhom': CodeOf_nhom_dao_tao | Absent;
  /** Số hiệu văn bằng, ngày cấp (Degree number and date) */
  readonly 'soHieuVanBang'?: { readonly so: string; readonly ngayCap?: PartialDate } | Absent;
  /** Xếp loại (Class of degree) */
  readonly 'xepLoai'?: string | Absent;
  /** Nước đào tạo (Country of study) */
  readonly 'quocGia'?: CodeOf_quoc_tich | Absent;
  /** Bản chụp/bản số hóa (Scan) */
  readonly 'file'?: string | Absent;
}

/** A line of "Quá trình công tác" (Career). */
export interface Line_congTac {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Từ tháng năm (From month) */
  readonly 'tuThang': PartialDate | Absent;
  /** Đến tháng năm (To month) */
  readonly 'denThang'?: PartialDate | Absent;
  /** Chức danh, chức vụ, đơn vị công tác (Title, post and unit (Party, state, unions, social), study included) */
  readonly 'noiDung': string | Absent;
  /** Cơ quan (mã) (Agency (code)) */
  readonly 'coQuan'?: string | Absent;
  /** Chức vụ (mã) (Post (code)) */
  readonly 'chucVu'?: string | Absent;
  /** Loại quá trình (Kind) */
  readonly 'loai'?: CodeOf_loai_qua_trinh_cong_tac | Absent;
  /** Đi công tác, học tập ở nước ngoài (Work or study abroad) */
  readonly 'nuocNgoai'?: { readonly nuoc: CodeOf_quoc_tich; readonly mucDich?: string } | Absent;
}

/** A line of "Bổ nhiệm, luân chuyển" (Appointments). */
export interface Line_boNhiem {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Hình thức (Manner) */
  readonly 'hinhThuc': CodeOf_hinh_thuc_bo_nhiem | Absent;
  /** Chức vụ (Post) */
  readonly 'chucVu': string | Absent;
  /** Cơ quan (Agency) */
  readonly 'coQuan': string | Absent;
  /** Từ ngày (From) */
  readonly 'tuNgay': PlainDate | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PlainDate | Absent;
  /** Hệ số phụ cấp chức vụ (Post allowance coefficient) */
  readonly 'heSoPhuCapCv'?: DecimalText | Absent;
  /** Quyết định (Decision) */
  readonly 'quyetDinh': { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
}

/** A line of "Quy hoạch" (Succession planning). */
export interface Line_quyHoach {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Chức danh quy hoạch (Planned post) */
  readonly 'chucDanh': string | Absent;
  /** Giai đoạn (Period) */
  readonly 'giaiDoan': string | Absent;
  /** Quyết định phê duyệt (Approving decision) */
  readonly 'quyetDinh': { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
  /** Trạng thái (State) */
  readonly 'trangThai': CodeOf_trang_thai_quy_hoach | Absent;
}

/** A line of "Đánh giá, xếp loại" (Ratings). */
export interface Line_danhGia {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Kỳ đánh giá (Period) */
  readonly 'ky': string | Absent;
  /** Mức xếp loại (Rating) */
  readonly 'xepLoai': CodeOf_xep_loai_danh_gia | Absent;
  /** Điểm (Points) */
  readonly 'diem'?: DecimalText | Absent;
  /** Mức tự đánh giá (Own rating) */
  readonly 'tuDanhGia'?: CodeOf_xep_loai_danh_gia | Absent;
  /** Cấp có thẩm quyền quyết định (Deciding authority) */
  readonly 'capQuyetDinh': string | Absent;
  /** Văn bản thông báo kết quả (Notice of the result) */
  readonly 'soThongBao'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
  /** Xếp loại đảng viên (Rating as a Party member) */
  readonly 'xepLoaiDangVien'?: CodeOf_xep_loai_dang_vien | Absent;
}

/** A line of "Khen thưởng" (Awards). */
export interface Line_khenThuong {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Danh hiệu/hình thức (Title or form of award) */
  readonly 'hinhThuc': CodeOf_khen_thuong | Absent;
  /** Năm (Year) */
  readonly 'nam': number | Absent;
  /** Cấp khen thưởng (Level of the award) */
  readonly 'cap': CodeOf_cap_khen_thuong | Absent;
  /** Lý do, thành tích (Merit) */
  readonly 'lyDo'?: string | Absent;
  /** Quyết định (Decision) */
  readonly 'quyetDinh'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
}

/** A line of "Kỷ luật" (Discipline). */
export interface Line_kyLuat {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Hình thức kỷ luật (Form of discipline) */
  readonly 'hinhThuc': CodeOf_ky_luat | Absent;
  /** Hành vi vi phạm, lý do (Offence and reason) */
  readonly 'hanhVi': string | Absent;
  /** Ngày hiệu lực (In force from) */
  readonly 'ngayHieuLuc': PlainDate | Absent;
  /** Ngày chấm dứt hiệu lực (In force until) */
  readonly 'ngayHetHieuLuc'?: PlainDate | Absent;
  /** Hết hiệu lực theo luật (Ends by law on) */
  readonly 'hetHieuLucTheoLuat'?: PlainDate | Absent;
  /** Còn hiệu lực (In force) */
  readonly 'conHieuLuc'?: boolean | Absent;
  /** Kéo dài nâng lương (tháng) (Raise delayed by (months)) */
  readonly 'keoDaiNangLuongThang'?: 0 | 3 | 6 | 12 | Absent;
  /** Quyết định (Decision) */
  readonly 'quyetDinh': { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
}

/** A line of "Quan hệ gia đình" (Family). */
export interface Line_giaDinh {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Bên (bản thân, vợ hoặc chồng) (Side of the family) */
  readonly 'nhom': CodeOf_ben_gia_dinh | Absent;
  /** Mối quan hệ (Relation) */
  readonly 'quanHe': CodeOf_quan_he_gia_dinh | Absent;
  /** Họ và tên (Full name) */
  readonly 'hoTen': string | Absent;
  /** Năm sinh (Year of birth) */
  readonly 'namSinh': PartialDate | Absent;
  /** Số định danh của người thân (Citizen number) */
  readonly 'soDinhDanh'?: string | Absent;
  /** Quê quán (Home town) */
  readonly 'queQuan'?: string | Absent;
  /** Nghề nghiệp, chức vụ, đơn vị công tác, học tập (Occupation, title, unit of work or study) */
  readonly 'ngheNghiep'?: string | Absent;
  /** Nơi ở (trong, ngoài nước) (Residence (in the country or abroad)) */
  readonly 'noiO'?: string | Absent;
  /** Thành viên các tổ chức chính trị - xã hội (Member of socio-political organisations) */
  readonly 'thanhVienToChuc'?: string | Absent;
  /** Đã mất (Deceased) */
  readonly 'daMat'?: boolean | Absent;
  /** Người phụ thuộc (Dependant) */
  readonly 'phuThuoc'?: boolean | Absent;
}

/** A line of "Thân nhân ở nước ngoài" (Relatives abroad). */
export interface Line_thanNhanNuocNgoai {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Họ và tên (Full name) */
  readonly 'hoTen': string | Absent;
  /** Quan hệ (Relation) */
  readonly 'quanHe': CodeOf_quan_he_gia_dinh | Absent;
  /** Nước (Country) */
  readonly 'nuoc': CodeOf_quoc_tich | Absent;
  /** Làm gì (Occupation) */
  readonly 'lamGi'?: string | Absent;
}

/** A line of "Bị bắt, bị tù" (Arrest or imprisonment). */
export interface Line_lichSu_biBatTu {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Từ ngày (From) */
  readonly 'tuNgay': PartialDate | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PartialDate | Absent;
  /** Ở đâu (Where) */
  readonly 'oDau': string | Absent;
  /** Đã khai báo gì (What was told) */
  readonly 'khaiBao'?: string | Absent;
}

/** A line of "Làm việc trong chế độ cũ" (Work under the old regime). */
export interface Line_lichSu_cheDoCu {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Từ ngày (From) */
  readonly 'tuNgay': PartialDate | Absent;
  /** Đến ngày (To) */
  readonly 'denNgay'?: PartialDate | Absent;
  /** Cơ quan, đơn vị (Agency) */
  readonly 'coQuan': string | Absent;
  /** Chức danh (Title) */
  readonly 'chucDanh'?: string | Absent;
}

/** A line of "Tổ chức nước ngoài" (Foreign organisations). */
export interface Line_lichSu_toChucNuocNgoai {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Tổ chức (Organisation) */
  readonly 'toChuc': string | Absent;
  /** Trụ sở (Seat) */
  readonly 'truSo'?: string | Absent;
  /** Làm việc gì (What) */
  readonly 'viec'?: string | Absent;
}

/** A line of "Kê khai tài sản" (Asset declarations). */
export interface Line_keKhaiTaiSan {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Năm (Year) */
  readonly 'nam': number | Absent;
  /** Loại kê khai (Kind) */
  readonly 'loai': string | Absent;
  /** Ngày nộp (Filed on) */
  readonly 'ngayNop'?: PlainDate | Absent;
}

/** A line of "Thẻ" (Cards). */
export interface Line_the {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Mã số thẻ (Card number) */
  readonly 'maSoThe': string | Absent;
  /** Tên cơ quan (Name of the agency) */
  readonly 'tenCoQuan'?: string | Absent;
  /** Họ và tên (Full name) */
  readonly 'hoTen'?: string | Absent;
  /** Chức vụ/chức danh (Post or title) */
  readonly 'chucVu'?: string | Absent;
  /** Ảnh 3x4 (Photograph 3x4) */
  readonly 'anh3x4': string | Absent;
  /** Ngày cấp (Issued on) */
  readonly 'ngayCap': PlainDate | Absent;
  /** Hiệu lực đến (Valid until) */
  readonly 'hieuLucDen'?: PlainDate | Absent;
  /** Trạng thái (State) */
  readonly 'trangThai': CodeOf_trang_thai_the | Absent;
  /** Trạng thái tích hợp VNeID (State in VNeID) */
  readonly 'vneidTichHop': CodeOf_trang_thai_vneid | Absent;
  /** Dữ liệu QR có chữ ký (Signed QR data) */
  readonly 'qrPayload'?: string | Absent;
}

/** A line of "Tài liệu" (Documents). */
export interface Line_taiLieu {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Loại tài liệu (Kind of document) */
  readonly 'loai': CodeOf_loai_tai_lieu | Absent;
  /** Số, ký hiệu (Number and symbol) */
  readonly 'soKyHieu'?: string | Absent;
  /** Ngày ban hành (Issued on) */
  readonly 'ngayBanHanh'?: PlainDate | Absent;
  /** Tệp (File) */
  readonly 'tep': string | Absent;
  /** Số trang (Pages) */
  readonly 'soTrang'?: number | Absent;
  /** Dung lượng (byte) (Size (bytes)) */
  readonly 'dungLuong'?: number | Absent;
  /** Thông tin ký số (Digital signature) */
  readonly 'kySo'?: { readonly toChucChungThuc?: string; readonly thoiDiem?: Instant; readonly hopLe?: boolean } | Absent;
}

/** A line of "Cơ quan tiền thân" (Predecessor agencies). */
export interface Line_org_tienThan {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Mã cơ quan (Agency code) */
  readonly 'ma': string | Absent;
  /** Ngày (Date) */
  readonly 'ngay': PlainDate | Absent;
  /** Số quyết định (Decision number) */
  readonly 'soQuyetDinh'?: string | Absent;
}

/** A line of "Biên chế giao" (Posts allotted). */
export interface Line_org_bienCheGiao {
  /** stable id, given by the register */
  readonly 'dong'?: string;
  /** Năm (Year) */
  readonly 'nam': number | Absent;
  /** Loại (Kind) */
  readonly 'loai': CodeOf_loai_bien_che | Absent;
  /** Số lượng (Number) */
  readonly 'so': number | Absent;
}

/** Group A: Quản lý hồ sơ (Record and staff identity). */
export interface GroupA {
  /** Mã hồ sơ nội bộ (Record id) */
  readonly 'hoSoId'?: string | Absent;
  /** Số hiệu cán bộ, công chức, viên chức (Staff number) */
  readonly 'soHieuCbccvc'?: string | Absent;
  /** Mã định danh hồ sơ điện tử (Code of the electronic record) */
  readonly 'maDinhDanhHoSoQG'?: string | Absent;
  /** Cơ quan có thẩm quyền quản lý (Managing agency) */
  readonly 'coQuanQuanLy'?: string | Absent;
  /** Cơ quan, đơn vị sử dụng (Using agency) */
  readonly 'coQuanSuDung'?: string | Absent;
  /** Phòng/đơn vị thuộc (Division or unit within) */
  readonly 'donViTrucThuoc'?: string | Absent;
  /** Loại đối tượng (Kind of employee) */
  readonly 'loaiDoiTuong'?: CodeOf_loai_doi_tuong | Absent;
  /** Khối cơ quan (Sector of the agency) */
  readonly 'khoiCoQuan'?: CodeOf_khoi_co_quan | Absent;
  /** Trạng thái công tác (Employment state) */
  readonly 'trangThaiCongTac'?: CodeOf_trang_thai_cong_tac | Absent;
  /** Ảnh chân dung (4x6; thẻ 3x4) (Portrait photograph (4x6; 3x4 for the card)) */
  readonly 'anh4x6'?: string | Absent;
}

/** Group B: Nhân thân (Identity). */
export interface GroupB {
  /** Họ và tên khai sinh (Full name at birth) */
  readonly 'hoTenKhaiSinh'?: string | Absent;
  /** Họ và chữ đệm (Family and middle names) */
  readonly 'hoDem'?: string | Absent;
  /** Tên (Given name) */
  readonly 'ten'?: string | Absent;
  /** Ngày sinh (Date of birth) */
  readonly 'ngaySinh'?: PartialDate | Absent;
  /** Giới tính (Sex) */
  readonly 'gioiTinh'?: CodeOf_gioi_tinh | Absent;
  /** Số định danh cá nhân (CCCD) (Citizen number) */
  readonly 'soDinhDanh'?: string | Absent;
  /** Ngày cấp căn cước (Citizen card: issued on) */
  readonly 'ngayCapCccd'?: PlainDate | Absent;
  /** Nơi cấp căn cước (Citizen card: issued by) */
  readonly 'noiCapCccd'?: string | Absent;
  /** Ngày hết hạn căn cước (Citizen card: expires on) */
  readonly 'ngayHetHanCccd'?: PlainDate | Absent;
  /** Số CMND cũ (Old identity card number) */
  readonly 'soCmndCu'?: string | Absent;
  /** Số hộ chiếu (Passport number) */
  readonly 'soHoChieu'?: string | Absent;
  /** Nơi sinh (Place of birth) */
  readonly 'noiSinh'?: Address | Absent;
  /** Nơi đăng ký khai sinh (Place of birth registration) */
  readonly 'noiDangKyKhaiSinh'?: Address | Absent;
  /** Quê quán (Home town) */
  readonly 'queQuan'?: Address | Absent;
  /** Dân tộc (Ethnic group) */
  readonly 'danToc'?: CodeOf_dan_toc | Absent;
  /** Tôn giáo (Religion) */
  readonly 'tonGiao'?: CodeOf_ton_giao | Absent;
  /** Quốc tịch (Nationality) */
  readonly 'quocTich'?: CodeOf_quoc_tich | Absent;
  /** Tình trạng hôn nhân (Marital status) */
  readonly 'tinhTrangHonNhan'?: CodeOf_tinh_trang_hon_nhan | Absent;
  /** Thành phần gia đình xuất thân (Family class background) */
  readonly 'thanhPhanXuatThan'?: string | Absent;
  /** Tên gọi khác (Other names) */
  readonly 'tenGoiKhac'?: readonly Line_tenGoiKhac[];
}

/** Group C: Địa chỉ và liên hệ (Addresses and contact). */
export interface GroupC {
  /** Nơi đăng ký thường trú (Permanent residence) */
  readonly 'thuongTru'?: Address | Absent;
  /** Nơi ở hiện nay (Present residence) */
  readonly 'noiOHienNay'?: Address | Absent;
  /** Nơi tạm trú (Temporary residence) */
  readonly 'tamTru'?: Address | Absent;
  /** Số điện thoại di động (Mobile phone) */
  readonly 'dienThoaiDiDong'?: string | Absent;
  /** Thư điện tử công vụ (Official e-mail) */
  readonly 'emailCongVu'?: string | Absent;
  /** Thư điện tử cá nhân (Personal e-mail) */
  readonly 'emailCaNhan'?: string | Absent;
  /** Người liên hệ khẩn cấp (Emergency contact) */
  readonly 'lienHeKhanCap'?: { readonly ten: string; readonly quanHe?: CodeOf_quan_he_gia_dinh; readonly dienThoai: string } | Absent;
}

/** Group D: Đảng, đoàn thể, quân ngũ, chính sách (Party, unions, army, policy families). */
export interface GroupD {
  /** Ngày vào Đảng (dự bị) (Admitted to the Party (probationary)) */
  readonly 'ngayVaoDang'?: PlainDate | Absent;
  /** Ngày vào Đảng chính thức (Full Party member since) */
  readonly 'ngayVaoDangChinhThuc'?: PlainDate | Absent;
  /** Nơi kết nạp Đảng (Place of Party admission) */
  readonly 'noiKetNapDang'?: string | Absent;
  /** Số thẻ đảng viên (Party card number) */
  readonly 'soTheDangVien'?: string | Absent;
  /** Ngày ra khỏi Đảng (Left the Party on) */
  readonly 'ngayRaDang'?: PlainDate | Absent;
  /** Chức vụ Đảng hiện tại (Present Party post) */
  readonly 'chucVuDang'?: string | Absent;
  /** Ngày tham gia tổ chức chính trị - xã hội (Joined a socio-political organisation on) */
  readonly 'ngayThamGiaToChucCtxh'?: PlainDate | Absent;
  /** Ngày vào Công đoàn (Joined the trade union on) */
  readonly 'ngayVaoCongDoan'?: PlainDate | Absent;
  /** Ngày nhập ngũ (Enlisted on) */
  readonly 'ngayNhapNgu'?: PlainDate | Absent;
  /** Ngày xuất ngũ (Discharged on) */
  readonly 'ngayXuatNgu'?: PlainDate | Absent;
  /** Quân hàm cao nhất (Highest military rank) */
  readonly 'quanHamCaoNhat'?: CodeOf_quan_ham | Absent;
  /** Danh hiệu được phong tặng cao nhất (Highest title awarded) */
  readonly 'danhHieuCaoNhat'?: CodeOf_khen_thuong | Absent;
  /** Là thương binh hạng (War invalid class) */
  readonly 'hangThuongBinh'?: CodeOf_hang_thuong_binh | Absent;
  /** Ngày tham gia cách mạng (Joined the revolution on) */
  readonly 'ngayThamGiaCachMang'?: PlainDate | Absent;
  /** Tổ chức chính trị - xã hội (Socio-political organisations) */
  readonly 'toChucCtxh'?: readonly Line_toChucCtxh[];
  /** Gia đình chính sách (Policy family) */
  readonly 'giaDinhChinhSach'?: readonly Line_giaDinhChinhSach[];
}

/** Group E: Tuyển dụng, biên chế, hợp đồng (Recruitment, payroll, contracts). */
export interface GroupE {
  /** Nghề nghiệp khi được tuyển dụng (Occupation when recruited) */
  readonly 'ngheNghiepTruocTuyenDung'?: string | Absent;
  /** Ngày tuyển dụng lần đầu (First recruited on) */
  readonly 'ngayTuyenDungLanDau'?: PlainDate | Absent;
  /** Cơ quan tuyển dụng (Recruiting agency) */
  readonly 'coQuanTuyenDung'?: string | Absent;
  /** Hình thức tuyển dụng (Manner of recruitment) */
  readonly 'hinhThucTuyenDung'?: CodeOf_hinh_thuc_tuyen_dung | Absent;
  /** Quyết định tuyển dụng (Recruitment decision) */
  readonly 'soQdTuyenDung'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
  /** Ngày vào cơ quan hiện đang công tác (Joined the present agency on) */
  readonly 'ngayVaoCoQuanHienTai'?: PlainDate | Absent;
  /** Ngày vào biên chế (On the payroll since) */
  readonly 'ngayVaoBienChe'?: PlainDate | Absent;
  /** Ngày hết tập sự (Probation ended on) */
  readonly 'ngayHetTapSu'?: PlainDate | Absent;
  /** Loại biên chế (Kind of payroll) */
  readonly 'loaiBienChe'?: CodeOf_loai_bien_che | Absent;
  /** Hợp đồng (Contracts) */
  readonly 'hopDong'?: readonly Line_hopDong[];
}

/** Group F: Vị trí việc làm, chức vụ hiện tại (Job position and present post). */
export interface GroupF {
  /** Chức vụ (chức danh) hiện tại (Present post) */
  readonly 'chucVuHienTai'?: string | Absent;
  /** Ngày bổ nhiệm (Appointed on) */
  readonly 'ngayBoNhiem'?: PlainDate | Absent;
  /** Ngày bổ nhiệm lại (Reappointed on) */
  readonly 'ngayBoNhiemLai'?: PlainDate | Absent;
  /** Thời hạn giữ chức vụ (tháng) (Term of the post (months)) */
  readonly 'nhiemKyThang'?: number | Absent;
  /** Mã vị trí việc làm (Job position code) */
  readonly 'viTriViecLam.ma'?: string | Absent;
  /** Tên vị trí việc làm (Job position) */
  readonly 'viTriViecLam.ten'?: string | Absent;
  /** Nhóm vị trí việc làm (Job position family) */
  readonly 'viTriViecLam.nhom'?: CodeOf_nhom_vi_tri_viec_lam | Absent;
  /** Bậc nghề nghiệp (viên chức) (Professional level) */
  readonly 'bacNgheNghiep'?: CodeOf_bac_nghe_nghiep | Absent;
  /** Công việc chính được giao (Main duties assigned) */
  readonly 'congViecChinh'?: string | Absent;
  /** Sở trường công tác (Strengths at work) */
  readonly 'soTruong'?: string | Absent;
  /** Công việc làm lâu nhất (Work done longest) */
  readonly 'congViecLauNhat'?: string | Absent;
  /** Cấp chức vụ tương đương (Equivalent post level) */
  readonly 'hangChucDanhLdql'?: string | Absent;
  /** Chức vụ kiêm nhiệm (Concurrent posts) */
  readonly 'chucVuKiemNhiem'?: readonly Line_chucVuKiemNhiem[];
  /** Được quy hoạch (Planned for posts) */
  readonly 'duocQuyHoach'?: readonly Line_duocQuyHoach[];
}

/** Group G: Ngạch, chức danh nghề nghiệp và diễn biến lương (Grade and pay history). */
export interface GroupG {
  /** Diễn biến lương (Pay history) */
  readonly 'luong'?: readonly Line_luong[];
}

/** Group H: Phụ cấp (Allowances). */
export interface GroupH {
  /** Phụ cấp (Allowances) */
  readonly 'phuCap'?: readonly Line_phuCap[];
}

/** Group I: Trình độ (Qualifications). */
export interface GroupI {
  /** Trình độ giáo dục phổ thông (General education) */
  readonly 'giaoDucPhoThong'?: CodeOf_giao_duc_pho_thong | Absent;
  /** Trình độ chuyên môn cao nhất (Highest professional qualification) */
  readonly 'chuyenMonCaoNhat'?: CodeOf_trinh_do_chuyen_mon | Absent;
  /** Chuyên ngành (Field of study) */
  readonly 'chuyenNganh'?: string | Absent;
  /** Năm tốt nghiệp (Year of graduation) */
  readonly 'namTotNghiep'?: number | Absent;
  /** Học hàm (Academic title) */
  readonly 'hocHam'?: CodeOf_hoc_ham_hoc_vi | Absent;
  /** Học vị (Academic degree) */
  readonly 'hocVi'?: CodeOf_trinh_do_chuyen_mon | Absent;
  /** Lý luận chính trị (Political theory) */
  readonly 'lyLuanChinhTri'?: CodeOf_ly_luan_chinh_tri | Absent;
  /** Quản lý nhà nước (State management training) */
  readonly 'quanLyNhaNuoc'?: CodeOf_quan_ly_nha_nuoc | Absent;
  /** Tin học (Computer skills) */
  readonly 'tinHoc'?: CodeOf_tin_hoc | Absent;
  /** Bồi dưỡng quốc phòng, an ninh (Defence and security training) */
  readonly 'quocPhongAnNinh'?: CodeOf_quoc_phong_an_ninh | Absent;
  /** Ngoại ngữ (Foreign languages) */
  readonly 'ngoaiNgu'?: readonly Line_ngoaiNgu[];
  /** Tiếng dân tộc (Ethnic minority languages) */
  readonly 'tiengDanToc'?: readonly Line_tiengDanToc[];
}

/** Group J: Quá trình đào tạo, bồi dưỡng (Education and training history). */
export interface GroupJ {
  /** Đào tạo, bồi dưỡng (Education and training) */
  readonly 'daoTao'?: readonly Line_daoTao[];
}

/** Group K: Quá trình công tác (Career history). */
export interface GroupK {
  /** Quá trình công tác (Career) */
  readonly 'congTac'?: readonly Line_congTac[];
}

/** Group L: Bổ nhiệm, miễn nhiệm, luân chuyển, biệt phái, từ chức (Appointments, transfers, secondments, resignations). */
export interface GroupL {
  /** Bổ nhiệm, luân chuyển (Appointments) */
  readonly 'boNhiem'?: readonly Line_boNhiem[];
}

/** Group M: Quy hoạch (Succession planning). */
export interface GroupM {
  /** Quy hoạch (Succession planning) */
  readonly 'quyHoach'?: readonly Line_quyHoach[];
}

/** Group N: Đánh giá, xếp loại chất lượng (Yearly ratings). */
export interface GroupN {
  /** Đánh giá, xếp loại (Ratings) */
  readonly 'danhGia'?: readonly Line_danhGia[];
}

/** Group O: Khen thưởng (Awards). */
export interface GroupO {
  /** Khen thưởng (Awards) */
  readonly 'khenThuong'?: readonly Line_khenThuong[];
}

/** Group P: Kỷ luật (Discipline). */
export interface GroupP {
  /** Kỷ luật (Discipline) */
  readonly 'kyLuat'?: readonly Line_kyLuat[];
}

/** Group Q: Quan hệ gia đình (Family). */
export interface GroupQ {
  /** Quan hệ gia đình (Family) */
  readonly 'giaDinh'?: readonly Line_giaDinh[];
  /** Thân nhân ở nước ngoài (Relatives abroad) */
  readonly 'thanNhanNuocNgoai'?: readonly Line_thanNhanNuocNgoai[];
}

/** Group R: Đặc điểm lịch sử bản thân (Personal history). */
export interface GroupR {
  /** Bị bắt, bị tù (Arrest or imprisonment) */
  readonly 'lichSu.biBatTu'?: readonly Line_lichSu_biBatTu[];
  /** Làm việc trong chế độ cũ (Work under the old regime) */
  readonly 'lichSu.cheDoCu'?: readonly Line_lichSu_cheDoCu[];
  /** Tổ chức nước ngoài (Foreign organisations) */
  readonly 'lichSu.toChucNuocNgoai'?: readonly Line_lichSu_toChucNuocNgoai[];
}

/** Group S: Sức khỏe (Health). */
export interface GroupS {
  /** Tình trạng sức khỏe (State of health) */
  readonly 'sucKhoe.tinhTrang'?: CodeOf_tinh_trang_suc_khoe | Absent;
  /** Chiều cao (cm) (Height (cm)) */
  readonly 'sucKhoe.chieuCao'?: number | Absent;
  /** Cân nặng (kg) (Weight (kg)) */
  readonly 'sucKhoe.canNang'?: DecimalText | Absent;
  /** Nhóm máu (Blood group) */
  readonly 'sucKhoe.nhomMau'?: CodeOf_nhom_mau | Absent;
  /** Ngày khám (Examined on) */
  readonly 'sucKhoe.ngayKham'?: PlainDate | Absent;
  /** Khuyết tật (loại, mức) (Disability (kind and degree)) */
  readonly 'khuyetTat'?: CodeOf_khuyet_tat | Absent;
}

/** Group T: Hoàn cảnh kinh tế, kê khai tài sản (Means and asset declarations). */
export interface GroupT {
  /** Nguồn thu nhập chính (Main sources of income) */
  readonly 'kinhTe.nguonThuNhap'?: { readonly luong?: string; readonly nguonKhac?: string } | Absent;
  /** Nhà ở (Housing) */
  readonly 'kinhTe.nhaO'?: { readonly loai?: string; readonly dienTichM2?: number } | Absent;
  /** Đất ở (Land) */
  readonly 'kinhTe.datO'?: { readonly loai?: string; readonly dienTichM2?: number } | Absent;
  /** Kê khai tài sản (Asset declarations) */
  readonly 'keKhaiTaiSan'?: readonly Line_keKhaiTaiSan[];
}

/** Group U: Bảo hiểm, thuế, tài khoản (Insurance, tax, bank account). */
export interface GroupU {
  /** Số sổ/mã số BHXH (Social insurance number) */
  readonly 'soBhxh'?: string | Absent;
  /** Số thẻ BHYT (Health insurance card number) */
  readonly 'soTheBhyt'?: string | Absent;
  /** Mã số thuế cá nhân (Personal tax code) */
  readonly 'maSoThue'?: string | Absent;
  /** Tài khoản nhận lương (Bank account for pay) */
  readonly 'taiKhoanNganHang'?: { readonly nganHang: string; readonly so: string; readonly chiNhanh?: string } | Absent;
}

/** Group V: Nghỉ hưu, thôi việc, chuyển đi (Retirement and leaving). */
export interface GroupV {
  /** Ngày nghỉ hưu dự kiến (Expected date of retirement) */
  readonly 'ngayNghiHuuDuKien'?: PlainDate | Absent;
  /** Thông báo nghỉ hưu (Notice of retirement) */
  readonly 'thongBaoNghiHuu'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
  /** Lý do nghỉ hưu, thôi việc, chuyển đi (Reason for leaving) */
  readonly 'thoiViec.loai'?: CodeOf_ly_do_thoi_viec | Absent;
  /** Ngày nghỉ hưu, thôi việc, chuyển đi (In force from) */
  readonly 'thoiViec.ngay'?: PlainDate | Absent;
  /** Quyết định nghỉ hưu, thôi việc, chuyển đi (Decision) */
  readonly 'thoiViec.quyetDinh'?: { readonly so: string; readonly ngay: PlainDate; readonly coQuan?: string; readonly nguoiKy?: string; readonly chucVuNguoiKy?: string } | Absent;
}

/** Group W: Thẻ CBCCVC (Staff card). */
export interface GroupW {
  /** Thẻ (Cards) */
  readonly 'the'?: readonly Line_the[];
}

/** Group X: Tài liệu số hóa đính kèm (Attached documents). */
export interface GroupX {
  /** Tài liệu (Documents) */
  readonly 'taiLieu'?: readonly Line_taiLieu[];
}

/** Group Y: Siêu dữ liệu, đối soát, xác nhận (Metadata, matching, confirmation). */
export interface GroupY {
  /** Nguồn dữ liệu (Source) */
  readonly 'meta.nguon'?: CodeOf_nguon_du_lieu | Absent;
  /** Phiên bản (Version) */
  readonly 'meta.phienBan'?: number | Absent;
  /** Mã giao dịch (Transaction code) */
  readonly 'meta.maGiaoDich'?: string | Absent;
  /** Người nhập (Entered by) */
  readonly 'meta.nguoiNhap'?: string | Absent;
  /** Thời điểm (Entered at) */
  readonly 'meta.thoiDiem'?: Instant | Absent;
  /** Kết quả đối soát dân cư theo trường (Match with the population database, by field) */
  readonly 'meta.ketQuaDoiSoat'?: Readonly<Record<string, CodeOf_muc_khop>> | Absent;
  /** Ngày đối soát (Matched at) */
  readonly 'meta.ngayDoiSoat'?: Instant | Absent;
  /** Trạng thái xác nhận (State of confirmation) */
  readonly 'meta.trangThai'?: CodeOf_trang_thai_ho_so | Absent;
  /** Cơ quan, người xác nhận (Confirming agency and person) */
  readonly 'meta.capXacNhan'?: string | Absent;
  /** Thời điểm xác nhận (Confirmed at) */
  readonly 'meta.ngayXacNhan'?: Instant | Absent;
  /** Chữ ký số xác nhận (Signature of the confirmation) */
  readonly 'meta.kySoXacNhan'?: { readonly nguoiKy?: string; readonly thoiDiem?: Instant; readonly hopLe?: boolean } | Absent;
  /** Lý do trả lại (Reason for return) */
  readonly 'meta.lyDoTraLai'?: string | Absent;
  /** Mức bảo vệ (Level of protection) */
  readonly 'meta.capDoBaoMat'?: CodeOf_muc_bao_ve | Absent;
}

/** Group Z: Cơ quan, biên chế (Agency and posts). */
export interface GroupZ {
  /** Mã định danh cơ quan (Agency code) */
  readonly 'org.ma'?: string | Absent;
  /** Tên cơ quan (Name of the agency) */
  readonly 'org.ten'?: string | Absent;
  /** Cấp (Level) */
  readonly 'org.cap'?: CodeOf_cap_co_quan | Absent;
  /** Loại hình (Type of agency) */
  readonly 'org.loaiHinh'?: CodeOf_loai_co_quan | Absent;
  /** Cơ quan cấp trên (Parent agency) */
  readonly 'org.cha'?: string | Absent;
  /** Nhóm 26 hoặc 70 (Group of the 2023 plan (26 or 70)) */
  readonly 'org.loaiBndp'?: CodeOf_nhom_bndp | Absent;
  /** Cơ quan tiền thân (Predecessor agencies) */
  readonly 'org.tienThan'?: readonly Line_org_tienThan[];
  /** Biên chế giao (Posts allotted) */
  readonly 'org.bienCheGiao'?: readonly Line_org_bienCheGiao[];
}

/** A record, whole or the part of it that was stated. */
export interface StatedRecord {
  readonly A?: GroupA;
  readonly B?: GroupB;
  readonly C?: GroupC;
  readonly D?: GroupD;
  readonly E?: GroupE;
  readonly F?: GroupF;
  readonly G?: GroupG;
  readonly H?: GroupH;
  readonly I?: GroupI;
  readonly J?: GroupJ;
  readonly K?: GroupK;
  readonly L?: GroupL;
  readonly M?: GroupM;
  readonly N?: GroupN;
  readonly O?: GroupO;
  readonly P?: GroupP;
  readonly Q?: GroupQ;
  readonly R?: GroupR;
  readonly S?: GroupS;
  readonly T?: GroupT;
  readonly U?: GroupU;
  readonly V?: GroupV;
  readonly W?: GroupW;
  readonly X?: GroupX;
  readonly Y?: GroupY;
  readonly Z?: GroupZ;
}
