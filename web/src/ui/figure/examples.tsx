import type { Examples } from '#web/ui/kit/example'
import { Figure } from './figure.tsx'

export const examples: Examples = {
  title: { ko: '숫자', en: 'Figure' },
  examples: [
    { name: { ko: '돈', en: 'Money' }, draw: () => <Figure value="64000000000" unit="KRW" kind="claim" /> },
    { name: { ko: '조와 억', en: 'Trillions' }, draw: () => <Figure value="1697000000000" unit="KRW" kind="fact" /> },
    { name: { ko: '어림값', en: 'Approximate' }, draw: () => <Figure value="1200000" unit="m2" kind="claim" approximate /> },
    { name: { ko: '범위', en: 'Range' }, draw: () => <Figure value="70" max="80" unit="persons" kind="claim" /> },
    { name: { ko: '이상', en: 'At least' }, draw: () => <Figure value="15000000000" unit="KRW" bound="atLeast" kind="claim" /> },
    { name: { ko: '비율', en: 'Ratio' }, draw: () => <Figure value="0.31249" unit="ratio" kind="public" size="hero" /> },
    { name: { ko: '모름', en: 'Unknown' }, draw: () => <Figure value={null} unit="KRW" kind="gone" unknown="금액 미공개" /> },
    { name: { ko: '다른 돈', en: 'Other money' }, draw: () => <Figure value="1200000000" unit="USD" kind="claim" /> },
    { name: { ko: '줄인 값', en: 'Short' }, draw: () => <Figure value="445123456789" unit="KRW" kind="figure" style="short" /> },
  ],
}
