/**
 * Everyday nouns of industrial documents (보통명사). A word that can be cut into these alone is no name:
 * 친환경에너지, 차세대반도체, 일반산업단지. One-syllable entries only join others: a chain of them alone (이동현) proves nothing.
 */
const WORDS =
  '단위 화재 손해 자동차보험 수열 실감 실리카 미디어 중추 도농 열연 냉연 강화 경쟁력 산업 기술 사업 기업 업체 회사 공장 단지 산단 지구 구역 특구 도시 지역 권역 국가 국내 국외 국내외 해외 세계 글로벌 지방 관내 수도권 전국 중앙 공공 민간 민관 정부 시민 도민 국민 주민 청년 여성 노인 아동 가족 ' +
  '반도체 자동차 미래차 미래형 전기차 수소차 자율차 자율주행 자율주행차 친환경차 친환경 배터리 이차전지 전지 이차 수소 그린 블루 그린수소 액체 액화 에너지 신재생 재생 태양광 풍력 해상풍력 원자력 원전 전력 발전 송전 전기 전자 전장 부품 소재 소부장 장비 설비 기계 금속 금형 뿌리 철강 조선 해양 항공 우주 방위 방산 국방 로봇 드론 모빌리티 물류 항만 공항 철도 도로 교통 ' +
  '바이오 바이오헬스 헬스 헬스케어 메디 메디헬스 메디헬스케어 의료 의약 제약 의료기기 병원 화장품 식품 농업 농식품 수산 축산 임업 산림 관광 문화 콘텐츠 게임 영상 스포츠 체육 레저 휴양 교육 연구 개발 연구개발 실증 시험 인증 평가 검사 분석 ' +
  '인공지능 데이터 빅데이터 클라우드 소프트웨어 정보 정보통신 통신 네트워크 보안 디지털 스마트 첨단 미래 혁신 융합 융복합 복합 핵심 전략 주력 기반 신산업 신기술 신성장 성장 동력 차세대 고도화 특화 전문 전용 일반 종합 통합 공동 협력 상생 지원 육성 조성 구축 건립 건설 설립 유치 투자 창업 벤처 스타트업 중소 중견 중소기업 중견기업 대기업 강소 강소기업 앵커 ' +
  '센터 타운 허브 밸리 클러스터 캠퍼스 파크 플랫폼 시스템 솔루션 서비스 인프라 시설 건물 아파트 주택 상가 부지 용지 공간 창고 터미널 공원 광장 도서관 체육관 회관 시장 학교 대학 대학교 대학원 학과 연구소 연구원 기관 단체 조합 협회 위원회 본부 사무소 지원센터 ' +
  '대개조 대전환 재도약 경제 금융 무역 수출 수입 통상 외교 행정 법률 규제 자유 특별 기회 평화 균형 지속 안전 환경 기후 탄소 중립 탄소중립 자원 순환 재활용 폐기물 상하수도 농촌 어촌 도심 원도심 신도시 역세권 국제 국립 시립 도립 군립 사립 대형 소형 중형 초대형 대규모 소규모 신규 기존 노후 제조 제조업 생산 조립 가공 유통 판매 마케팅 홍보 ' +
  '일자리 고용 노동 인력 기본계획 계획 기본 실시 설명 의견 제안 발표 주물 사출 도금 열처리 절삭 합금 주조 단조 프레스 용접 구체 해저 해상 육상 지하 지상 수중 심해 극지 고속 초고속 고압 초고압 저압 직류 교류 배후 배후단지 후보 예정 발사체 위성 스마트팜 스마트시티 그린수소 암모니아 양극재 음극재 분리막 전해질 전구체 동박 리튬 니켈 코발트 흑연 희토류 구리 알루미늄 티타늄 강관 강판 후판 형강 완성차 완제 트럭 버스 승용차 이륜차 타이어 엔진 변속기 모터 구동 인버터 컨버터 변압기 차단기 터빈 보일러 밸브 펌프 배관 선박 조선기자재 기자재 풍력발전 발전기 수전해 액화천연가스 천연가스 바이오매스 열병합 집단에너지 에너지저장 저장장치 저장 체외진단 진단 백신 신약 의약품 원료의약품 임상 세포 유전자 줄기세포 뷰티 푸드테크 핀테크 에듀테크 콜드체인 풀필먼트 이커머스 온라인 오프라인 구체 자립 자족 저탄소 메타버스 프로젝트 프로그램 컨설팅 인큐베이팅 액셀러레이팅 컨트롤타워 랜드마크 마스터플랜 로드맵 거버넌스 인센티브 테스트베드 밸류체인 공급망 가치사슬 원료 원자재 완제품 반제품 시제품 양산 납품 협업 매칭 상담 상담회 설명회 간담회 포럼 세미나 심포지엄 공모 공모전 경진대회 오디션 총회 이사회 인재 전문가 복지 보건 돌봄 생활 주거 정주 사회 공동체 마을 농공 도시첨단 도시재생 재생 뉴딜 활성화 거점 벨트 축 광역 광 광융합 가전 조명 전구 섬유 패션 의류 신발 가구 목재 제지 화학 석유화학 정유 석유 가스 석탄 시멘트 콘크리트 유리 세라믹 플라스틱 고무 탄소섬유 신소재 나노 양자 센서 디스플레이 파운드리 팹 웨이퍼 칩 설계 패키징 후공정 연료 연료전지 충전 충전소 ' +
  '특장차 종자 희소금속 핵심광물 광물 폐광 연수원 대체산업 유휴지 저온창고 항체 항체의약품 양식 수산물 인삼 곤충 김치 반려동물 펫푸드 광학 렌즈 레이저 항공정비 정비 격납고 특수차 상용차 농기계 건설기계 공구 베어링 밀키트 간편식 냉동 냉장 포장재 접착제 감속기 촉매 필름 도료 안료 의류 제지 펄프 축전지 ' +
  '오픈 전수 홍보 생태 수변 실내 실외 안전체험 코로나 감염병 재난 소방 경찰 군사 안보 통일 남북 동서 남부 북부 동부 서부 중부 상업 업무 숙박 호텔 콘도 리조트 골프 골프장 온천 해수욕장 유원지 테마파크 박람회 전시 전시장 컨벤션 이노비즈 이벤트 축제 투자사 시행사 시공사 운영사 협력사 개발사 제작사 운영 관리 추진 심의 자문 검토 선정 심사 조사 감사 징계 인사 예산 결산 의회 부설 기업부설 요양 한방 치과 동물 어린이 공립 외국계 다국적 현지 외국 외국인 ' +
  '제어 계측 냉각 조향 제동 양극 음극 제련 정련 압연 제강 공업 저온 상온 고온 냉온 등대 정지 토목 철거 매립 호안 커머스 이커머스 디자인 주차 전망 치유 실수요 사료 과학 전자상거래 청정 심층수 세포 배양 미생물 발효 장류 유용 전통 활성 마리나 재활 비즈니스 협동 블록 설치 거치 접안 선적 하역 보관 잡화 컨테이너 벌크 산학 산학연 산학연관 협동로봇 선도 활력 위기 대응 감소 접경 폐광 시범 거점 지정 정비 재생 활성화 신설 종착 환승 크루즈 여객 카페리 모항 명품 자족 행정 중심 교육문화 과학기술 연구학원 은퇴자 귀농 귀촌 실버 신혼 임대 분양 공공임대 근로자 근로 여가 건강 생활 주거 돌봄 어울림 장애인 다목적 국민체육 반다비 생활체육 가족 행복 희망 사회 복지 여성가족 청소년 수련 커뮤니티 복합문화 문화예술 생태 습지 근린 역사 추모 해양레저 수변 워터 가든 플라워 ' +
  '신 구 대 소 초 고 저 제 각 총 본 당 현 전 후 내 외 간 상 하 중 이 삼 사 용 형 식 별 급 차 선 망 장 사 자 원 력 성 율 화 적 권 업 지 소 실 동 농'

const words = new Set(WORDS.split(' '))
let longest = 1
for (const word of words) if (word.length > longest) longest = word.length

/** Latin abbreviations that name a technique, not a firm. */
const ACRONYMS = new Set(
  'BESS DART EPR DX AX GPU NPU HBM AIDC PFV EEZ ITO ITS VRFB CDU BTX CNT PBV CG CSP EUR SEK GBP JPY CNY SGD AUD CAD CHF HKD KRW SOP COEX KINTEX BEXCO CECO EXCO DCC FDI AHP KPI KOSPI KOSDAQ IPO MBA PM IFEZ BJFEZ GFEZ HEMP HOME LOGIN MENU TOP PDF HWP URL QR FAQ SNS URL USB SSD DRAM NAND CXL EUV CNC MRO LCC UAV SAF CBAM CCS CDMO CMO CRO GMP GLP RNA DNA PCR BT ET CT PET PE PP PVC ABS SMP REC PPA RPS VPP DR HVDC DC AC UPS PCS BMS AMI LPWA LTE NFC GPS GIS BIM CAD CAM LNGC VLCC FPSO TEU DWT GT RO NO YES OK VIP CI BI PR IR HR CS QA QC SCM CRM MOQ FOB CIF FAB ODM OEM OBM SUV MPV RV EREV FCEV BEV XEV SDV ADAS OTA HMI PBV DRT BRT LRT SOFC PEMFC MCFC AEM PEM SMR APR CANDU KSTAR ITER PM10 GHG NDC RE100 CF100 EPC AMC GP LP PEF ABCP CB BW NFT STO ARS FTA WTO OECD IMF WHO UN EU ASEAN APEC CPTPP RCEP IRA CHIPS AI-RAN O-RAN K-POP K-VISA E-7 F-2 E-9 H-2 D-2 G-1 AI IT ICT IOT IoT RD R&D ESS EV UAM SMR PPP MOU MOA LOI LNG LPG CCUS PF SPC TF DB SW HW 3D XR VR AR MR BT NT ET CT GTX KTX SRT SOC ESG RE RE100 FTA GDP GRDP CEO CTO CFO MICE BIO SNS PC TV CCTV OTT BI BIX IR VC STEM IDC DC GPU CPU NPU HBM OLED LED LCD LFP NCM PHEV HEV CNG FC API ERP MES BTS BTO BTL NEXT X-AI AIDC US USD KRW EU UN IoB PM OK VS No TOP MW GW kW KW km KM ha A B C D E F G H K N P S T U V X Y Z e'.split(
    ' ',
  ),
)

/** Whether a Latin run is a common abbreviation. `isAcronym('ICT') // => true` */
export const isAcronym = (latin: string): boolean => ACRONYMS.has(latin)

/** Whether a word is one of the everyday nouns as it stands. */
export const isCommonWord = (word: string): boolean => words.has(word)

/**
 * Whether a Hangul word can be cut into everyday nouns alone. Dynamic programme over at most 16 syllables; longer words are no names either.
 *
 * `isCommonCompound('친환경에너지') // => true`
 */
export function isCommonCompound(word: string): boolean {
  const { length } = word
  if (length === 0) return true
  if (length > 16) return false
  // bit i of `single`: reachable by one-syllable pieces alone; of `real`: with at least one longer word
  let single = 1
  let real = 0
  for (let i = 0; i < length; i++) {
    const bit = 1 << i
    if (((single | real) & bit) === 0) continue
    const most = Math.min(longest, length - i)
    for (let n = 1; n <= most; n++) {
      if (!words.has(word.slice(i, i + n))) continue
      const reached = 1 << (i + n)
      if (n > 1) real |= reached
      else {
        if ((single & bit) !== 0) single |= reached
        if ((real & bit) !== 0) real |= reached
      }
    }
  }
  if (length === 1) return words.has(word)
  return (real & (1 << length)) !== 0
}
