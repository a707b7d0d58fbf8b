import type { Examples } from '#web/ui/kit/example'
import { StageGauge } from './stage.tsx'

export const examples: Examples = {
  title: { ko: '단계', en: 'Stage' },
  examples: [
    { name: { ko: '0', en: '0' }, draw: () => <StageGauge level="0" /> },
    { name: { ko: '1', en: '1' }, draw: () => <StageGauge level="1" /> },
    { name: { ko: '2', en: '2' }, draw: () => <StageGauge level="2" /> },
    { name: { ko: '3', en: '3' }, draw: () => <StageGauge level="3" /> },
    { name: { ko: '4', en: '4' }, draw: () => <StageGauge level="4" /> },
    { name: { ko: 'x', en: 'x' }, draw: () => <StageGauge level="x" /> },
  ],
}
