import { Link } from '@tanstack/react-router'
import './breadcrumb.css'

/** 길: where the reader is, each step but the last a link. */
export function Breadcrumb({ label, steps }: { label: string; steps: readonly { label: string; to?: string }[] }) {
  return (
    <nav aria-label={label} className="crumb-nav">
      <ol className="crumb">
        {steps.map((step, at) => (
          <li key={`${at}-${step.label}`} aria-current={at === steps.length - 1 ? 'page' : undefined}>
            {step.to && at < steps.length - 1 ? <Link to={step.to}>{step.label}</Link> : step.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
