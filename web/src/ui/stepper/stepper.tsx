import type { ReactNode } from 'react'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import './stepper.css'

/** 단계: the steps of a way, which are done and which is now. */
export function Stepper({
  label,
  steps,
}: {
  label: string
  steps: readonly { id: string; title: ReactNode; detail?: ReactNode; state: 'done' | 'now' | 'ahead' }[]
}) {
  const texts = useTexts(uiTexts)
  return (
    <ol className="step" aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={step.state === 'ahead' ? undefined : step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b className={step.state === 'ahead' ? 'mut' : undefined}>
            {step.title}
            {step.state === 'ahead' ? null : <span className="vh"> ({step.state === 'done' ? texts.done : texts.now})</span>}
          </b>
          {step.detail ? <p>{step.detail}</p> : null}
        </li>
      ))}
    </ol>
  )
}
