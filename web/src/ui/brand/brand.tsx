/** 구슬 표시: three beads on a thread: said, held, worked out. */
export function BrandMark({ width = 34 }: { width?: number }) {
  return (
    <svg width={width} height={(width * 17) / 40} viewBox="0 0 40 17" aria-hidden="true">
      <path d="M0 8.5h40" stroke="var(--thread)" strokeWidth="1.75" />
      <circle cx="7" cy="8.5" r="4.6" fill="var(--paper)" stroke="var(--bead-claim)" strokeWidth="1.9" />
      <circle cx="20" cy="8.5" r="4.6" fill="var(--paper)" stroke="var(--bead-fact)" strokeWidth="1.9" />
      <path d="M20 3.9a4.6 4.6 0 0 0 0 9.2z" fill="var(--bead-fact)" />
      <circle cx="33" cy="8.5" r="5.4" fill="var(--bead-figure)" />
    </svg>
  )
}
