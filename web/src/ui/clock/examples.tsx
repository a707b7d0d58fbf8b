import type { Examples } from '#web/ui/kit/example'
import { Clocks } from './clock.tsx'

export const examples: Examples = {
  title: { ko: '두 시계', en: 'Two clocks' },
  examples: [{ name: { ko: '그때 알던 대로', en: 'As known then' }, draw: () => <Clocks valueAt="2020-09-30" knownAt="2020-11-04" /> }],
}
