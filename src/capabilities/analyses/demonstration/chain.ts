import type { CaseOf } from '../cases.ts'

type Part = CaseOf<'chain'>['parts'][number]
type Firm = CaseOf<'chain'>['firms'][number]

const part = (id: string, name: string, nameEn: string, industry: string, inputs: Record<string, number> = {}): Part => ({
  id,
  name,
  nameEn,
  industry,
  inputs,
})

/** What a self-driving vehicle is made of: the parts are real, every share is made up. */
const parts: readonly Part[] = [
  part('vehicle', '자율주행차', 'Self-driving vehicle', 'C30', {
    sensing: 0.09,
    computer: 0.1,
    bywire: 0.08,
    v2x: 0.02,
    battery: 0.2,
    motor: 0.06,
    body: 0.12,
    interior: 0.07,
    lamp: 0.03,
  }),
  part('sensing', '인지 센서 모듈', 'Sensing modules', 'C30', { lidar: 0.32, radar: 0.16, camera: 0.2, board: 0.06 }),
  part('computer', '자율주행 통합제어기', 'Driving computer', 'C30', { soc: 0.42, board: 0.12, software: 0.2 }),
  part('bywire', '조향·제동 전동화 부품', 'Steer and brake by wire', 'C30', { mcu: 0.1, motorpart: 0.2, casting: 0.14 }),
  part('v2x', '차량 통신 모듈', 'V2X modules', 'C26', { mcu: 0.12, board: 0.15, antenna: 0.1 }),
  part('battery', '배터리팩', 'Battery packs', 'C28', { cell: 0.7, casting: 0.04, power: 0.04 }),
  part('motor', '구동 모터·인버터', 'Motors and inverters', 'C28', { power: 0.22, magnet: 0.14, motorpart: 0.1 }),
  part('body', '차체·섀시', 'Body and chassis', 'C30', { steel: 0.35, mould: 0.06, casting: 0.08 }),
  part('interior', '시트·내장', 'Seats and interior', 'C30', { plastics: 0.25, mould: 0.05 }),
  part('lamp', '램프', 'Lamps', 'C27', { optics: 0.18, plastics: 0.12 }),
  part('lidar', '라이다', 'Lidar', 'C27', { laser: 0.24, optics: 0.16, board: 0.08 }),
  part('radar', '레이더', 'Radar', 'C26', { mcu: 0.14, antenna: 0.12 }),
  part('camera', '카메라 모듈', 'Camera modules', 'C26', { image: 0.34, optics: 0.2 }),
  part('soc', 'AI 반도체', 'AI chips', 'C261'),
  part('mcu', '차량용 MCU', 'Automotive MCU', 'C261'),
  part('power', '전력반도체', 'Power semiconductors', 'C261'),
  part('image', '이미지 센서', 'Image sensors', 'C261'),
  part('laser', '레이저 다이오드', 'Laser diodes', 'C27'),
  part('optics', '광학 렌즈', 'Optical lenses', 'C27'),
  part('board', '인쇄회로기판', 'Circuit boards', 'C262'),
  part('antenna', '안테나', 'Antennas', 'C26'),
  part('software', '인지·판단 소프트웨어', 'Perception software', 'J582'),
  part('cell', '배터리 셀', 'Battery cells', 'C282'),
  part('magnet', '희토류 자석', 'Rare-earth magnets', 'C25'),
  part('motorpart', '모터 부품', 'Motor parts', 'C28'),
  part('casting', '주조·다이캐스팅', 'Castings', 'C24'),
  part('mould', '금형', 'Moulds', 'C29'),
  part('plastics', '사출 부품', 'Injection-moulded parts', 'C22'),
  part('steel', '자동차 강판', 'Automotive steel', 'C24'),
]

const supplies = (name: string, of: string, capacity: number | null, distanceKm: number): Firm => ({
  name: `${name} (예시)`,
  part: of,
  capacity,
  distanceKm,
  state: 'supplies',
})
const could = (name: string, of: string, place: string, distanceKm: number | null, capacity: number | null = null): Firm => ({
  name: `${name} (예시)`,
  part: of,
  place,
  distanceKm,
  capacity,
  state: 'could',
})

/** 시범 가치사슬: parts of a self-driving vehicle; firms and amounts are made up. */
export const demonstrationChain = (): CaseOf<'chain'> => ({
  kind: 'chain',
  name: '자율차 부품 가치사슬',
  source: { name: '구슬 시범 자료: 기업과 수치는 모두 지어낸 합성 자료', licence: 'CC0 1.0', synthetic: true },
  unit: '억원',
  parts: [...parts],
  core: { vehicle: 20000 },
  firms: [
    supplies('가람차체', 'body', 1900, 6),
    supplies('한빛섀시', 'body', 420, 11),
    supplies('새솔시트', 'interior', 1350, 9),
    supplies('빛고을램프', 'lamp', 560, 4),
    supplies('나래모터', 'motor', 700, 8),
    supplies('온누리팩', 'battery', 1100, 5),
    supplies('두레제동', 'bywire', 610, 12),
    supplies('미르센서', 'sensing', 420, 3),
    supplies('예닮광학', 'optics', 190, 7),
    supplies('첨단렌즈', 'optics', null, 9),
    supplies('해온기판', 'board', 85, 10),
    supplies('다온금형', 'mould', 210, 6),
    supplies('이룸금형', 'mould', 60, 15),
    supplies('마루사출', 'plastics', 330, 8),
    supplies('보람주조', 'casting', 310, 13),
    supplies('아름모터부품', 'motorpart', 190, 14),
    supplies('누리소프트', 'software', null, 2),
    supplies('이음통신', 'v2x', 60, 5),
    supplies('다솜카메라', 'camera', 130, 6),
    could('루미라이다', 'lidar', '광주 첨단지구', 5, 90),
    could('먼빛라이다', 'lidar', '경기 성남', 265, 300),
    could('가온레이저', 'laser', '광주 첨단지구', 6, 40),
    could('한울레이더', 'radar', '대전 유성', 140),
    could('소담제어', 'computer', '광주 평동', 12, 200),
    could('큰길제어', 'computer', '경기 화성', 250, 900),
    could('별솔반도체', 'soc', '경기 성남', 268),
    could('하람전력소자', 'power', '전남 나주', 26, 60),
    could('바름안테나', 'antenna', '광주 하남', 10, 25),
    could('고운자석', 'magnet', '전남 장성', 22),
    could('늘봄이미지', 'image', '충북 청주', 180),
  ],
})
