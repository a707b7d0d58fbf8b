import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import './clock.css'

/** 두 시계: of when the values are, and what was known then. */
export function Clocks({ valueAt, knownAt }: { valueAt: string; knownAt: string }) {
  const texts = useTexts(uiTexts)
  return (
    <span className="clock">
      <span>
        <em>{texts.valueAt}</em>
        <b>{valueAt}</b>
      </span>
      <span>
        <em>{texts.knownAt}</em>
        <b>{knownAt}</b>
      </span>
    </span>
  )
}
